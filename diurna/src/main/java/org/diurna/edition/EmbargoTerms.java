package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.springframework.dao.DuplicateKeyException;

/** What journalists must accept before they see a copy under embargo: a text of the office, kept with all its versions. */
public final class EmbargoTerms {
    /** Among the texts of an office; no section of a release has it. */
    public static final String KIND = "embargo-terms";

    private static final int VERSIONS_MAX = 200;

    private final Database database;

    EmbargoTerms(Database database) {
        this.database = database;
    }

    /** A version of them. */
    public record Terms(int version, String words, Instant changed, String changer) {}

    /** All versions, newest first. */
    public List<Terms> versions(String office, Language language) {
        return database.read(() -> database.sql("""
                        select version, words, changed, changer from standing_text
                        where office = :office and lang = :lang and kind = :kind order by version desc limit :most""")
                .param("office", office)
                .param("lang", language.tag())
                .param("kind", KIND)
                .param("most", VERSIONS_MAX)
                .query((row, _) -> new Terms(
                        row.getInt("version"),
                        row.getString("words"),
                        Instant.ofEpochMilli(row.getLong("changed")),
                        row.getString("changer")))
                .list());
    }

    /** What they say now; empty where the office has none in that language. */
    public Optional<String> of(String office, Language language) {
        return versions(office, language).stream().findFirst().map(Terms::words).filter(words -> !words.isBlank());
    }

    /**
     * Stores the next version.
     *
     * @param terms with the version that was seen; 0 where there was none
     * @return whether nobody was faster
     */
    public boolean put(String office, Language language, Terms terms) {
        try {
            return database.write(() -> {
                int newest = versions(office, language).stream()
                        .findFirst()
                        .map(Terms::version)
                        .orElse(0);
                if (newest != terms.version()) {
                    return false;
                }
                database.sql("""
                                insert into standing_text (office, lang, kind, version, words, changed, changer)
                                values (:office, :lang, :kind, :version, :words, :at, :by)""")
                        .param("office", office)
                        .param("lang", language.tag())
                        .param("kind", KIND)
                        .param("version", newest + 1)
                        .param("words", terms.words())
                        .param("at", terms.changed().toEpochMilli())
                        .param("by", terms.changer())
                        .update();
                return true;
            });
        } catch (DuplicateKeyException e) {
            // somebody stored the same version in the same moment
            return false;
        }
    }
}
