package org.diurna.edition;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.springframework.dao.DuplicateKeyException;

/** The releases of the organisation with their drafts and editions. */
public final class Releases {
    private static final int ID_TRIES = 5;

    private final Database database;
    private final Offices offices;
    private final Happenings happenings;
    private final RandomGenerator random = new SecureRandom();
    private volatile Schedules.Watch watch = Schedules.Watch.NONE;

    public Releases(Database database, Offices offices, Happenings happenings) {
        this.database = database;
        this.offices = offices;
        this.happenings = happenings;
    }

    /**
     * What a release begins with.
     *
     * @param found   SHA-256 of the page it came from, may be empty
     * @param reports what an import could not decide
     */
    public record Beginning(
            String office,
            String type,
            Optional<ReleaseNumber> number,
            Language language,
            Standing standing,
            Wording wording,
            String found,
            List<String> reports) {}

    /** What came of a wish to save. */
    public sealed interface Saved {
        /** The draft has this revision now. */
        record Done(int revision) implements Saved {}

        /** Somebody saved before; nothing was changed. */
        record Overtaken(Draft now) implements Saved {}

        /** It waits for its time with the words that were signed off; nothing was changed. */
        record SignedOff(Schedule schedule) implements Saved {}
    }

    /**
     * Begins a release with its first language version.
     *
     * @throws NumberTaken when its number belongs to another release of the office
     */
    public ReleaseId begin(Beginning beginning, String by, Instant at) {
        return database.write(() -> {
            ReleaseId id = newId();
            try {
                insert(id, beginning, by, at);
            } catch (DuplicateKeyException e) {
                throw new NumberTaken(
                        "The number "
                                + beginning.number().map(ReleaseNumber::printed).orElse("") + " of the office "
                                + beginning.office() + " is taken. Choose the next free one.",
                        e);
            }
            addLanguage(id, beginning, by, at);
            return id;
        });
    }

    private ReleaseId newId() {
        for (int tries = 0; tries < ID_TRIES; tries++) {
            ReleaseId id = ReleaseId.random(random);
            boolean taken = database.sql("select 1 from release where id = :id")
                    .param("id", id.value())
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            if (!taken) {
                return id;
            }
        }
        throw new IllegalStateException("No free release id was found in " + ID_TRIES + " tries.");
    }

    private void insert(ReleaseId id, Beginning beginning, String by, Instant at) {
        Optional<ReleaseNumber> number = beginning.number();
        database.sql("""
                        insert into release (id, office, type, series, serial, year, printed, created, creator)
                        values (:id, :office, :type, :series, :serial, :year, :printed, :created, :creator)""")
                .param("id", id.value())
                .param("office", beginning.office())
                .param("type", beginning.type())
                .param("series", number.map(ReleaseNumber::series).orElse(null))
                .param("serial", number.map(ReleaseNumber::serial).orElse(null))
                .param("year", number.map(ReleaseNumber::year).orElse(null))
                .param("printed", number.map(ReleaseNumber::printed).orElse(null))
                .param("created", at.toEpochMilli())
                .param("creator", by)
                .update();
    }

    /** Adds a language version to a release; its office, type and number stay as they are. */
    public void addLanguage(ReleaseId id, Beginning beginning, String by, Instant at) {
        database.write(() -> {
            database.sql("insert into version (release, lang, standing) values (:release, :lang, :standing)")
                    .param("release", id.value())
                    .param("lang", beginning.language().tag())
                    .param("standing", beginning.standing().word())
                    .update();
            database.sql("""
                            insert into draft (release, lang, revision, doc, headline, changed, changer, found, reports)
                            values (:release, :lang, 1, :doc, :headline, :changed, :changer, :found, :reports)""")
                    .param("release", id.value())
                    .param("lang", beginning.language().tag())
                    .param("doc", WordingJson.write(beginning.wording()))
                    .param("headline", beginning.wording().headline())
                    .param("changed", at.toEpochMilli())
                    .param("changer", by)
                    .param("found", beginning.found())
                    .param("reports", String.join("\n", beginning.reports()))
                    .update();
            new Saving(database, this).written(id, beginning.language(), beginning.wording());
        });
    }

