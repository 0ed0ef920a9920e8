package org.diurna.edition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Database;
import org.springframework.jdbc.core.RowMapper;

/** Times in which offices publish nothing, such as the days before an election, and what two people let go in spite of it. */
public final class Silences {
    private static final int SHOWN_MAX = 200;

    private static final RowMapper<Silence> SILENCE = (row, _) -> new Silence(
            row.getString("id"),
            row.getString("office"),
            ZoneId.of(row.getString("zone")),
            Instant.ofEpochMilli(row.getLong("starts")),
            Instant.ofEpochMilli(row.getLong("ends")),
            row.getString("reason"),
            row.getString("maker"));

    private static final RowMapper<Exempt> EXEMPT = (row, _) -> {
        String agreer = row.getString("agreer");
        return new Exempt(
                row.getString("silence"),
                new ReleaseId(row.getString("release")),
                row.getString("reason"),
                row.getString("asker"),
                Instant.ofEpochMilli(row.getLong("asked")),
                Optional.ofNullable(agreer));
    };

    private final Database database;

    Silences(Database database) {
        this.database = database;
    }

    /**
     * A silence.
     *
     * @param office its code; empty for all offices
     * @param zone   in which it was set
     * @param starts first instant of it
     * @param ends   first instant after it
     */
    public record Silence(
            String id, String office, ZoneId zone, Instant starts, Instant ends, String reason, String maker) {
        /** Longer reasons are not read. */
        public static final int REASON_MAX = 300;
    }

    /**
     * A release that may go in spite of a silence.
     *
     * @param agreer who agreed; empty as long as nobody has
     */
    public record Exempt(
            String silence, ReleaseId release, String reason, String asker, Instant asked, Optional<String> agreer) {}

    /** Declares a silence. */
    public void declare(Silence silence, Instant at) {
        database.write(() -> {
            database.sql("""
                            insert into silence (id, office, zone, starts, ends, reason, made, maker)
                            values (:id, :office, :zone, :starts, :ends, :reason, :made, :maker)""")
                    .params(Map.of(
                            "id", silence.id(),
                            "office", silence.office(),
                            "zone", silence.zone().getId(),
                            "starts", silence.starts().toEpochMilli(),
                            "ends", silence.ends().toEpochMilli(),
                            "reason", silence.reason(),
                            "made", at.toEpochMilli(),
                            "maker", silence.maker()))
                    .update();
        });
    }

    /** Ends one before its time; answers whether it was not over. */
    public boolean end(String id, String by, Instant at) {
        return database.write(() -> database.sql("""
                                insert into silence_end (silence, at, doer) values (:id, :at, :by)
                                on conflict (silence) do nothing""")
                        .params(Map.of("id", id, "at", at.toEpochMilli(), "by", by))
                        .update()
                == 1);
    }

    public Optional<Silence> find(String id) {
        return read("s.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Those that are not over, the first first. */
    public List<Silence> open(Instant now) {
        return read("s.ends > :now", Map.of("now", now.toEpochMilli()));
    }

    /** The silence that keeps a release of that office back at that moment. */
    public Optional<Silence> against(Release release, Instant at) {
        return read(
                        "s.ends > :at and s.starts <= :at and s.office in ('', :office) and not exists ("
                                + "select 1 from silence_exception x where x.silence = s.id and x.release = :release"
                                + " and x.agreed is not null)",
                        Map.of(
                                "at", at.toEpochMilli(),
                                "office", release.office().code(),
                                "release", release.id().value()))
                .stream()
                .findFirst();
    }

    private List<Silence> read(String where, Map<String, Object> values) {
        return database.read(() -> database.sql("select s.* from silence s where " + where + """
                         and not exists (select 1 from silence_end e where e.silence = s.id)
                        order by s.starts, s.id limit\s""" + SHOWN_MAX)
                .params(values)
                .query(SILENCE)
                .list());
    }

    /** Asks that a release may go; asking again changes nothing. */
    public void ask(String silence, ReleaseId release, String reason, String by, Instant at) {
        database.write(() -> {
            database.sql("""
                            insert into silence_exception (silence, release, reason, asked, asker)
                            values (:silence, :release, :reason, :at, :by)
                            on conflict (silence, release) do nothing""")
                    .params(Map.of(
                            "silence", silence,
                            "release", release.value(),
                            "reason", Texts.clean(reason),
                            "at", at.toEpochMilli(),
                            "by", by))
                    .update();
        });
    }

    /** Agrees as a second person; answers whether the exception waited for that. */
    public boolean agree(String silence, ReleaseId release, String by, Instant at) {
        return database.write(() -> database.sql("""
                                update silence_exception set agreed = :at, agreer = :by
                                where silence = :silence and release = :release and agreed is null and asker <> :by""")
                        .params(Map.of(
                                "silence", silence, "release", release.value(), "at", at.toEpochMilli(), "by", by))
                        .update()
                == 1);
    }

    /** The exceptions of silences that are neither over nor ended. */
    public List<Exempt> exceptions(Instant now) {
        return database.read(() -> database.sql("""
                        select x.* from silence_exception x join silence s on s.id = x.silence
                        where s.ends > :now and not exists (select 1 from silence_end e where e.silence = s.id)
                        order by x.asked, x.release limit :most""")
                .params(Map.of("now", now.toEpochMilli(), "most", SHOWN_MAX))
                .query(EXEMPT)
                .list());
    }
}
