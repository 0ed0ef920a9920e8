package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.springframework.jdbc.core.RowMapper;

/** What was published without the approval that it needed, until somebody else has looked at it. */
public final class Emergencies {
    private static final RowMapper<Emergency> ROW = (row, _) -> new Emergency(
            new ReleaseId(row.getString("release")),
            Language.of(row.getString("lang")),
            row.getString("reason"),
            Instant.ofEpochMilli(row.getLong("at")),
            row.getString("doer"));

    private final Database database;

    Emergencies(Database database) {
        this.database = database;
    }

    /** A publication that nobody has approved yet. */
    public record Emergency(ReleaseId release, Language language, String reason, Instant at, String doer) {}

    /** Notes that an edition went without approval, inside the transaction of the decision. */
    public void note(Edition edition, String reason, String by, Instant at) {
        database.write(() -> {
            database.sql("""
                            insert into emergency (happening, release, lang, reason, at, doer)
                            select h.id, h.release, h.lang, :reason, :at, :by from happening h
                            where h.release = :release and h.lang = :lang and h.edition = :edition""")
                    .param("reason", Texts.clean(reason))
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .param("release", edition.release().value())
                    .param("lang", edition.language().tag())
                    .param("edition", edition.number())
                    .update();
        });
    }

    /** Those that nobody has approved yet, oldest first. */
    public List<Emergency> open(int most) {
        return database.read(() -> database.sql("select * from emergency where seen is null order by at limit :most")
                .param("most", most)
                .query(ROW)
                .list());
    }

    /** That of a version, as long as nobody has approved it. */
    public Optional<Emergency> of(ReleaseId id, Language language) {
        return database.read(
                () -> database.sql("select * from emergency where release = :release and lang = :lang and seen is null")
                        .param("release", id.value())
                        .param("lang", language.tag())
                        .query(ROW)
                        .optional());
    }

    /** Approves it afterwards; answers whether it waited for that. */
    public boolean approve(ReleaseId id, Language language, String by, Instant at) {
        return database.write(() -> database.sql("""
                                update emergency set seen = :at, seer = :by
                                where release = :release and lang = :lang and seen is null""")
                        .param("at", at.toEpochMilli())
                        .param("by", by)
                        .param("release", id.value())
                        .param("lang", language.tag())
                        .update()
                == 1);
    }
}