    /** Saves a wording over the revision that was seen; settles what an import had left open. */
    public Saved save(ReleaseId id, Language language, int seen, Wording wording, String by, Instant at) {
        return database.write(() -> new Saving(database, this).save(id, language, seen, wording, by, at));
    }

    /**
     * Saves two wordings one after the other: what somebody wrote over an old revision, and what came of it when it was
     * merged with the draft. Both are revisions, so neither is lost.
     */
    public Saved save(
            ReleaseId id, Language language, int seen, Wording written, Wording merged, String by, Instant at) {
        return database.write(() -> switch (save(id, language, seen, written, by, at)) {
            case Saved.Overtaken overtaken -> overtaken;
            case Saved.SignedOff off -> off;
            case Saved.Done(var next) -> save(id, language, next, merged, by, at);
        });
    }

    /** The number that follows the highest one of the office, the series and the year. */
    public int nextSerial(String office, String series, int year) {
        return database.read(() -> database.sql("""
                        select coalesce(max(serial), 0) + 1 from release
                        where office = :office and series = :series and year = :year and serial is not null""")
                .param("office", office)
                .param("series", series)
                .param("year", year)
                .query(Integer.class)
                .single());
    }

    public Optional<Release> find(ReleaseId id) {
        return database.read(() -> database.sql(
                        "select r.*, o.doc from release r join office o on o.code = r.office where r.id = :id")
                .param("id", id.value())
                .query(Rows.RELEASE)
                .optional());
    }

    /** Where a release belongs: what is asked before anything else of it is read. */
    public record Place(String office, String type) {
        public static final Place NOWHERE = new Place("", "");
    }

    public Optional<Place> place(ReleaseId id) {
        return database.read(() -> database.sql("select office, type from release where id = :id")
                .param("id", id.value())
                .query((row, _) -> new Place(row.getString("office"), row.getString("type")))
                .optional());
    }

    /** The languages of a release, in the order of its office. */
    public List<Language> languages(Release release) {
        List<Language> present = database.read(() -> database.sql("""
                                select lang from version v where v.release = :release and not exists (
                                    select 1 from draft_discarded x where x.release = v.release and x.lang = v.lang)
                                order by lang""")
                .param("release", release.id().value())
                .query((row, _) -> Language.of(row.getString("lang")))
                .list());
        return Rows.inOrder(release.office(), present);
    }

    public Optional<Draft> draft(ReleaseId id, Language language) {
        return database.read(() -> database.sql("""
                        select d.*, v.standing from draft d
                        join version v on v.release = d.release and v.lang = d.lang
                        where d.release = :release and d.lang = :lang and not exists (
                            select 1 from draft_discarded x where x.release = d.release and x.lang = d.lang)""")
                .param("release", id.value())
                .param("lang", language.tag())
                .query(Rows.DRAFT)
                .optional());
    }

    /** The editions of a language version, oldest first. */
    public List<Edition> editions(ReleaseId id, Language language) {
        return database.read(
                () -> database.sql("select * from edition where release = :release and lang = :lang order by number")
                        .param("release", id.value())
                        .param("lang", language.tag())
                        .query(Rows.EDITION)
                        .list());
    }

    public Stage stage(ReleaseId id, Language language) {
        return database.read(() -> Stages.of(database, schedules(), id, language));
    }

    /**
     * The newest releases, for lists at the desk.
     *
     * @param before only releases begun before this instant
     */
    public List<Release> newest(Instant before, int most) {
        return database.read(() -> database.sql("""
                        select r.*, o.doc from release r join office o on o.code = r.office
                        where r.created < :before order by r.created desc, r.id desc limit :most""")
                .param("before", before.toEpochMilli())
                .param("most", most)
                .query(Rows.RELEASE)
                .list());
    }

    /**
     * Freezes the draft as the next edition and writes the happening that takes it to the public; one transaction.
     *
     * @param seen revision of the draft that was decided on
     * @return empty when the draft has another revision now, or another decision about the version was made meanwhile
     */
    public Optional<Edition> publish(
            ReleaseId id, Language language, int seen, Kind kind, String note, String by, Instant at) {
        return publish(id, language, seen, kind, note, by, at, List.of());
    }

