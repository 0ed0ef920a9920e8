package org.diurna.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.diurna.edition.Happenings;
import org.diurna.edition.Offices;
import org.diurna.house.Jobs;

/** The door of the room: press runs as jobs, and renewals. */
public final class Run {
    private static final String RENEWAL = "renewal";

    private static final String PAPERS = "papers";
    private static final String ALL = "all";
    private static final String RECENT = "recent";

    /** After a start, until which there is more urgent work. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    /** How often what depends on the calendar is looked at. */
    private static final Duration RENEWAL_EVERY = Duration.ofHours(1);

    private final PressRun pressRun;
    private final Renewal renewal;
    private final PaperRun paperRun;
    private final Workshop shop;

    public Run(Workshop shop) {
        this.shop = shop;
        this.pressRun = new PressRun(shop);
        this.renewal = new Renewal(shop, pressRun);
        this.paperRun = new PaperRun(shop, pressRun);
        shop.ledgerMustFit();
        pressRun.ledgerMustGoOn();
    }

    /** Names the jobs of this room. */
    public void handle(Jobs jobs) {
        // a run takes all that waits, so the jobs of its neighbours find their work done
        jobs.handle(Happenings.JOB, _ -> pressRun.run());
        jobs.handle(
                Happenings.AFTERWARDS,
                id -> paperRun.take(id, (name, at) -> jobs.ask(Happenings.AFTERWARDS, name, at)));
        jobs.handle(PAPERS, which -> {
            if (which.equals(ALL)) {
                paperRun.everything();
            } else {
                paperRun.recent();
            }
        });
        jobs.handle(Offices.CHANGED, job -> renewal.office(Offices.ofJob(job)));
        jobs.handle(RENEWAL, planned -> {
            renewal.fronts();
            // from the later of both: a clock that is behind must not ask for the look that is just being done
            Instant now = shop.clock().instant();
            Instant due = Instant.parse(planned);
            ask(jobs, due.isAfter(now) ? due : now);
        });
    }

    /**
     * Asks for the next look at what depends on the calendar; each look asks for the one after it. Its name is the hour,
     * so that many starts of the program do not make many chains of looks.
     */
    public void daily(Jobs jobs) {
        ask(jobs, shop.clock().instant());
        jobs.ask(PAPERS, RECENT, shop.clock().instant().plus(SETTLED));
    }

    private static void ask(Jobs jobs, Instant after) {
        Instant next = after.truncatedTo(ChronoUnit.HOURS).plus(RENEWAL_EVERY);
        jobs.ask(RENEWAL, next.toString(), next);
    }

    /** Asks for the PDF files that are missing, of all releases; made in the background while the program runs. */
    public void papers(Jobs jobs) {
        jobs.ask(PAPERS, ALL, shop.clock().instant());
    }

    /** Makes the PDF files of a happening that is public. */
    public PaperRun paperRun() {
        return paperRun;
    }

    public PressRun pressRun() {
        return pressRun;
    }

    public Renewal renewal() {
        return renewal;
    }
}
