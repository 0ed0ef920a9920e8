package org.diurna.main;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.diurna.counter.Counter;
import org.diurna.darkroom.Backstage;
import org.diurna.darkroom.Darkroom;
import org.diurna.darkroom.DarkroomSettings;
import org.diurna.darkroom.Pictures;
import org.diurna.darkroom.Scanner;
import org.diurna.desk.Embargo;
import org.diurna.desk.Eyes;
import org.diurna.desk.Licences;
import org.diurna.desk.OfficePages;
import org.diurna.desk.Preview;
import org.diurna.desk.Rights;
import org.diurna.desk.Shelves;
import org.diurna.desk.Studio;
import org.diurna.desk.Views;
import org.diurna.edition.Due;
import org.diurna.edition.Happenings;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.WallTime;
import org.diurna.gate.Originals;
import org.diurna.guest.Guests;
import org.diurna.house.Alarms;
import org.diurna.house.DataFolder;
import org.diurna.house.Database;
import org.diurna.house.DatabasePlace;
import org.diurna.house.Jobs;
import org.diurna.house.Outbox;
import org.diurna.house.Settings;
import org.diurna.ledger.Ledger;
import org.diurna.ledger.LogKey;
import org.diurna.press.Site;
import org.diurna.run.DailyAudit;
import org.diurna.run.Run;
import org.diurna.run.Sites;
import org.diurna.run.Timetable;
import org.diurna.run.Watchers;
import org.diurna.run.Workshop;
import org.diurna.staff.Doer;
import org.diurna.staff.Seal;
import org.diurna.staff.Staff;
import org.diurna.staff.Trail;
import org.diurna.stand.Shelf;
import org.diurna.stand.Stand;
import org.diurna.wire.LeafCalls;
import org.diurna.wire.Post;
import org.jspecify.annotations.Nullable;

/** All rooms of an installation, opened in order and closed in reverse. */
final class House implements AutoCloseable {
    /** Who does what was signed off for a time. */
    private static final Doer TIMETABLE = new Doer.Operator("timetable");

    private static final long MILLION = 1_000_000;

    private final DataFolder folder;
    private final Settings settings;
    private final Database database;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Guests guests;
    private final Embargo embargo;
    private final Offices offices;
    private final Happenings happenings;
    private final Releases releases;
    private final Staff staff;
    private final Rights rights;
    private final ReleaseTypes types = ReleaseTypes.standard();
    private final Clock clock = Clock.systemUTC();
    private final Backstage backstage;
    private final Studio studio;
    private @Nullable Darkroom darkroom;
    private final Pictures pictures;

    private House(DataFolder folder, Settings settings, Staff.Use use) {
        this.folder = folder;
        this.settings = settings;
        this.database = Database.open(settings.database()
                .<DatabasePlace>map(place -> place)
                .orElse(new DatabasePlace.Sqlite(folder.database())));
        this.jobs = new Jobs(database);
        this.outbox = new Outbox(database, jobs, clock);
        this.offices = new Offices(database);
        this.happenings = new Happenings(database, jobs);
        this.releases = new Releases(database, offices, happenings);
        this.guests = new Guests(database);
        this.embargo = new Embargo(releases, guests, outbox, jobs, clock);
        releases.watch(embargo);
        this.staff = new Staff(
                database,
                clock,
                settings.signIn(),
                use,
                Seal.keptIn(folder.keys().resolve("desk.key")));
        this.rights = new Rights(staff, new Eyes(settings.reviewed()));
        this.backstage = new Backstage(folder.backstage(), database, this::darkroom, clock);
        this.pictures = new Pictures(database);
        this.studio = new Studio(new Shelves(pictures, licences()), this::darkroom, backstage);
    }

    Licences licences() {
        return new Licences(settings.licences());
    }

    Database database() {
        return database;
    }

    /** Opens the database of a data folder that is held already. */
    static House open(DataFolder folder, Settings settings) {
        return open(folder, settings, Staff.Use.EARNEST);
    }

    /** The same for a demo, where a newcomer signs in with one click. */
    static House open(DataFolder folder, Settings settings, Staff.Use use) {
        return new House(folder, settings, use);
    }

    Backstage backstage() {
        return backstage;
    }

    DataFolder folder() {
        return folder;
    }

    Settings settings() {
        return settings;
    }

    Jobs jobs() {
        return jobs;
    }

    /** People outside who see what is not public yet. */
    Guests guests() {
        return guests;
    }

    /** Where rooms put letters. */
    Outbox outbox() {
        return outbox;
    }

    /** Where browsers find the desk, for links in letters. */
    URI deskAddress() {
        return settings.signIn().address().orElseGet(() -> URI.create("http://localhost:" + settings.deskPort()));
    }

    /** What administrators have to know. */
    Alarms alarms() {
        return new Alarms(database, clock);
    }

