package org.diurna.run;

import java.time.Duration;
import org.diurna.edition.Happenings;
import org.diurna.house.Jobs;

/** The door of the room: press runs as jobs, and renewals. */
public final class Run {
    private static final String RENEWAL = "renewal";

    /** How often what depends on the calendar is looked at. */
    private static final Duration RENEWAL_EVERY = Duration.ofHours(1);

    private final PressRun pressRun;
    private final Renewal renewal;
    private final Workshop shop;

    public Run(Workshop shop) {
        this.shop = shop;
        this.pressRun = new PressRun(shop);
        this.renewal = new Renewal(shop, pressRun);
        shop.ledgerMustFit();
    }

    /** Names the jobs of this room. */
    public void handle(Jobs jobs) {
        // a run takes all that waits, so the jobs of its neighbours find their work done
        jobs.handle(Happenings.JOB, _ -> pressRun.run());
        jobs.handle(RENEWAL, _ -> {
            renewal.fronts();
            daily(jobs);
        });
    }

    /** Asks for the next look at what depends on the calendar; each look asks for the one after it. */
    public void daily(Jobs jobs) {
        jobs.ask(
                RENEWAL,
                shop.clock().instant().toString(),
                shop.clock().instant().plus(RENEWAL_EVERY));
    }

    public PressRun pressRun() {
        return pressRun;
    }

    public Renewal renewal() {
        return renewal;
    }
}
