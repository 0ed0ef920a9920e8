package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.springframework.jdbc.core.RowMapper;

/** The register of numbers: one is borne by one release for ever, and where none of the public bears it, that is told. */
public final class Numbers {
    /** Lines of one page of the register. */
    public static final int SHOWN_MAX = 1_000;

    private static final RowMapper<Borne> BORNE = (row, _) -> new Borne(
            row.getInt("serial"),
            row.getString("printed"),
            new ReleaseId(row.getString("id")),
            row.getString("type"),
            row.getBoolean("discarded"),
            row.getBoolean("published"));

    private final Database database;

    Numbers(Database database) {
        this.database = database;
    }

    /** A series of an office in a year. */
    public record Series(String office, String series, int year) {}

    /**
     * A number that a release bears.
     *
     * @param type      its code
     * @param discarded whether the release was thrown away in all its languages
     * @param published whether an edition of it was ever decided on
     */
    public record Borne(
            int serial, String printed, ReleaseId release, String type, boolean discarded, boolean published) {}

    /** Why a number is missing. */
    public record Explained(int serial, String words, Instant at, String doer) {}

    /** The series that an office has used, the newest year first. */
    public List<Series> series(String office) {
        return database.read(() -> database.sql("""
                        select distinct series, year from release where office = :office and serial is not null
                        order by year desc, series""")
                .param("office", office)
                .query((row, _) -> new Series(office, row.getString("series"), row.getInt("year")))
                .list());
    }

    /** The numbers of a series that releases bear, in their order. */
    public List<Borne> borne(Series series) {
        return database.read(() -> database.sql("""
                        select r.serial, r.printed, r.id, r.type,
                               not exists (select 1 from version v where v.release = r.id and not exists (
                                   select 1 from draft_discarded d where d.release = v.release and d.lang = v.lang)) as discarded,
                               exists (select 1 from edition e where e.release = r.id) as published
                        from release r
                        where r.office = :office and r.series = :series and r.year = :year and r.serial is not null
                        order by r.serial limit :most""")
                .param("office", series.office())
                .param("series", series.series())
                .param("year", series.year())
                .param("most", SHOWN_MAX)
                .query(BORNE)
                .list());
    }

    public List<Explained> explained(Series series) {
        return database.read(() -> database.sql("""
                        select * from number_explained where office = :office and series = :series and year = :year
                        order by serial""")
                .param("office", series.office())
                .param("series", series.series())
                .param("year", series.year())
                .query((row, _) -> new Explained(
                        row.getInt("serial"),
                        row.getString("words"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("doer")))
                .list());
    }

    /** Tells why a number is missing; the newest telling stands. */
    public void explain(Series series, int serial, String words, String by, Instant at) {
        database.write(() -> {
            database.sql("""
                            insert into number_explained (office, series, year, serial, words, at, doer)
                            values (:office, :series, :year, :serial, :words, :at, :by)
                            on conflict (office, series, year, serial)
                                do update set words = excluded.words, at = excluded.at, doer = excluded.doer""")
                    .param("office", series.office())
                    .param("series", series.series())
                    .param("year", series.year())
                    .param("serial", serial)
                    .param("words", words)
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .update();
        });
    }

    /**
     * Gives a release the next number of a series, in the transaction of the decision that it is for. A release keeps the
     * number that it has.
     */
    public Optional<ReleaseNumber> reserve(ReleaseId release, Series series) {
        return database.write(() -> {
            // the office is held, so that two decisions take two numbers
            database.sql("update office set position = position where code = :office")
                    .param("office", series.office())
                    .update();
            int serial = database.sql("""
                            select coalesce(max(serial), 0) + 1 from release
                            where office = :office and series = :series and year = :year and serial is not null""")
                    .param("office", series.office())
                    .param("series", series.series())
                    .param("year", series.year())
                    .query(Integer.class)
                    .single();
            ReleaseNumber number = ReleaseNumber.of(series.series(), serial, series.year());
            int given = database.sql("""
                            update release set series = :series, serial = :serial, year = :year, printed = :printed
                            where id = :id and serial is null""")
                    .param("series", number.series())
                    .param("serial", number.serial())
                    .param("year", number.year())
                    .param("printed", number.printed())
                    .param("id", release.value())
                    .update();
            return given == 1 ? Optional.of(number) : Optional.empty();
        });
    }
}