    /** Where offices are found, and which names they cannot have. */
    OfficePages.Homes homes(Sites sites) {
        Set<String> others = Set.of(
                settings.ledgerHost(),
                Optional.ofNullable(deskAddress().getHost()).orElse("localhost"));
        // scheme and port, which stay: asking for the site anew would read all offices for each of them
        Site site = sites.site();
        return new OfficePages.Homes() {
            @Override
            public String of(Office office) {
                return site.address(office, "/");
            }

            @Override
            public Set<String> others() {
                return others;
            }
        };
    }

    /** What sends them. */
    Post post() {
        return new Post(outbox, settings.mail(), clock);
    }

    Offices offices() {
        return offices;
    }

    Happenings happenings() {
        return happenings;
    }

    Releases releases() {
        return releases;
    }

    Staff staff() {
        return staff;
    }

    /** What people may do to releases. */
    Rights rights() {
        return rights;
    }

    /** Opened when it is first needed: most commands need no decoder and no worker. */
    synchronized Darkroom darkroom() {
        Darkroom open = darkroom;
        if (open == null) {
            Settings.Intake intake = settings.intake();
            open = new Darkroom(
                    folder.masters(),
                    DarkroomSettings.USUAL.with(intake.maxMegabytes() * MILLION, intake.maxMegapixels() * MILLION),
                    intake.scanner().map(Scanner::new));
            darkroom = open;
        }
        return open;
    }

    /** The library of pictures. */
    Pictures pictures() {
        return pictures;
    }

    /** What releases do with pictures. */
    Studio studio() {
        return studio;
    }

    /** Files from which drafts were made, as they came. */
    Originals originals() {
        return new Originals(folder.masters());
    }

    ReleaseTypes types() {
        return types;
    }

    Clock clock() {
        return clock;
    }

    /** The way to the public: needs a founded ledger. */
    Publishing publishing(Shelf shelf, Optional<Stand> stand) {
        LogKey key = LogKey.read(LedgerPlace.keyFile(folder));
        Ledger ledger = Ledger.open(folder.ledger(), key);
        Sites sites = new Sites(offices, types, LedgerPlace.facts(settings, stand, key));
        try {
            Workshop shop = new Workshop(
                    database,
                    offices,
                    releases,
                    happenings,
                    types,
                    ledger,
                    shelf,
                    sites,
                    (turn, patience) ->
                            stand.map(open -> open.confirm(turn, patience)).orElse(true),
                    clock,
                    backstage::read,
                    watchers(sites));
            Run run = new Run(shop);
            run.handle(jobs);
            jobs.handle(
                    Embargo.JOB,
                    name -> embargo.lift(
                            name,
                            (release, language) ->
                                    sites.site().address(release.office(), "/" + language + "/" + release.id())));
            DailyAudit audit = new DailyAudit(shop, alarms(), new PaperOpener());
            audit.handle(jobs);
            Due due = new Due(database, releases, WallTime.Rules.RUNTIME, settings.late(), this::told);
            Counter counter = new CounterPlace(this, sites).open();
            counter.handle(jobs);
            return new Publishing(run, new Timetable(due, clock, run.pressRun()), sites, ledger, jobs, audit, counter);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    private Watchers watchers(Sites sites) {
        return new Watchers(
                outbox,
                leafCalls(),
                settings.trust().watchers(),
                entry -> sites.site()
                        .address(
                                offices.find(entry.office()).orElseThrow(),
                                "/" + entry.language() + "/" + entry.release()));
    }

    /** What calls the organisation's own address for each entry of the ledger. */
    LeafCalls leafCalls() {
        return new LeafCalls(database, jobs, clock, settings.trust().hook());
    }

    /** Writes into the trail what is done at its time, without a person. */
    private void told(String act, Schedule schedule, Schedule.Version version, String detail) {
        String office = releases.find(version.release()).orElseThrow().office().code();
        staff.trail()
                .note(
                        TIMETABLE,
                        new Trail.Note(
                                act,
                                version.release().value(),
                                office,
                                version.language().tag(),
                                version.digest(),
                                schedule.when() + ": " + detail));
    }

    /** The rooms that take a happening to the public. */
    record Publishing(
            Run run, Timetable timetable, Sites sites, Ledger ledger, Jobs jobs, DailyAudit audit, Counter counter)
            implements AutoCloseable {
        Views.PublicAddress addresses() {
            return (release, language) -> sites.site().address(release.office(), "/" + language + "/" + release.id());
        }

        Preview.PressOf press() {
            return sites::press;
        }

        @Override
        public void close() {
            timetable.close();
            // a press run under way still needs the ledger
            jobs.close();
            ledger.close();
        }
    }

    @Override
    public void close() {
        jobs.close();
        Darkroom open;
        synchronized (this) {
            open = darkroom;
        }
        if (open != null) {
            open.close();
        }
        database.close();
    }
}
