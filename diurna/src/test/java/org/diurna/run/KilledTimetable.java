package org.diurna.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.concurrent.locks.LockSupport;
import org.diurna.edition.Due;
import org.diurna.edition.WallTime;

/** A program that waits for the times of what is signed off, in one data folder, until it is killed. */
final class KilledTimetable {
    /** So many times as fast as the wall's: a minute on it is a tenth of a second here. */
    static final int SPEED = 600;

    private KilledTimetable() {}

    /** A clock that was at {@code from} when the machine's was at {@code since}, and runs fast from there. */
    static Clock fast(Instant from, Instant since) {
        return new Clock() {
            @Override
            public Instant instant() {
                return from.plus(Duration.between(since, Instant.now()).multipliedBy(SPEED));
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("Zones are explicit everywhere.");
            }
        };
    }

    /** What a government may decide: no summer any more. */
    static WallTime.Rules winterForEver() {
        return zone -> zone.getId().equals("Europe/Belgrade") ? ZoneRules.of(ZoneOffset.ofHours(1)) : zone.getRules();
    }

    /**
     * Arguments: the folder, what its clock shows at the start, and whether the rules have changed. It says {@code ready}
     * and when it started, by the machine's clock.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Instant started = Instant.now();
        Clock clock = fast(Instant.parse(arguments[1]), started);
        WallTime.Rules rules = Boolean.parseBoolean(arguments[2]) ? winterForEver() : WallTime.Rules.RUNTIME;
        try (Installation house =
                Installation.open(folder, Installation.sqlite(folder), clock, Installation.Public.ON_THE_SHELF)) {
            Run run = new Run(house.shop);
            run.handle(house.jobs);
            Due due = new Due(house.database, house.releases, rules, Duration.ofDays(1), (_, _, _, _) -> {});
            try (Timetable timetable = new Timetable(due, clock, run.pressRun())) {
                timetable.start();
                run.pressRun().run();
                house.jobs.start();
                System.out.println("ready " + started);
                // ends with its parent, should that die first
                while (System.in.available() == 0) {
                    LockSupport.parkNanos(50_000_000);
                }
            }
        }
    }
}
