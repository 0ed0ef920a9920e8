package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.FR;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.diurna.edition.Happening;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Schedules;
import org.diurna.edition.Stage;
import org.diurna.edition.WallTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many that wait, a program that is killed again and again, and a government that ends summer time meanwhile. */
final class ScheduledKillTest {
    private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Duration DOWN = Duration.ofMinutes(10);
    private static final Instant FIRST = Instant.parse("2026-07-01T07:00:00Z");

    @TempDir
    Path folder;

    @Test
    void none_is_early_lost_or_published_twice() throws Exception {
        killed(40, 3, 120);
    }

    @Test
    @Tag("long")
    void of_five_hundred_none_is_early_lost_or_published_twice() throws Exception {
        killed(500, 5, 900);
    }

    private void killed(int many, int kills, int minutes) throws Exception {
        long seed = Long.getLong("diurna.seed", System.nanoTime());
        System.out.println("ScheduledKillTest: -Ddiurna.seed=" + seed);
        Random random = new Random(seed);
        Map<ReleaseId, WallTime> promised = new HashMap<>();
        try (Installation house = Installation.found(
                folder,
                Installation.sqlite(folder),
                KilledTimetable.fast(FIRST.minusSeconds(3600), Instant.now()),
                Installation.Public.ON_THE_SHELF)) {
            house.offices.put(Lomara.ministry(Lomara.HOST));
            house.renewal.fronts();
            Lomara lomara = new Lomara(house);
            for (int i = 0; i < many; i++) {
                ReleaseId id = lomara.draft(
                        Lomara.wording("Notice " + i, "The harbour is open.", LocalDate.of(2026, 7, 1)), FR);
                Instant due = FIRST.plus((long) minutes * i / many, ChronoUnit.MINUTES);
                WallTime when = WallTime.of(due, i % 2 == 0 ? BELGRADE : TOKYO);
                List<Schedules.Part> parts =
                        List.of(new Schedules.Part(id, EN, 1, List.of()), new Schedules.Part(id, FR, 1, List.of()));
                house.releases.schedules().sign(when, due, parts, Lomara.OFFICER, FIRST.minusSeconds(3600));
                promised.put(id, when);
            }
        }
        // its clock stands still while a machine is slow to start it, but for the time that it is said to be down
        Instant from = FIRST.minusSeconds(60);
        for (int i = 0; i <= kills; i++) {
            boolean last = i == kills;
            from = live(from, i > 0, Duration.ofMillis(last ? 0 : random.nextInt(100, i == 0 ? 1_000 : 2_500)), last)
                    .plus(DOWN);
        }
        look(promised);
    }

    /** Starts the program and kills it after so long, or when nothing waits any more; returns what its clock showed then. */
    private Instant live(Instant from, boolean rulesChanged, Duration life, boolean last)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djdk.virtualThreadScheduler.parallelism=16",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTimetable.class.getName(),
                        folder.toString(),
                        from.toString(),
                        String.valueOf(rulesChanged))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = said.readLine();
            while (line != null && !line.startsWith("ready ")) {
                line = said.readLine();
            }
            assertThat(line).as("it opens again after every kill").isNotNull();
            Instant started = Instant.parse(line.substring("ready ".length()));
            LockSupport.parkNanos(life.toNanos());
            Instant patience = Instant.now().plusSeconds(120);
            while (last && waiting() > 0 && Instant.now().isBefore(patience)) {
                LockSupport.parkNanos(300_000_000);
            }
            return KilledTimetable.fast(from, started).instant();
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    /** What has not come to the public yet, read beside the program. */
    private long waiting() {
        try (var database = org.diurna.house.Database.open(Installation.sqlite(folder))) {
            return database.read(() -> database.sql("""
                            select (select count(*) from schedule_waiting) + (select count(*) from waiting)""").query(Long.class).single());
        }
    }

    private void look(Map<ReleaseId, WallTime> promised) {
        try (Installation house = Installation.open(
                folder, Installation.sqlite(folder), java.time.Clock.systemUTC(), Installation.Public.ON_THE_SHELF)) {
            assertThat(house.pressRun.run()).as("nothing waits any more").isZero();
            assertThat(house.releases.schedules().held()).isEmpty();
            assertThat(house.releases.schedules().open(Instant.EPOCH, 1)).isEmpty();
            List<ReleaseId> moved = new ArrayList<>();
            promised.forEach((id, when) -> {
                List<Happening> happened = house.happenings.of(id);
                assertThat(happened).as("both versions, once").hasSize(2);
                assertThat(happened.getFirst().at())
                        .as("together")
                        .isEqualTo(happened.getLast().at());
                for (var language : List.of(EN, FR)) {
                    assertThat(house.releases.stage(id, language)).isInstanceOf(Stage.Public.class);
                    Schedules.Past past =
                            house.releases.schedules().past(id, language).orElseThrow();
                    assertThat(past.when()).isEqualTo(when);
                    assertThat(happened.getFirst().at()).as("not early").isAfterOrEqualTo(past.due());
                    assertThat(List.of(at(when, WallTime.Rules.RUNTIME), at(when, KilledTimetable.winterForEver())))
                            .as("at the time on the wall, by the rules of the day")
                            .contains(past.due());
                    if (!past.due().equals(at(when, WallTime.Rules.RUNTIME))) {
                        moved.add(id);
                    }
                }
            });
            System.out.println(
                    "ScheduledKillTest: " + moved.size() / 2 + " of " + promised.size() + " went by the new rules");
            assertThat(moved).as("the government was in time").isNotEmpty();
            house.ledger.verify();
            assertThat(house.ledger.size()).isEqualTo(2L * promised.size());
        }
    }

    private static Instant at(WallTime when, WallTime.Rules rules) {
        return switch (when.read(rules)) {
            case WallTime.Reading.At(var instant) -> instant;
            case WallTime.Reading.Gap _, WallTime.Reading.Doubled _ -> throw new AssertionError(when);
        };
    }
}
