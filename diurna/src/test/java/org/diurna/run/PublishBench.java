package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.wording;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.diurna.edition.Happening;
import org.diurna.edition.ReleaseId;
import org.diurna.stand.Blob;
import org.diurna.stand.Change;
import org.diurna.stand.Coding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from Publish until the new page is answered over HTTP, on SQLite with fsync, with few and with many
 * releases on the shelf. Both installations are open in one program and take turns, so that a busy machine hurts both.
 * {@code bin/bench publish} runs it.
 */
@Tag("long")
final class PublishBench {
    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("diurna.bench.releases", 20_000);
    private static final int A_MONTH = 80;
    private static final int BATCH = 200;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 100;
    private static final Duration P50_MAX = Duration.ofMillis(150);
    private static final double RATIO_MAX = 1.3;

    @TempDir
    Path folder;

    /** An installation with its reader and what was measured on it. */
    private static final class Measured implements AutoCloseable {
        private final int releases;
        private final Installation house;
        private final Lomara lomara;
        private final Reader reader;
        private final List<Duration> took = new ArrayList<>();

        Measured(Path folder, int releases) {
            this.releases = releases;
            this.house = Installation.found(
                    folder, Installation.sqlite(folder), Clock.systemUTC(), Installation.Public.SERVED);
            house.offices.put(Lomara.ministry(Lomara.HOST));
            house.renewal.fronts();
            this.lomara = new Lomara(house);
            this.reader = new Reader(house);
            fill();
            Run run = new Run(house.shop);
            run.handle(house.jobs);
            house.jobs.start();
        }

        /** Rows, leaves and addresses of so many releases; one blob stands for all of their pages. */
        private void fill() {
            LocalDate today = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
            Blob blob = house.shelf.lay("<!doctype html><title>Filled</title>".getBytes(StandardCharsets.UTF_8));
            Sealing sealing = new Sealing(house.database, house.releases, Sealing.Log.of(house.ledger), Watch.NOBODY);
            int fronts = Math.min(releases, BATCH);
            for (int done = 0; done < releases; done += BATCH) {
                int from = done;
                int count = Math.min(BATCH, releases - done);
                List<ReleaseId> ids = house.database.write(() -> {
                    List<ReleaseId> begun = new ArrayList<>();
                    for (int i = from; i < from + count; i++) {
                        LocalDate day = today.minusMonths((releases - i - 1) / A_MONTH);
                        ReleaseId id = lomara.draft(
                                wording("Notice " + i, "The harbour of Halden is open again. ".repeat(40), day));
                        lomara.publish(id, EN);
                        begun.add(id);
                    }
                    return begun;
                });
                if (releases - done <= fronts) {
                    house.pressRun.run();
                    continue;
                }
                List<Happening> batch = house.happenings.pending(BATCH);
                sealing.seal(batch);
                List<Change> changes = new ArrayList<>();
                ids.forEach(id -> addresses(id)
                        .forEach(path -> changes.add(new Change.Put(
                                Lomara.HOST,
                                path,
                                "text/html; charset=utf-8",
                                Map.of(),
                                Map.of(Coding.IDENTITY, blob)))));
                long turn = house.pressRun.turn(changes);
                house.happenings.onTheStand(batch, turn, Instant.now());
            }
            house.database.write(() -> {
                house.database.sql("delete from scheduled_tasks").update();
            });
        }

        private static List<String> addresses(ReleaseId id) {
            String root = "/en/" + id;
            return List.of(
                    root,
                    root + "/",
                    root + "/notice",
                    root + "/editions/timemap",
                    root + "/editions/1",
                    root + "/editions/1/edition.json",
                    root + "/editions/1/edition.tlog-proof");
        }

        void publish(int round) {
            ReleaseId id = lomara.draft(wording(
                    "The ferry " + round + " sails again",
                    "The ferry of Halden sails at noon. ".repeat(60),
                    LocalDate.now(ZoneOffset.UTC)));
            long began = System.nanoTime();
            lomara.publish(id, EN);
            while (reader.status("/en/" + id + "/the-ferry-" + round + "-sails-again") != 200) {
                LockSupport.parkNanos(500_000);
            }
            if (round >= WARM_UP) {
                took.add(Duration.ofNanos(System.nanoTime() - began));
            }
        }

        double percentile(double share) {
            List<Duration> sorted = new ArrayList<>(took);
            Collections.sort(sorted);
            int at = (int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()));
            return sorted.get(at).toNanos() / 1e6;
        }

        @Override
        public void close() {
            reader.close();
            house.close();
        }
    }

    @Test
    void publishing_costs_the_same_with_few_and_with_many_releases() {
        try (Measured few = new Measured(folder.resolve("few"), FEW);
                Measured many = new Measured(folder.resolve("many"), MANY)) {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                few.publish(round);
                many.publish(round);
            }
            double ratio = many.percentile(0.5) / few.percentile(0.5);
            for (Measured each : List.of(few, many)) {
                System.out.printf(
                        "publish: %6d releases  p50 %6.1f ms  p99 %6.1f ms%n",
                        each.releases, each.percentile(0.5), each.percentile(0.99));
            }
            System.out.printf("publish: p50 of %d is %.2f of that of %d%n", MANY, ratio, FEW);
            assertThat(few.percentile(0.5)).isLessThanOrEqualTo((double) P50_MAX.toMillis());
            assertThat(ratio).isLessThanOrEqualTo(RATIO_MAX);
        }
    }
}
