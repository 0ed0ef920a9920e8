package org.diurna.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

final class JobsTest {
    /** Far more than a job needs on a busy machine, far less than the poll that would hide a lost hint. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    private String next() throws InterruptedException {
        String name = done.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (name == null) {
            throw new AssertionError("No job ran within " + PATIENCE + ".");
        }
        return name;
    }

    @OnBothDatabases
    void a_job_of_a_transaction_that_failed_never_runs(TestDatabases.Fresh fresh) throws Exception {
        try (Database database = fresh.open();
                Jobs jobs = new Jobs(database)) {
            jobs.handle("work", done::add);
            jobs.start();
            assertThatThrownBy(() -> database.write(() -> {
                        jobs.ask("work", "rolled back", Instant.EPOCH);
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            database.write(() -> jobs.ask("work", "committed", Instant.EPOCH));
            assertThat(next()).isEqualTo("committed");
            assertThat(waiting(database)).isZero();
            assertThat(done).isEmpty();
        }
    }

    private static int waiting(Database database) throws InterruptedException {
        int rows = Integer.MAX_VALUE;
        for (long until = System.nanoTime() + PATIENCE.toNanos(); rows > 0 && System.nanoTime() < until; ) {
            rows = database.read(() -> database.sql("select count(*) from scheduled_tasks")
                    .query(Integer.class)
                    .single());
            Thread.onSpinWait();
        }
        return rows;
    }

    @OnBothDatabases
    void a_job_runs_at_once_after_the_commit(TestDatabases.Fresh fresh) throws Exception {
        try (Database database = fresh.open();
                Jobs jobs = new Jobs(database)) {
            jobs.handle("work", done::add);
            jobs.start();
            List<Duration> latencies = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                String name = "job " + i;
                database.write(() -> jobs.ask("work", name, Instant.EPOCH));
                long committed = System.nanoTime();
                assertThat(next()).isEqualTo(name);
                latencies.add(Duration.ofNanos(System.nanoTime() - committed));
            }
            Collections.sort(latencies);
            // the poll comes once a second: a median below this says that the hint after the commit works
            assertThat(latencies.get(latencies.size() / 2)).isLessThan(Duration.ofMillis(200));
        }
    }

    @OnBothDatabases
    void a_job_that_failed_is_tried_again_later(TestDatabases.Fresh fresh) throws Exception {
        try (Database database = fresh.open();
                Jobs jobs = new Jobs(database)) {
            AtomicInteger tries = new AtomicInteger();
            List<Long> at = Collections.synchronizedList(new ArrayList<>());
            jobs.handle("work", name -> {
                at.add(System.nanoTime());
                if (tries.incrementAndGet() < 3) {
                    throw new IllegalStateException("the world is away");
                }
                done.add(name);
            });
            jobs.start();
            database.write(() -> jobs.ask("work", "stubborn", Instant.EPOCH));
            assertThat(next()).isEqualTo("stubborn");
            assertThat(at).hasSize(3);
            long first = at.get(1) - at.get(0);
            long second = at.get(2) - at.get(1);
            assertThat(Duration.ofNanos(first)).isGreaterThan(Duration.ofMillis(900));
            assertThat(Duration.ofNanos(second)).as("the pause grows").isGreaterThan(Duration.ofMillis(1_400));
        }
    }

    @OnBothDatabases
    void a_job_asked_for_while_nothing_works_runs_at_the_next_start(TestDatabases.Fresh fresh) throws Exception {
        DatabasePlace place = fresh.place();
        try (Database database = Database.open(place);
                Jobs jobs = new Jobs(database)) {
            database.write(() -> jobs.ask("work", "patient", Instant.EPOCH));
            database.write(() -> jobs.ask("work", "patient", Instant.EPOCH));
            database.write(() -> jobs.ask("work", "cancelled", Instant.EPOCH));
            database.write(() -> jobs.cancel("work", "cancelled"));
            database.write(() -> jobs.cancel("work", "never asked for"));
        }
        try (Database database = Database.open(place);
                Jobs jobs = new Jobs(database)) {
            jobs.handle("work", done::add);
            jobs.start();
            assertThat(next()).isEqualTo("patient");
            assertThat(waiting(database)).isZero();
            assertThat(done).as("once, and nothing that was taken back").isEmpty();
        }
    }

    @OnBothDatabases
    void closing_waits_for_the_job_that_is_under_way(TestDatabases.Fresh fresh) throws Exception {
        AtomicInteger finished = new AtomicInteger();
        try (Database database = fresh.open()) {
            Jobs jobs = new Jobs(database);
            jobs.handle("work", name -> {
                done.add(name);
                // a read takes part in what closing must wait for
                database.read(() -> database.sql("select count(*) from office")
                        .query(Integer.class)
                        .single());
                finished.incrementAndGet();
            });
            jobs.start();
            database.write(() -> jobs.ask("work", "last", Instant.EPOCH));
            assertThat(next()).isEqualTo("last");
            jobs.close();
            assertThat(finished).hasValue(1);
            jobs.close();
            database.write(() -> jobs.ask("work", "too late", Instant.EPOCH));
        }
        assertThat(done).isEmpty();
    }
}
