package org.diurna.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diurna.house.Database;
import org.diurna.house.Jobs;
import org.diurna.house.Language;
import org.springframework.jdbc.core.RowMapper;

/** The rows from which the rest of the house works. */
public final class Happenings {
    /** The kind of job that takes a happening to the public; its name is the happening's id. */
    public static final String JOB = "press-run";

    /** The kind of job that does what can wait until a happening is public; its name is the happening's id. */
    public static final String AFTERWARDS = "afterwards";

    /** What can wait lets the first readers go before. */
    private static final Duration BREATH = Duration.ofSeconds(2);

    private static final RowMapper<Happening> ROW = (row, _) -> new Happening(
            row.getLong("seq"),
            row.getString("id"),
            Kind.of(row.getString("kind")),
            new ReleaseId(row.getString("release")),
            Language.of(row.getString("lang")),
            row.getInt("edition"),
            Instant.ofEpochMilli(row.getLong("at")),
            row.getString("doer"));

    private final Database database;
    private final Jobs jobs;

    public Happenings(Database database, Jobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /** Writes a happening and asks for its press run, both in the transaction of the decision. */
    String write(Kind kind, ReleaseId release, Language language, int edition, Instant at, String doer) {
        String id = UUID.randomUUID().toString();
        oneAfterTheOther();
        database.sql("""
                        insert into happening (id, kind, release, lang, edition, at, doer)
                        values (:id, :kind, :release, :lang, :edition, :at, :doer)""")
                .param("id", id)
                .param("kind", kind.word())
                .param("release", release.value())
                .param("lang", language.tag())
                .param("edition", edition)
                .param("at", at.toEpochMilli())
                .param("doer", doer)
                .update();
        database.sql("insert into waiting (seq, happening) select seq, id from happening where id = :id")
                .param("id", id)
                .update();
        jobs.ask(JOB, id, Instant.EPOCH); // due at once, whatever day the decision bears
        return id;
    }

    /**
     * Numbers become visible in their order: whoever reads on behind the last number seen would skip a smaller one that is
     * committed later, for ever.
     */
    private void oneAfterTheOther() {
        database.holdAlone("happening");
    }

    /** Happenings that are not yet on the stand, oldest first. */
    public List<Happening> pending(int most) {
        return database.read(
                () -> database.sql("""
                        select h.* from waiting w join happening h on h.id = w.happening
                        order by w.seq limit :most""").param("most", most).query(ROW).list());
    }

    /** The last ones, newest first. */
    public List<Happening> newest(int most) {
        return database.read(() -> database.sql("select * from happening order by seq desc limit :most")
                .param("most", most)
                .query(ROW)
                .list());
    }

    public Optional<Happening> find(String id) {
        return database.read(() -> database.sql("select * from happening where id = :id")
                .param("id", id)
                .query(ROW)
                .optional());
    }

    /** Everything that happened to a release, oldest first. */
    public List<Happening> of(ReleaseId release) {
        return database.read(() -> database.sql("select * from happening where release = :release order by seq")
                .param("release", release.value())
                .query(ROW)
                .list());
    }

    /**
     * How far a happening has come.
     *
     * @param leaf   its index in the ledger, once it has a proof there
     * @param turn   of the shelf that brought it before the public
     * @param stood  since when the stand shows it
     * @param papers since when its PDF files are there
     */
    public record Course(
            Happening happening,
            Optional<Long> leaf,
            Optional<Long> turn,
            Optional<Instant> stood,
            Optional<Instant> papers) {}

    /** Everything that happened to a release and how far each has come, oldest first. */
    public List<Course> courses(ReleaseId release) {
        return database.read(() -> database.sql("""
                        select h.*, l.idx as leaf, r.turn, r.at as stood, p.at as papers from happening h
                        left join leaf l on l.happening = h.id and l.proof is not null
                        left join press_run r on r.happening = h.id
                        left join paper_run p on p.happening = h.id
                        where h.release = :release order by h.seq""")
                .param("release", release.value())
                .query((row, at) -> new Course(
                        ROW.mapRow(row, at),
                        number(row, "leaf"),
                        number(row, "turn"),
                        number(row, "stood").map(Instant::ofEpochMilli),
                        number(row, "papers").map(Instant::ofEpochMilli)))
                .list());
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** Happenings after a place in their order, oldest first. */
    public List<Happening> after(long sequence, int most) {
        return database.read(() -> database.sql("select * from happening where seq > :seq order by seq limit :most")
                .param("seq", sequence)
                .param("most", most)
                .query(ROW)
                .list());
    }

    /** Notes that the PDF files of a happening are there. */
    public void papered(Happening happening, Instant at) {
        database.write(() -> {
            database.sql("insert into paper_run (happening, at) values (:happening, :at)"
                            + " on conflict (happening) do nothing")
                    .param("happening", happening.id())
                    .param("at", at.toEpochMilli())
                    .update();
        });
    }

    /** Notes that the sheets of these happenings are on the stand since that turn, and asks for what comes afterwards. */
    public void onTheStand(List<Happening> happenings, long turn, Instant at) {
        database.write(() -> happenings.forEach(happening -> {
            database.sql("""
                            insert into press_run (happening, turn, at) values (:happening, :turn, :at)
                            on conflict (happening) do nothing""")
                    .param("happening", happening.id())
                    .param("turn", turn)
                    .param("at", at.toEpochMilli())
                    .update();
            database.sql("delete from waiting where seq = :seq")
                    .param("seq", happening.sequence())
                    .update();
            // a later decision may have gone on already; then its own stage stands in the lists
            database.sql("""
                            update draft_line set stage = 'public'
                            where release = :release and lang = :lang and stage = 'in-press' and not exists (
                                select 1 from happening h where h.release = draft_line.release
                                and h.lang = draft_line.lang and h.seq > :seq)""")
                    .param("release", happening.release().value())
                    .param("lang", happening.language().tag())
                    .param("seq", happening.sequence())
                    .update();
            jobs.ask(AFTERWARDS, happening.id(), at.plus(BREATH));
        }));
    }
}
