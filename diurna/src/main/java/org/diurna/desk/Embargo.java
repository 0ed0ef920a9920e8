package org.diurna.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.Schedules;
import org.diurna.edition.Stage;
import org.diurna.guest.Guest;
import org.diurna.guest.Guests;
import org.diurna.house.Jobs;
import org.diurna.house.Language;
import org.diurna.house.Outbox;

/**
 * What becomes of copies under embargo when their release is moved, cancelled or public. The journalists are told in the
 * transaction that decides; that the text is public only once it stands there.
 */
public final class Embargo implements Schedules.Watch {
    /** The kind of job that looks whether a release stands in public. */
    public static final String JOB = "lift";

    private static final String TIMETABLE = "timetable";
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    /** After so many looks, over some hours, a person mends what stands in the way: once an hour is enough. */
    private static final int LOOKS_OFTEN = 500;

    private static final Duration SELDOM = Duration.ofHours(1);

    private final Releases releases;
    private final Guests guests;
    private final GuestLetters letters;
    private final Jobs jobs;
    private final Clock clock;

    public Embargo(Releases releases, Guests guests, Outbox outbox, Jobs jobs, Clock clock) {
        this.releases = releases;
        this.guests = guests;
        this.letters = new GuestLetters(outbox, releases);
        this.jobs = jobs;
        this.clock = clock;
    }

    private List<Guest> journalists(ReleaseId release, Language language) {
        return guests.of(release, language).stream()
                .filter(guest ->
                        guest.kind() == Guest.Kind.JOURNALIST && guest.end().isEmpty())
                .toList();
    }

    @Override
    public void moved(Schedule before, Schedule after) {
        // what goes now is told by its lift
        if (after.due().equals(before.due()) || !after.due().isAfter(clock.instant())) {
            return;
        }
        for (Schedule.Version version : after.versions()) {
            Release release = releases.find(version.release()).orElseThrow();
            journalists(version.release(), version.language())
                    .forEach(guest -> letters.moved(guest, release, after, clock.instant()));
        }
    }

    @Override
    public void cancelled(Schedule schedule) {
        for (Schedule.Version version : schedule.versions()) {
            Release release = releases.find(version.release()).orElseThrow();
            for (Guest guest : journalists(version.release(), version.language())) {
                ended(guest, Guest.How.CANCELLED, () -> letters.cancelled(guest, release));
            }
        }
    }

    @Override
    public void went(ReleaseId release, Language language) {
        if (!journalists(release, language).isEmpty()) {
            ask(release, language, 0);
        }
    }

    private void ask(ReleaseId release, Language language, int looks) {
        Duration pause = looks < LOOKS_OFTEN ? FIRST_LOOK.multipliedBy(1 + looks / 10) : SELDOM;
        jobs.ask(JOB, release + "/" + language + "/" + looks, clock.instant().plus(pause));
    }

    /** Tells the journalists where the release stands, or looks again later; what the job does. */
    public void lift(String name, Views.PublicAddress addresses) {
        String[] parts = name.split("/", -1);
        ReleaseId id = new ReleaseId(parts[0]);
        Language language = Language.of(parts[1]);
        int looks = Integer.parseInt(parts[2]);
        Release release = releases.find(id).orElseThrow();
        switch (releases.stage(id, language)) {
            case Stage.Public _ ->
                journalists(id, language)
                        .forEach(guest -> ended(
                                guest,
                                Guest.How.LIFTED,
                                () -> letters.lifted(guest, release, addresses.of(release, language))));
            // it was taken back before anybody could be told where it stands
            case Stage.Withdrawn _ ->
                journalists(id, language)
                        .forEach(guest -> ended(guest, Guest.How.CANCELLED, () -> letters.cancelled(guest, release)));
            case Stage.InPress _, Stage.Drafted _, Stage.Scheduled _ -> {
                if (!journalists(id, language).isEmpty()) {
                    ask(id, language, looks + 1);
                }
            }
        }
    }

    /** Ends it and writes the letter, or neither. */
    private void ended(Guest guest, Guest.How how, Runnable letter) {
        guests.end(guest, how, TIMETABLE, clock.instant(), letter);
    }
}
