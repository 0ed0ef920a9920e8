package org.diurna.desk;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.WallTime;
import org.diurna.staff.Doer;

/** The decisions about a bundle that waits: all that is left of it is moved, published or taken back, or none of it. */
final class Bundle {
    private final Releases releases;
    private final Rights rights;
    private final Move move;
    private final Cancel cancel;

    Bundle(Releases releases, Rights rights, Move move, Cancel cancel) {
        this.releases = releases;
        this.rights = rights;
        this.move = move;
        this.cancel = cancel;
    }

    /** What became of it. */
    sealed interface Outcome permits Outcome.Done, Outcome.NoOneTime, Refusal {
        record Done() implements Outcome {}

        /** On a wall that day shows the time never, or twice. */
        record NoOneTime(ZoneId zone) implements Outcome {}
    }

    /** Takes back what was done to some of them, because it cannot be done to all. */
    private static final class NotAll extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Outcome outcome;

        NotAll(Outcome outcome) {
            super("A bundle is decided on as a whole.");
            this.outcome = outcome;
        }
    }

    /** What of it has not gone yet. */
    List<Schedule> open(String bundle) {
        return releases.schedules().bound(bundle).stream()
                .filter(releases.schedules()::waits)
                .toList();
    }

    /**
     * Moves it.
     *
     * @param zone in which the time is meant; empty for that of each office
     */
    Outcome move(Doer by, String bundle, LocalDateTime local, WallTime.Shift shift, Optional<ZoneId> zone) {
        return each(by, bundle, schedule -> {
            WallTime when = zone.map(known -> new WallTime(local, known, shift))
                    .orElseGet(() -> new WallTime(local, schedule.when().zone(), WallTime.Shift.ONLY));
            return switch (move.run(by, schedule.id(), when)) {
                case Move.Outcome.Moved _ -> new Outcome.Done();
                case Move.Outcome.NoSuchTime _, Move.Outcome.TwoSuchTimes _ -> new Outcome.NoOneTime(when.zone());
                case Refusal refusal -> refusal;
            };
        });
    }

    /** Has it published at once. */
    Outcome now(Doer by, String bundle) {
        return each(by, bundle, schedule -> switch (move.now(
                by, schedule.id(), schedule.when().zone())) {
            case Move.Outcome.Moved _ -> new Outcome.Done();
            case Move.Outcome.NoSuchTime _, Move.Outcome.TwoSuchTimes _ ->
                throw new IllegalStateException("The present moment is on every clock once.");
            case Refusal refusal -> refusal;
        });
    }

    /** Takes the sign-off of all of it back. */
    Outcome cancel(Doer by, String bundle) {
        return each(by, bundle, schedule -> switch (cancel.run(by, schedule.id())) {
            case Cancel.Outcome.Cancelled _ -> new Outcome.Done();
            case Refusal refusal -> refusal;
        });
    }

    /** Why the doer may not decide about all of it now; empty when nothing stands against it. */
    Optional<Refusal> refused(Doer by, String bundle) {
        return releases.schedules().bound(bundle).stream()
                .flatMap(schedule -> Move.refused(releases, rights, by, schedule).stream())
                .findFirst();
    }

    private Outcome each(Doer by, String bundle, Function<Schedule, Outcome> decision) {
        // before anything is done, so that a proof is asked for once
        Optional<Refusal> refusal = refused(by, bundle);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Schedule> open = open(bundle);
        if (open.isEmpty()) {
            return new Refusal.NotFound();
        }
        try {
            return rights.together(() -> {
                for (Schedule schedule : open) {
                    Outcome outcome = decision.apply(schedule);
                    if (!(outcome instanceof Outcome.Done)) {
                        throw new NotAll(outcome);
                    }
                }
                return new Outcome.Done();
            });
        } catch (NotAll e) {
            return e.outcome;
        }
    }
}
