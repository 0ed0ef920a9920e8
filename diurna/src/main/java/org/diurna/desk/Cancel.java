package org.diurna.desk;

import java.time.Clock;
import java.util.Optional;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.staff.Doer;

/** The decision that what is signed off does not go: its versions are drafts again, and can be written in. */
public final class Cancel {
    private final Releases releases;
    private final Rights rights;
    private final Clock clock;

    public Cancel(Releases releases, Rights rights, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome permits Outcome.Cancelled, Refusal {
        /** Nothing waits any more. */
        record Cancelled(Schedule schedule) implements Outcome {}
    }

    /** Takes the sign-off back. */
    public Outcome run(Doer by, String id) {
        Optional<Schedule> found = releases.schedules().find(id);
        if (found.isEmpty()) {
            return new Refusal.NotFound();
        }
        Optional<Refusal> refusal = Move.refused(releases, rights, by, found.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return rights.together(() -> releases.schedules()
                .cancel(id, by.id(), clock.instant())
                .<Outcome>map(cancelled -> {
                    cancelled
                            .versions()
                            .forEach(version -> rights.scheduled(
                                    by,
                                    "cancel-schedule",
                                    releases.find(version.release()).orElseThrow(),
                                    version,
                                    SignOff.detail(cancelled)));
                    return new Outcome.Cancelled(cancelled);
                })
                .orElseGet(Refusal.NotFound::new));
    }
}
