package org.diurna.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.Sha256;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What is signed off and waits for its time. A version that waits is in one sign-off, and its draft stays as it is. */
public final class Schedules {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Releases releases;
    private final Watch watch;

    Schedules(Database database, Releases releases, Watch watch) {
        this.database = database;
        this.releases = releases;
        this.watch = watch;
    }

    /** Is told of what becomes of sign-offs, whoever decides, inside the transaction that decides. */
    public interface Watch {
        /** Nobody. */
        Watch NONE = new Watch() {};

        /** It goes at another moment. */
        default void moved(Schedule before, Schedule after) {}

        /** It does not go, and its versions are drafts again. */
        default void cancelled(Schedule schedule) {}

        /** An edition of that version is frozen and on its way to the public. */
        default void went(ReleaseId release, Language language) {}
    }

    /** Who is told. */
    Watch watch() {
        return watch;
    }

    /**
     * A version that is signed off.
     *
     * @param seen   revision of the draft that was decided on
     * @param plates of all pictures of it, developed before
     */
    public record Part(ReleaseId release, Language language, int seen, List<Plate> plates) {
        public Part {
            plates = List.copyOf(plates);
        }
    }

    /** How late a version came to the public. */
    public record Past(WallTime when, Instant due, Instant stood) {}

    /**
     * Signs versions off for one time: all of them, or none. One transaction.
     *
     * @param due the instant that the time on the wall was read as
     * @return empty when a draft has another revision now, or something was decided about a version meanwhile
     */
    public Optional<Schedule> sign(WallTime when, Instant due, List<Part> parts, String by, Instant at) {
        return sign(List.of(new Group(when, due, parts)), by, at).map(List::getFirst);
    }

