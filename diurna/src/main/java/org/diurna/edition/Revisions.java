package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.Sha256;
import org.springframework.jdbc.core.RowMapper;

/** Everything that was ever saved of a draft. */
public final class Revisions {
    private static final RowMapper<Line> LINE = (row, _) ->
            new Line(row.getInt("revision"), Instant.ofEpochMilli(row.getLong("saved")), row.getString("saver"));

    private final Database database;

    public Revisions(Database database) {
        this.database = database;
    }

    /** A revision without its words. */
    public record Line(int number, Instant saved, String saver) {}

    /** The newest revisions below that number, newest first. */
    public List<Line> below(ReleaseId id, Language language, int number, int most) {
        return database.read(() -> database.sql("""
                        select revision, saved, saver from draft_revision
                        where release = :release and lang = :lang and revision < :number
                        order by revision desc limit :most""")
                .param("release", id.value())
                .param("lang", language.tag())
                .param("number", number)
                .param("most", most)
                .query(LINE)
                .list());
    }

    public Optional<Revision> find(ReleaseId id, Language language, int number) {
        return database.read(() -> database.sql("""
                        select revision, saved, saver, doc from draft_revision
                        where release = :release and lang = :lang and revision = :number""")
                .param("release", id.value())
                .param("lang", language.tag())
                .param("number", number)
                .query((row, _) -> new Revision(
                        row.getInt("revision"),
                        Instant.ofEpochMilli(row.getLong("saved")),
                        row.getString("saver"),
                        WordingJson.read(row.getString("doc"))))
                .optional());
    }

    /** SHA-256 of the words of a revision as they are stored. */
    public Optional<String> digest(ReleaseId id, Language language, int number) {
        return database.read(() -> database.sql("""
                        select doc from draft_revision
                        where release = :release and lang = :lang and revision = :number""")
                .param("release", id.value())
                .param("lang", language.tag())
                .param("number", number)
                .query(String.class)
                .optional()
                .map(Sha256::hex));
    }

    /** Keeps the draft as it is now, inside the caller's transaction. */
    static void keep(Database database, ReleaseId id, Language language) {
        database.sql("""
                        insert into draft_revision (release, lang, revision, doc, saved, saver)
                        select release, lang, revision, doc, changed, changer from draft
                        where release = :release and lang = :lang""")
                .param("release", id.value())
                .param("lang", language.tag())
                .update();
    }
}
