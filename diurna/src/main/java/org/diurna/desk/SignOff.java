package org.diurna.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Plate;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.Schedules;
import org.diurna.edition.WallTime;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/**
 * The decision to publish language versions of a release at a time to come: all of them together, or none. The words are
 * fixed with it; whoever wants to change them takes the sign-off back first.
 */
public final class SignOff {
    /** What is planned later than this is planned by mistake. */
    static final Duration FAR = Duration.ofDays(2 * 366);

    private final Releases releases;
    private final Rights rights;
    private final Platemaker platemaker;
    private final Publish publish;
    private final Clock clock;

    /** For an organisation without pictures. */
    public SignOff(Releases releases, Rights rights, Clock clock) {
        this(releases, rights, Platemaker.none(), clock);
    }

    public SignOff(Releases releases, Rights rights, Platemaker platemaker, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.platemaker = platemaker;
        this.publish = new Publish(releases, rights, platemaker, clock);
        this.clock = clock;
    }

    /** A draft that was looked at, at that revision. */
    public record Seen(Language language, int revision) {}

    /** What became of it. */
    public sealed interface Outcome permits Outcome.SignedOff, Outcome.NoSuchTime, Outcome.TwoSuchTimes, Refusal {
        /** It waits for its time. */
        record SignedOff(Schedule schedule) implements Outcome {}

        /** The clocks go forward over that time. */
        record NoSuchTime(LocalDateTime before, LocalDateTime after) implements Outcome {}

        /** The clocks go back and show that time twice. */
        record TwoSuchTimes(Instant earlier, Instant later) implements Outcome {}
    }

    /** A draft of any release that was looked at, at that revision. */
    record Chosen(ReleaseId release, Language language, int revision) {}

    /** All that stands against a version at that time: what stands against publishing it, seen from then. */
    public List<Objection> objections(Release release, Draft draft, Instant due) {
        Clock then = Clock.fixed(due, ZoneOffset.UTC);
        List<Objection> objections = new ArrayList<>(time(due, clock.instant()));
        objections.addAll(new Publish(releases, rights, platemaker, then).objections(release, draft));
        return objections;
    }

    static List<Objection> time(Instant due, Instant now) {
        if (!due.isAfter(now)) {
            return List.of(Objection.to("time", "schedule-past"));
        }
        return due.isAfter(now.plus(FAR)) ? List.of(Objection.to("time", "schedule-far")) : List.of();
    }

    /**
     * Signs off.
     *
     * @param by   who decides
     * @param seen versions with the revisions that were looked at
     */
    public Outcome run(Doer by, ReleaseId id, List<Seen> seen, WallTime when, Publish.Numbering numbering) {
        Optional<Release> release = releases.find(id).filter(found -> rights.sees(by, found));
        List<Draft> drafts = seen.stream()
                .flatMap(one -> releases.draft(id, one.language()).stream())
                .toList();
        if (release.isEmpty() || seen.isEmpty() || drafts.size() < seen.size()) {
            return new Refusal.NotFound();
        }
        if (seen.stream().map(Seen::language).distinct().count() < seen.size()) {
            return new Refusal.NotReady(List.of(Objection.to("version", "version-twice")));
        }
        for (Draft draft : drafts) {
            Permissions.Answer answer = rights.ask(by, Act.PUBLISH, release.get(), draft.language());
            if (answer != Permissions.Answer.YES) {
                return answer == Permissions.Answer.NO ? new Refusal.NotAllowed(Act.PUBLISH) : new Refusal.ProveFirst();
            }
        }
        return switch (when.read()) {
            case WallTime.Reading.Gap(var before, var after) -> new Outcome.NoSuchTime(before, after);
            case WallTime.Reading.Doubled(var earlier, var later) -> new Outcome.TwoSuchTimes(earlier, later);
            case WallTime.Reading.At(var due) -> at(by, release.get(), drafts, seen, new Time(when, due), numbering);
        };
    }

    private record Time(WallTime when, Instant due) {}

    private Outcome at(
            Doer by, Release release, List<Draft> drafts, List<Seen> seen, Time time, Publish.Numbering numbering) {
        List<Objection> objections = drafts.stream()
                .flatMap(draft -> objections(release, draft, time.due()).stream())
                .distinct()
                .toList();
        if (!objections.isEmpty()) {
            return new Refusal.NotReady(objections);
        }
        for (Draft draft : drafts) {
            if (!seen.contains(new Seen(draft.language(), draft.revision()))) {
                return new Refusal.Overtaken(draft);
            }
        }
        // before the transaction: it takes seconds, and at its time nothing is left to be made
        List<Schedules.Part> parts = new ArrayList<>();
        for (Draft draft : drafts) {
            switch (platemaker.make(release.office(), draft)) {
                case Platemaker.Outcome.Refused(var damaged) -> {
                    return new Refusal.NotReady(damaged);
                }
                case Platemaker.Outcome.Made(List<Plate> plates) ->
                    parts.add(new Schedules.Part(release.id(), draft.language(), draft.revision(), plates));
            }
        }
        return decided(by, release, drafts, parts, time, numbering);
    }

    private Outcome decided(
            Doer by,
            Release release,
            List<Draft> drafts,
            List<Schedules.Part> parts,
            Time time,
            Publish.Numbering numbering) {
        return rights.together(() -> {
            Optional<Schedule> signed =
                    releases.schedules().sign(time.when(), time.due(), parts, by.id(), clock.instant());
            if (signed.isEmpty()) {
                return meanwhile(release, drafts, time.due());
            }
            publish.number(release, numbering, time.due());
            signed.get()
                    .versions()
                    .forEach(version -> rights.scheduled(by, "schedule", release, version, detail(signed.get())));
            return new Outcome.SignedOff(signed.get());
        });
    }

    static String detail(Schedule schedule) {
        return schedule.when() + " = " + schedule.due();
    }

    /** Another decision was faster. */
    private Outcome meanwhile(Release release, List<Draft> drafts, Instant due) {
        for (Draft before : drafts) {
            Draft now = releases.draft(release.id(), before.language()).orElse(before);
            if (now.revision() != before.revision()) {
                return new Refusal.Overtaken(now);
            }
        }
        List<Objection> objections = drafts.stream()
                .flatMap(draft -> objections(release, draft, due).stream())
                .distinct()
                .toList();
        return new Refusal.NotReady(
                objections.isEmpty() ? List.of(new Objection("stage", "", "scheduled", Map.of())) : objections);
    }
}