    /**
     * The same with pictures.
     *
     * @param plates of all pictures of the draft that was decided on, developed before; none may have been recalled
     */
    public Optional<Edition> publish(
            ReleaseId id,
            Language language,
            int seen,
            Kind kind,
            String note,
            String by,
            Instant at,
            List<Plate> plates) {
        // the database keeps milliseconds, and a file that said more would contradict its successor
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        return database.write(() -> {
            Stages.hold(database, id, language);
            if (!Stages.allows(stage(id, language), kind, seen)
                    || !plates().recalled(plates.stream().map(Plate::picture).toList())
                            .isEmpty()) {
                return Optional.empty();
            }
            Optional<Draft> draft = draft(id, language).filter(now -> now.revision() == seen);
            return draft.map(decided -> {
                Release release = find(id).orElseThrow();
                Edition edition =
                        new Freezing(database, random).freeze(release, decided, kind, Texts.clean(note), when, plates);
                happenings.write(kind, id, language, edition.number(), when, by);
                Lines.stage(database, id, language, DraftLine.At.IN_PRESS);
                return edition;
            });
        });
    }

    /**
     * Takes a language version back from the public; one transaction.
     *
     * @param text what becomes of the text
     * @return whether it stood there until now
     */
    public boolean withdraw(ReleaseId id, Language language, WithdrawnText text, String reason, String by, Instant at) {
        return database.write(() -> {
            Stages.hold(database, id, language);
            if (!(stage(id, language) instanceof Stage.Public)) {
                return false;
            }
            int newest = editions(id, language).getLast().number();
            String happening = happenings.write(Kind.WITHDRAWAL, id, language, newest, at, by);
            database.sql("""
                            insert into withdrawal (happening, release, lang, kept, reason, at)
                            values (:happening, :release, :lang, :kept, :reason, :at)""")
                    .param("happening", happening)
                    .param("release", id.value())
                    .param("lang", language.tag())
                    .param("kept", text == WithdrawnText.KEPT)
                    .param("reason", Texts.clean(reason))
                    .param("at", at.toEpochMilli())
                    .update();
            Lines.stage(database, id, language, DraftLine.At.WITHDRAWN);
            return true;
        });
    }

    /**
     * Takes a picture back from the public for good, in every edition that shows it; one transaction.
     *
     * @param reason for the house; readers are told that the right to show it has ended
     * @return whether it had not been taken back before
     */
    public boolean recall(String picture, String reason, String by, Instant at) {
        return database.write(
                () -> new Recall(database, this, random).run(picture, reason, by, at.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** What of them is signed off and waits for its time. */
    public Schedules schedules() {
        return new Schedules(database, this, watch);
    }

    /** Has somebody told from now on of what becomes of sign-offs. */
    public void watch(Schedules.Watch told) {
        watch = told;
    }

    /** How far their drafts have come with a second pair of eyes. */
    public Reviews reviews() {
        return new Reviews(database, this);
    }

    /** Which of them went without the approval that they needed. */
    public Emergencies emergencies() {
        return new Emergencies(database);
    }

    /** The pictures that they show. */
    public Plates plates() {
        return new Plates(database);
    }

    /** Their drafts that were thrown away. */
    public Discards discards() {
        return new Discards(database, this);
    }

    /** The lists that they stand in at the desk. */
    public Lines lines() {
        return new Lines(database);
    }

    /** Everything that was ever saved of their drafts. */
    public Revisions revisions() {
        return new Revisions(database);
    }

    /** What is kept beside their drafts. */
    public Writing writing() {
        return Writing.of(database);
    }

    /** What journalists must accept who see them beforehand. */
    public EmbargoTerms embargoTerms() {
        return new EmbargoTerms(database);
    }

    /** When nothing is published. */
    public Silences silences() {
        return new Silences(database);
    }

    /** The days that offices think of when they plan. */
    public PlannedDays days() {
        return new PlannedDays(database);
    }

    /** What happened to them. */
    public Happenings happenings() {
        return happenings;
    }

    /** The offices that releases belong to. */
    public Offices offices() {
        return offices;
    }
}
