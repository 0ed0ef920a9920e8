package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.springframework.jdbc.core.RowMapper;

/** Language versions that new releases are begun from: "as last year". */
public final class Models {
    /** A form that offers more is a search. */
    private static final int SHOWN_MAX = 200;

    private static final RowMapper<Model> MODEL = (row, _) -> new Model(
            new ReleaseId(row.getString("release")),
            Language.of(row.getString("lang")),
            row.getString("office"),
            row.getString("type"),
            row.getString("name"));

    private final Database database;

    Models(Database database) {
        this.database = database;
    }

    /** One of them, with the office and type that it is of. */
    public record Model(ReleaseId release, Language language, String office, String type, String name) {
        public static final int NAME_MAX = 120;
    }

    public List<Model> all() {
        return database.read(
                () -> database.sql("""
                        select m.*, r.office, r.type from model m join release r on r.id = m.release
                        where not exists (select 1 from draft_discarded d where d.release = m.release and d.lang = m.lang)
                        order by m.name, m.release limit :most""").param("most", SHOWN_MAX).query(MODEL).list());
    }

    public Optional<String> name(ReleaseId release, Language language) {
        return database.read(() -> database.sql("select name from model where release = :release and lang = :lang")
                .param("release", release.value())
                .param("lang", language.tag())
                .query(String.class)
                .optional());
    }

    public void put(ReleaseId release, Language language, String name, String by, Instant at) {
        database.write(() -> {
            database.sql("""
                            insert into model (release, lang, name, at, doer) values (:release, :lang, :name, :at, :by)
                            on conflict (release, lang) do update set name = excluded.name""")
                    .param("release", release.value())
                    .param("lang", language.tag())
                    .param("name", name)
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .update();
        });
    }

    public void remove(ReleaseId release, Language language) {
        database.write(() -> {
            database.sql("delete from model where release = :release and lang = :lang")
                    .param("release", release.value())
                    .param("lang", language.tag())
                    .update();
        });
    }
}
