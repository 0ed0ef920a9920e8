package org.diurna.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.WallTime;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/** The decision that what is signed off goes at another time, or now. Its words stay those that were signed off. */
public final class Move {
    private final Releases releases;
    private final Rights rights;
    private final SignOff signOff;
    private final Clock clock;

    public Move(Releases releases, Rights rights, SignOff signOff, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.signOff = signOff;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome permits Outcome.Moved, Outcome.NoSuchTime, Outcome.TwoSuchTimes, Refusal {
        /** It waits for its new time. */
        record Moved(Schedule schedule) implements Outcome {}

        /** The clocks go forward over that time. */
        record NoSuchTime(LocalDateTime before, LocalDateTime after) implements Outcome {}

        /** The clocks go back and show that time twice. */
        record TwoSuchTimes(Instant earlier, Instant later) implements Outcome {}
    }

    /** Moves to that time. */
    public Outcome run(Doer by, String id, WallTime when) {
        return releases.schedules()
                .find(id)
                .flatMap(schedule -> refused(releases, rights, by, schedule)
                        .<Optional<Outcome>>map(Optional::of)
                        .orElseGet(() -> Optional.of(to(by, schedule, when))))
                .orElseGet(Refusal.NotFound::new);
    }

    /** Has it published at once: the time has come. */
    public Outcome now(Doer by, String id, ZoneId zone) {
        Optional<Schedule> found = releases.schedules().find(id);
        if (found.isEmpty()) {
            return new Refusal.NotFound();
        }
        Optional<Refusal> refusal = refused(releases, rights, by, found.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Objection> objections = objections(found.get(), now);
        return objections.isEmpty()
                ? decided(by, found.get(), WallTime.of(now, zone), now)
                : new Refusal.NotReady(objections);
    }

    /** Whether the doer may decide about all of it; empty when so. */
    static Optional<Refusal> refused(Releases releases, Rights rights, Doer by, Schedule schedule) {
        for (Schedule.Version version : schedule.versions()) {
            Optional<Release> release = releases.find(version.release()).filter(found -> rights.sees(by, found));
            if (release.isEmpty()) {
                return Optional.of(new Refusal.NotFound());
            }
            Permissions.Answer answer = rights.ask(by, Act.PUBLISH, release.get(), version.language());
            if (answer != Permissions.Answer.YES) {
                return Optional.of(
                        answer == Permissions.Answer.NO
                                ? new Refusal.NotAllowed(Act.PUBLISH)
                                : new Refusal.ProveFirst());
            }
        }
        return Optional.empty();
    }

    Outcome to(Doer by, Schedule schedule, WallTime when) {
        return switch (when.read()) {
            case WallTime.Reading.Gap(var before, var after) -> new Outcome.NoSuchTime(before, after);
            case WallTime.Reading.Doubled(var earlier, var later) -> new Outcome.TwoSuchTimes(earlier, later);
            case WallTime.Reading.At(var due) -> {
                List<Objection> objections = new ArrayList<>(SignOff.time(due, clock.instant()));
                objections.addAll(objections(schedule, due));
                yield objections.isEmpty() ? decided(by, schedule, when, due) : new Refusal.NotReady(objections);
            }
        };
    }

    /** What stands against these words at that time; that they are signed off already does not. */
    List<Objection> objections(Schedule schedule, Instant due) {
        List<Objection> objections = new ArrayList<>();
        schedule.held()
                .map(Schedule.Held::reason)
                .filter(reason -> reason == Schedule.Reason.CHANGED || reason == Schedule.Reason.PICTURE)
                .ifPresent(_ -> objections.add(Objection.to("stage", "schedule-anew")));
        for (Schedule.Version version : schedule.versions()) {
            Release release = releases.find(version.release()).orElseThrow();
            Draft draft = releases.draft(version.release(), version.language()).orElseThrow();
            signOff.objections(release, draft, due).stream()
                    .filter(objection -> !objection.field().equals("stage")
                            && !objection.field().equals("time"))
                    .forEach(objections::add);
        }
        return objections.stream().distinct().toList();
    }

    private Outcome decided(Doer by, Schedule before, WallTime when, Instant due) {
        return rights.together(() -> releases.schedules()
                .move(before.id(), when, due)
                .<Outcome>map(after -> {
                    after.versions()
                            .forEach(version -> rights.scheduled(
                                    by,
                                    "move-schedule",
                                    releases.find(version.release()).orElseThrow(),
                                    version,
                                    SignOff.detail(before) + " to " + SignOff.detail(after)));
                    return new Outcome.Moved(after);
                })
                .orElseGet(Refusal.NotFound::new));
    }
}
