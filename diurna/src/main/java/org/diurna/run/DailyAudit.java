package org.diurna.run;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.edition.Office;
import org.diurna.house.Alarms;
import org.diurna.house.Jobs;
import org.diurna.ledger.Ledger;
import org.diurna.ledger.LedgerException;
import org.diurna.ledger.Opener;
import org.diurna.ledger.Policy;
import org.diurna.ledger.SiteAudit;
import org.diurna.ledger.SiteReport;
import org.diurna.ledger.Tiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the public sites once a day as a stranger would: through their public addresses, with whatever proxy and
 * CDN stands before them. The ledger that is shown must go on from the one that is kept here, which nobody outside can
 * change.
 */
public final class DailyAudit {
    private static final String JOB = "audit";

    /** When few people publish. */
    private static final LocalTime AT = LocalTime.of(2, 20);

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Before the code of the office whose site it is about. */
    private static final String ALARM = "audit:";

    private static final int ALARMS_MAX = 10_000;
    private static final int TOLD_MAX = 20;
    private static final Logger LOG = LoggerFactory.getLogger(DailyAudit.class);

    private final Workshop shop;
    private final Alarms alarms;
    private final Opener opener;

    /** @param opener of PDF files */
    public DailyAudit(Workshop shop, Alarms alarms, Opener opener) {
        this.shop = shop;
        this.alarms = alarms;
        this.opener = opener;
    }

    /** Names the job of this class. */
    public void handle(Jobs jobs) {
        jobs.handle(JOB, day -> {
            lookAtAll();
            LocalDate today = LocalDate.ofInstant(shop.clock().instant(), ZoneOffset.UTC);
            LocalDate done = LocalDate.parse(day);
            ask(jobs, done.isAfter(today) ? done : today);
        });
    }

    /** Asks for the next look; each asks for the one after it. Its name is the day, so many starts make one chain. */
    public void daily(Jobs jobs) {
        ask(jobs, LocalDate.ofInstant(shop.clock().instant(), ZoneOffset.UTC));
    }

    private static void ask(Jobs jobs, LocalDate after) {
        LocalDate next = after.plusDays(1);
        jobs.ask(JOB, next.toString(), next.atTime(AT).toInstant(ZoneOffset.UTC));
    }

    void lookAtAll() {
        List<Office> offices = shop.offices().all();
        offices.forEach(this::look);
        // nobody else takes back what was raised for an office that is gone
        Set<String> names =
                offices.stream().map(office -> ALARM + office.code()).collect(Collectors.toSet());
        alarms.all(ALARMS_MAX).stream()
                .map(Alarms.Alarm::name)
                .filter(name -> name.startsWith(ALARM) && !names.contains(name))
                .forEach(alarms::over);
    }

    /** What is found must be found twice: the site may have been changing while it was read. */
    void look(Office office) {
        URI site = URI.create(shop.sites().site().address(office, "/"));
        String name = ALARM + office.code();
        try {
            SiteReport report = audit(site);
            if (!report.findings().isEmpty()) {
                report = audit(site);
            }
            if (report.findings().isEmpty()) {
                alarms.over(name);
            } else {
                LOG.error(
                        "The audit of {} has {} findings.",
                        site,
                        report.findings().size());
                List<String> words = report.words();
                alarms.raise(name, String.join("\n", words.subList(0, Math.min(words.size(), TOLD_MAX))));
            }
        } catch (LedgerException e) {
            LOG.error("The audit of {} could not be made: {}", site, e.getMessage());
            alarms.raise(name, "The audit of " + site + " could not be made: " + e.getMessage());
        }
    }

    private SiteReport audit(URI site) {
        Policy policy = Policy.parse(shop.sites().policy().getBytes(StandardCharsets.UTF_8));
        Policy.Log log = policy.logs().getFirst();
        URI place = URI.create(log.address().orElse("https://" + log.key().name()));
        Ledger own = shop.ledger();
        try (Tiles tiles = Tiles.at(place, PATIENCE);
                SiteAudit audit = new SiteAudit(site, tiles, policy.keys(), PATIENCE, opener)) {
            Optional<org.diurna.ledger.Checkpoint> kept = own.size() == 0
                    ? Optional.empty()
                    : Optional.of(own.checkpoint().checkpoint());
            return audit.run(kept).report();
        }
    }
}
