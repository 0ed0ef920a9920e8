package org.diurna.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diurna.edition.PlannedDay;
import org.diurna.edition.PlannedDays;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Silences;
import org.diurna.edition.Texts;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The decisions about when the house speaks: days that it thinks of, times in which it is silent, and exceptions by two. */
final class Planning {
    /** What is silent longer is closed. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private static final Logger LOG = LoggerFactory.getLogger(Planning.class);

    private final Releases releases;
    private final Rights rights;
    private final Permissions permissions;
    private final Clock clock;

    Planning(Releases releases, Rights rights, Permissions permissions, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome permits Outcome.Done, Refusal {
        record Done() implements Outcome {}
    }

    /** Whether the doer may keep days for that office; an empty code asks for all offices. */
    static boolean keepsDays(Doer by, String office) {
        return Permissions.may(by, Act.KEEP_TEXTS, Subject.office(office));
    }

    /** Whether the doer may declare silences for that office, whatever must be proved before. */
    static boolean silences(Doer by, String office) {
        return Permissions.may(by, Act.PUBLISH, Subject.office(office));
    }

    /** Adds a day to the list. */
    Outcome add(Doer by, PlannedDay day) {
        if (!keepsDays(by, day.office())) {
            return new Refusal.NotAllowed(Act.KEEP_TEXTS);
        }
        PlannedDays days = releases.days();
        if (day.name().isBlank()
                || day.name().length() > PlannedDay.NAME_MAX
                || days.all().size() >= PlannedDays.MOST) {
            return new Refusal.NotReady(List.of(Objection.to("name", "day-name")));
        }
        if (!day.yearly() && day.year().isEmpty()) {
            return new Refusal.NotReady(List.of(Objection.to("year", "day-year")));
        }
        return rights.together(() -> {
            days.add(day, by.id(), clock.instant());
            rights.kept(by, "plan-day", day.id(), day.office(), "", day.day().toString());
            return new Outcome.Done();
        });
    }

    /** Takes a day from the list. */
    Outcome remove(Doer by, String id) {
        Optional<PlannedDay> day = releases.days().find(id);
        if (day.isEmpty()) {
            return new Refusal.NotFound();
        }
        if (!keepsDays(by, day.get().office())) {
            return new Refusal.NotAllowed(Act.KEEP_TEXTS);
        }
        return rights.together(() -> {
            releases.days().remove(id);
            rights.kept(
                    by,
                    "unplan-day",
                    id,
                    day.get().office(),
                    "",
                    day.get().day().toString());
            return new Outcome.Done();
        });
    }

    /** Declares a silence over whole days of a zone, the last among them. */
    Outcome declare(Doer by, String office, ZoneId zone, LocalDate first, LocalDate last, String reason) {
        Optional<Refusal> refusal = refused(by, office);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Instant starts = first.atStartOfDay(zone).toInstant();
        Instant ends = last.plusDays(1).atStartOfDay(zone).toInstant();
        String clean = Texts.clean(reason).strip();
        List<Objection> objections = new ArrayList<>();
        if (!ends.isAfter(starts) || !ends.isAfter(clock.instant()) || ends.isAfter(starts.plus(LONGEST))) {
            objections.add(Objection.to("last", "silence-when"));
        }
        if (clean.isEmpty() || clean.length() > Silences.Silence.REASON_MAX) {
            objections.add(Objection.to("reason", "silence-reason"));
        }
        if (!objections.isEmpty()) {
            return new Refusal.NotReady(objections);
        }
        return rights.together(() -> {
            String id = UUID.randomUUID().toString();
            releases.silences()
                    .declare(new Silences.Silence(id, office, zone, starts, ends, clean, by.id()), clock.instant());
            rights.kept(by, "silence", id, office, "", starts + " to " + ends);
            return new Outcome.Done();
        });
    }

    /** Ends a silence before its time. */
    Outcome end(Doer by, String id) {
        Optional<Silences.Silence> silence = releases.silences().find(id);
        if (silence.isEmpty()) {
            return new Refusal.NotFound();
        }
        Optional<Refusal> refusal = refused(by, silence.get().office());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return rights.together(() -> {
            releases.silences().end(id, by.id(), clock.instant());
            rights.kept(by, "end-silence", id, silence.get().office(), "", "");
            return new Outcome.Done();
        });
    }

    /** Why the doer may not declare or end a silence of that office now; empty when nothing stands against it. */
    Optional<Refusal> refused(Doer by, String office) {
        return switch (permissions.ask(by, Act.PUBLISH, Subject.office(office))) {
            case YES -> Optional.empty();
            case NO -> Optional.of(new Refusal.NotAllowed(Act.PUBLISH));
            case PROVE_FIRST -> Optional.of(new Refusal.ProveFirst());
        };
    }

    /** Asks that a release may go in spite of a silence. */
    Outcome ask(Doer by, String silence, ReleaseId id, String reason) {
        Optional<Release> release = releases.find(id).filter(found -> rights.sees(by, found));
        if (release.isEmpty() || releases.silences().find(silence).isEmpty()) {
            return new Refusal.NotFound();
        }
        Optional<Refusal> refusal = refused(by, release.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String clean = Texts.clean(reason).strip();
        if (clean.isEmpty() || clean.length() > Silences.Silence.REASON_MAX) {
            return new Refusal.NotReady(List.of(Objection.to("reason", "silence-reason")));
        }
        return rights.together(() -> {
            releases.silences().ask(silence, id, clean, by.id(), clock.instant());
            note(by, "ask-silence-exception", release.get(), silence);
            return new Outcome.Done();
        });
    }

    /** Agrees to that; whoever asked cannot. */
    Outcome agree(Doer by, String silence, ReleaseId id) {
        Optional<Release> release = releases.find(id).filter(found -> rights.sees(by, found));
        if (release.isEmpty()) {
            return new Refusal.NotFound();
        }
        Optional<Refusal> refusal = refused(by, release.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return rights.together(() -> {
            if (!releases.silences().agree(silence, id, by.id(), clock.instant())) {
                return new Refusal.NotReady(List.of(Objection.to("release", "silence-two")));
            }
            note(by, "agree-silence-exception", release.get(), silence);
            LOG.warn("Two people let the release {} go in spite of the silence {}.", id, silence);
            return new Outcome.Done();
        });
    }

    private Optional<Refusal> refused(Doer by, Release release) {
        return switch (rights.ask(by, Act.PUBLISH, release, release.office().defaultLanguage())) {
            case YES -> Optional.empty();
            case NO -> Optional.of(new Refusal.NotAllowed(Act.PUBLISH));
            case PROVE_FIRST -> Optional.of(new Refusal.ProveFirst());
        };
    }

    /** For each language with the digest of what its draft says now. */
    private void note(Doer by, String act, Release release, String silence) {
        releases.languages(release)
                .forEach(language -> releases.draft(release.id(), language)
                        .ifPresent(draft -> rights.reviewed(
                                by,
                                act,
                                release,
                                language,
                                releases.revisions()
                                        .digest(release.id(), language, draft.revision())
                                        .orElse(""),
                                silence)));
    }

    /** The offices whose days a reader sees. */
    static Set<String> offices(Doer by, Releases releases) {
        Set<String> all = new java.util.HashSet<>();
        releases.offices().all().forEach(office -> all.add(office.code()));
        return Permissions.offices(by, Act.SEE).orElse(all);
    }
}
