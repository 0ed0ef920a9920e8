package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;

/** The texts that offices keep for the ends of their releases, with all their versions. */
public final class StandingTexts {
    private static final int VERSIONS_MAX = 200;
    private static final RowMapper<StandingText> TEXT = (row, _) -> new StandingText(
            row.getString("office"),
            Language.of(row.getString("lang")),
            Block.SectionKind.of(row.getString("kind")),
            row.getInt("version"),
            row.getString("words"),
            Instant.ofEpochMilli(row.getLong("changed")),
            row.getString("changer"));

    private final Database database;

    StandingTexts(Database database) {
        this.database = database;
    }

    /** What an office has now in a language. An empty text means that it has none any more. */
    public List<StandingText> of(String office, Language language) {
        return database.read(() -> database.sql("""
                        select t.* from standing_text t where t.office = :office and t.lang = :lang and t.kind <> 'embargo-terms'
                          and t.version = (select max(n.version) from standing_text n
                              where n.office = t.office and n.lang = t.lang and n.kind = t.kind)
                        order by t.kind""")
                .param("office", office)
                .param("lang", language.tag())
                .query(TEXT)
                .list());
    }

    /** All versions of one text, newest first. */
    public List<StandingText> versions(String office, Language language, Block.SectionKind kind) {
        return database.read(() -> database.sql("""
                        select * from standing_text where office = :office and lang = :lang and kind = :kind
                        order by version desc limit :most""")
                .param("office", office)
                .param("lang", language.tag())
                .param("kind", kind.word())
                .param("most", VERSIONS_MAX)
                .query(TEXT)
                .list());
    }

    /**
     * Stores the next version of a text.
     *
     * @param text with the version that was seen; 0 where there was none
     * @return whether nobody was faster
     */
    public boolean put(StandingText text) {
        try {
            return database.write(() -> {
                int newest = versions(text.office(), text.language(), text.kind()).stream()
                        .findFirst()
                        .map(StandingText::version)
                        .orElse(0);
                if (newest != text.version()) {
                    return false;
                }
                database.sql("""
                                insert into standing_text (office, lang, kind, version, words, changed, changer)
                                values (:office, :lang, :kind, :version, :words, :at, :by)""")
                        .param("office", text.office())
                        .param("lang", text.language().tag())
                        .param("kind", text.kind().word())
                        .param("version", newest + 1)
                        .param("words", text.words())
                        .param("at", text.changed().toEpochMilli())
                        .param("by", text.changer())
                        .update();
                return true;
            });
        } catch (DuplicateKeyException e) {
            // somebody stored the same version in the same moment
            return false;
        }
    }

    /**
     * The newest text for a section that still says an earlier version of it; empty where the section says the newest, or
     * words that were never kept.
     */
    public Optional<StandingText> newerThan(String office, Language language, Block.Section section) {
        List<StandingText> versions = versions(office, language, section.kind());
        boolean older = versions.stream().skip(1).anyMatch(text -> text.saidBy(section));
        return versions.stream()
                .findFirst()
                .filter(newest -> older && !newest.words().isBlank() && !newest.saidBy(section));
    }
}