    /** What goes at one time. */
    public record Group(WallTime when, Instant due, List<Part> parts) {
        public Group {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("A sign-off has at least one version.");
            }
        }
    }

    /** The same for several times: all of them, or none. */
    public Optional<List<Schedule>> sign(List<Group> groups, String by, Instant at) {
        return database.write(() -> {
            List<Part> all = sorted(
                    groups.stream().flatMap(group -> group.parts().stream()).toList());
            all.forEach(part -> Stages.hold(database, part.release(), part.language()));
            return all.stream().allMatch(this::fits)
                    ? Optional.of(groups.stream()
                            .map(group -> insert(group.when(), group.due(), sorted(group.parts()), by, at))
                            .toList())
                    : Optional.empty();
        });
    }

    /** All hold versions in one order, so that none waits for another that waits for it. */
    private static List<Part> sorted(List<Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparing((Part part) -> part.release().value())
                        .thenComparing(part -> part.language().tag()))
                .toList();
    }

    /** Binds sign-offs that were made with one click; answers under which name. One transaction. */
    public String bind(List<Schedule> schedules) {
        String bundle = UUID.randomUUID().toString();
        return database.write(() -> {
            schedules.forEach(schedule -> database.sql(
                            "insert into schedule_bundle (schedule, bundle) values (:schedule, :bundle)")
                    .param("schedule", schedule.id())
                    .param("bundle", bundle)
                    .update());
            return bundle;
        });
    }

    /** The bundle that a sign-off belongs to. */
    public Optional<String> bundle(String schedule) {
        return database.read(() -> database.sql("select bundle from schedule_bundle where schedule = :schedule")
                .param("schedule", schedule)
                .query(String.class)
                .optional());
    }

    /** All sign-offs of a bundle by their time, those too that are over. */
    public List<Schedule> bound(String bundle) {
        return database.read(() -> read(
                "s.id in (select b.schedule from schedule_bundle b where b.bundle = :bundle)",
                Map.of("bundle", bundle)));
    }

    /** Whether it waits for its time, or is held. */
    public boolean waits(Schedule schedule) {
        return database.read(() -> !database.sql("""
                        select schedule from schedule_waiting where schedule = :schedule
                        union all select schedule from schedule_held where schedule = :schedule""")
                .param("schedule", schedule.id())
                .query(String.class)
                .list()
                .isEmpty());
    }

    private boolean fits(Part part) {
        return releases.stage(part.release(), part.language()) instanceof Stage.Drafted
                && releases.draft(part.release(), part.language())
                        .filter(draft -> draft.revision() == part.seen())
                        .isPresent()
                && releases.plates()
                        .recalled(part.plates().stream().map(Plate::picture).toList())
                        .isEmpty();
    }

    private Schedule insert(WallTime when, Instant due, List<Part> parts, String by, Instant at) {
        String id = UUID.randomUUID().toString();
        database.sql("""
                        insert into schedule (id, local, zone, shift, due, signed, signer)
                        values (:id, :local, :zone, :shift, :due, :signed, :signer)""")
                .param("id", id)
                .param("local", when.local().toString())
                .param("zone", when.zone().getId())
                .param("shift", when.shift().word())
                .param("due", due.toEpochMilli())
                .param("signed", at.toEpochMilli())
                .param("signer", by)
                .update();
        parts.forEach(part -> insert(id, part));
        await(id, due);
        return find(id).orElseThrow();
    }

    private void insert(String id, Part part) {
        ArrayNode plates = JSON.createArrayNode();
        part.plates().forEach(plate -> plates.add(PlateJson.write(plate)));
        database.sql("""
                        insert into schedule_version (schedule, release, lang, revision, digest, plates)
                        values (:schedule, :release, :lang, :revision, :digest, :plates)""")
                .param("schedule", id)
                .param("release", part.release().value())
                .param("lang", part.language().tag())
                .param("revision", part.seen())
                .param(
                        "digest",
                        digest(part.release(), part.language(), part.seen()).orElseThrow())
                .param("plates", JSON.writeValueAsString(plates))
                .update();
        database.sql("insert into scheduled (release, lang, schedule) values (:release, :lang, :schedule)")
                .param("release", part.release().value())
                .param("lang", part.language().tag())
                .param("schedule", id)
                .update();
        Lines.stage(database, part.release(), part.language(), DraftLine.At.SCHEDULED);
    }

    /** SHA-256 of the words of a draft as they are stored, when it still has that revision. */
    Optional<String> digest(ReleaseId release, Language language, int revision) {
        return database.sql("select doc from draft where release = :release and lang = :lang and revision = :revision")
                .params(Map.of("release", release.value(), "lang", language.tag(), "revision", revision))
                .query(String.class)
                .optional()
                .map(Sha256::hex);
    }

    List<Plate> plates(String schedule, Schedule.Version version) {
        String stored = database.sql("""
                        select plates from schedule_version
                        where schedule = :schedule and release = :release and lang = :lang""")
                .params(Map.of(
                        "schedule", schedule,
                        "release", version.release().value(),
                        "lang", version.language().tag()))
                .query(String.class)
                .single();
        List<Plate> plates = new ArrayList<>();
        JSON.readTree(stored).forEach(plate -> plates.add(PlateJson.read(plate.asString())));
        return plates;
    }

    private void await(String id, Instant due) {
        database.sql("insert into schedule_waiting (schedule, due) values (:schedule, :due)")
                .param("schedule", id)
                .param("due", due.toEpochMilli())
                .update();
    }

    /**
     * Sets another time for what waits or is held; one transaction.
     *
     * @return empty when it is over
     */
    public Optional<Schedule> move(String id, WallTime when, Instant due) {
        return database.write(() -> open(id).flatMap(schedule -> {
            database.sql("""
                            update schedule set local = :local, zone = :zone, shift = :shift, due = :due, was = null
                            where id = :id""")
                    .param("local", when.local().toString())
                    .param("zone", when.zone().getId())
                    .param("shift", when.shift().word())
                    .param("due", due.toEpochMilli())
                    .param("id", id)
                    .update();
            await(id, due);
            stage(schedule, DraftLine.At.SCHEDULED);
            Optional<Schedule> moved = find(id);
            moved.ifPresent(after -> watch.moved(schedule, after));
            return moved;
        }));
    }

    /**
     * Takes a sign-off back: its versions are drafts again; one transaction.
     *
     * @return what waited until now; empty when it was over
     */
    public Optional<Schedule> cancel(String id, String by, Instant at) {
        return database.write(() -> open(id).map(schedule -> {
            // whoever decides about one of them meanwhile is done, or sees that nothing waits any more
            schedule.versions().forEach(version -> hold(version.release(), version.language()));
            release(id);
            schedule.versions()
                    .forEach(version -> Lines.stage(
                            database,
                            version.release(),
                            version.language(),
                            releases.reviews().at(version.release(), version.language())));
            end(id, "cancelled", by, at);
            watch.cancelled(schedule);
            return schedule;
        }));
    }

    /** Holds a version in the transaction that is under way: other decisions about it come before or after it. */
    public void hold(ReleaseId release, Language language) {
        Stages.hold(database, release, language);
    }

    /** Takes it from the waiting or the held, in the transaction that is under way. */
    private Optional<Schedule> open(String id) {
        return find(id).filter(_ -> taken("schedule_waiting", id) || taken("schedule_held", id));
    }

    private boolean taken(String table, String id) {
        return database.sql("delete from " + table + " where schedule = :schedule")
                        .param("schedule", id)
                        .update()
                == 1;
    }

    void release(String id) {
        database.sql("delete from scheduled where schedule = :schedule")
                .param("schedule", id)
                .update();
    }

    void stage(Schedule schedule, DraftLine.At at) {
        schedule.versions().forEach(version -> Lines.stage(database, version.release(), version.language(), at));
    }

    void end(String id, String how, String by, Instant at) {
        database.sql("insert into schedule_end (schedule, how, at, doer) values (:schedule, :how, :at, :doer)")
                .param("schedule", id)
                .param("how", how)
                .param("at", at.toEpochMilli())
                .param("doer", by)
                .update();
    }

    /** The sign-off that a version waits in. */
    public Optional<Schedule> of(ReleaseId release, Language language) {
        return database.read(
                () -> database.sql("select schedule from scheduled where release = :release and lang = :lang")
                        .params(Map.of("release", release.value(), "lang", language.tag()))
                        .query(String.class)
                        .optional()
                        .flatMap(this::find));
    }

    public Optional<Schedule> find(String id) {
        return database.read(() -> read("s.id = :id", Map.of("id", id)).stream().findFirst());
    }

    /** What waits or is held, by its time: those that come after the first ones are found with {@code from}. */
    public List<Schedule> open(Instant from, int most) {
        return database.read(() -> {
            List<Schedule> open = new ArrayList<>(waiting(from, "", most));
            open.addAll(held());
            return open.stream()
                    .sorted(Comparator.comparing(Schedule::due).thenComparing(Schedule::id))
                    .toList();
        });
    }

    /** What waits, by its time and id: those that are due later than that, or then and have an id behind that one. */
    public List<Schedule> waiting(Instant from, String after, int most) {
        return database.read(() -> read("""
                s.id in (select w.schedule from schedule_waiting w where (w.due, w.schedule) > (:from, :after)
                         order by w.due, w.schedule limit :most)""", Map.of("from", from.toEpochMilli(), "after", after, "most", most)));
    }

    /** What did not go at its time and waits for a person. */
    public List<Schedule> held() {
        return database.read(() -> read("s.id in (select x.schedule from schedule_held x)", Map.of()));
    }

    /** All that waits. */
    List<Schedule> waiting() {
        return database.read(() -> read("s.id in (select w.schedule from schedule_waiting w)", Map.of()));
    }

    /** Those of which the time has come, by their time. */
    List<Schedule> due(Instant now, int most) {
        return database.read(() -> read("""
                s.id in (select w.schedule from schedule_waiting w where w.due <= :now
                         order by w.due, w.schedule limit :most)""", Map.of("now", now.toEpochMilli(), "most", most)));
    }

    private List<Schedule> read(String where, Map<String, Object> values) {
        Map<String, List<Schedule.Version>> versions = new LinkedHashMap<>();
        String from = " from schedule s left join schedule_held h on h.schedule = s.id ";
        database.sql("select v.*" + from + "join schedule_version v on v.schedule = s.id where " + where
                        + " order by v.release, v.lang")
                .params(values)
                .query((row, _) -> versions.computeIfAbsent(row.getString("schedule"), _ -> new ArrayList<>())
                        .add(new Schedule.Version(
                                new ReleaseId(row.getString("release")),
                                Language.of(row.getString("lang")),
                                row.getInt("revision"),
                                row.getString("digest"))))
                .list();
        return database.sql("select s.*, h.reason, h.since" + from + "where " + where + " order by s.due, s.id")
                .params(values)
                .query((row, _) -> Rows.schedule(row, versions.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    /** When the first of those that wait is due. */
    public Optional<Instant> next() {
        return database.read(() -> database.sql("select due from schedule_waiting order by due, schedule limit 1")
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli));
    }

    /** When a version was to go, and when its first edition stood before the public; empty where nobody scheduled it. */
    public Optional<Past> past(ReleaseId release, Language language) {
        return database.read(() -> database.sql("""
                        select s.local, s.zone, s.shift, s.due, p.at from schedule_version v
                        join schedule s on s.id = v.schedule join press_run p on p.happening = v.happening
                        where v.release = :release and v.lang = :lang""")
                .params(Map.of("release", release.value(), "lang", language.tag()))
                .query((row, _) -> new Past(
                        Rows.wallTime(row),
                        Instant.ofEpochMilli(row.getLong("due")),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .optional());
    }
}
