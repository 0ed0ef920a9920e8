package org.diurna.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

final class DatabaseTest {
    @TempDir
    Path folder;

    private static void insert(Database database, String code) {
        database.sql("insert into office (code, position, doc) values (:code, 1, '{}')")
                .param("code", code)
                .update();
    }

    private static int count(Database database) {
        return database.read(() ->
                database.sql("select count(*) from office").query(Integer.class).single());
    }

    @OnBothDatabases
    void what_fails_is_rolled_back_whole(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            assertThatThrownBy(() -> database.write(() -> {
                        insert(database, "one");
                        insert(database, "two");
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(count(database)).isZero();
        }
    }

    @OnBothDatabases
    void a_reader_refuses_to_write(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            assertThatThrownBy(() -> database.read(() -> {
                        insert(database, "one");
                        return true;
                    }))
                    .isInstanceOf(DataAccessException.class);
            assertThat(count(database)).isZero();
            database.write(() -> insert(database, "one"));
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void a_reader_sees_one_state_whatever_is_written_meanwhile(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> seen = database.read(() -> {
                int first = database.sql("select count(*) from office")
                        .query(Integer.class)
                        .single();
                await(threads.submit(() -> database.write(() -> insert(database, "one"))));
                int second = database.sql("select count(*) from office")
                        .query(Integer.class)
                        .single();
                return List.of(first, second);
            });
            assertThat(seen).containsExactly(0, 0);
            assertThat(count(database)).isEqualTo(1);
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @OnBothDatabases
    void many_writers_on_virtual_threads_lose_nothing(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            database.write(() -> insert(database, "sum"));
            AtomicInteger together = new AtomicInteger();
            AtomicBoolean overlapped = new AtomicBoolean();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 100)
                        .forEach(i -> threads.submit(() -> database.write(() -> {
                            // the first statement takes the write lock, so what follows runs alone on SQLite
                            database.sql("update office set position = position + 1 where code = 'sum'")
                                    .update();
                            overlapped.compareAndSet(false, together.incrementAndGet() > 1);
                            database.sql("select position from office where code = 'sum'")
                                    .query(Integer.class)
                                    .single();
                            together.decrementAndGet();
                        })));
            }
            assertThat(database.read(() -> database.sql("select position from office where code = 'sum'")
                            .query(Integer.class)
                            .single()))
                    .isEqualTo(101);
            assertThat(overlapped).as("one writer at a time").isFalse();
        }
    }

    @OnBothDatabases
    void broken_constraints_have_names(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            database.write(() -> insert(database, "one"));
            assertThatThrownBy(() -> database.write(() -> insert(database, "one")))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThatThrownBy(() -> database.write(() -> {
                        database.sql("insert into office_host (host, office) values ('h', 'nobody')")
                                .update();
                    }))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .isNotInstanceOf(DuplicateKeyException.class);
            assertThatThrownBy(() -> database.write(() -> {
                        database.sql("insert into office (code, position, doc) values ('two', 1, null)")
                                .update();
                    }))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThatThrownBy(() -> database.write(() -> {
                        database.sql(
                                        "insert into release (id, office, type, created, creator) values ('short', 'one', 't', 1, 'c')")
                                .update();
                    }))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @OnBothDatabases
    void what_waits_for_the_commit_never_runs_after_a_rollback(TestDatabases.Fresh fresh) {
        try (Database database = fresh.open()) {
            AtomicInteger heard = new AtomicInteger();
            assertThatThrownBy(() -> database.write(() -> {
                        database.afterCommit(heard::incrementAndGet);
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(heard).hasValue(0);
            database.write(() -> {
                database.afterCommit(heard::incrementAndGet);
                assertThat(heard).hasValue(0);
            });
            assertThat(heard).hasValue(1);
        }
    }

    @OnBothDatabases
    void a_database_that_a_newer_version_wrote_is_refused(TestDatabases.Fresh fresh) {
        DatabasePlace place = fresh.place();
        try (Database database = Database.open(place)) {
            database.write(() -> {
                database.sql("""
                                insert into flyway_schema_history
                                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                                values (99, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'later', 1, :success)""").param("success", true).update();
            });
        }
        assertThatThrownBy(() -> Database.open(place).close())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("do not fit this version of Diurna")
                .hasMessageContaining("Start the version that wrote it last");
    }

    @Test
    void a_file_that_is_no_database_is_refused_with_its_name() throws Exception {
        Path file = folder.resolve("diurna.sqlite");
        Files.writeString(file, "This is no database. ".repeat(500));
        assertThatThrownBy(() -> Database.open(new DatabasePlace.Sqlite(file)).close())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(file.toString());
        assertThat(Files.readString(file)).startsWith("This is no database.");
    }

    @Test
    void a_server_that_is_away_is_named_without_the_password() {
        var place = new DatabasePlace.Postgres("jdbc:postgresql://127.0.0.1:1/nowhere", "diurna", "secret-word");
        assertThatThrownBy(() -> Database.open(place).close())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/nowhere")
                .hasMessageNotContaining("secret-word");
        assertThat(place.toString()).doesNotContain("secret-word");
    }

    @Test
    void sqlite_is_durable_and_keeps_readers_apart() {
        try (Database database = Database.open(TestDatabases.sqlite())) {
            assertThat(database.embedded()).isTrue();
            assertThat(database.write(() -> database.sql("pragma synchronous")
                            .query(Integer.class)
                            .single()))
                    .as("FULL")
                    .isEqualTo(2);
            assertThat(database.write(() -> database.sql("pragma journal_mode")
                            .query(String.class)
                            .single()))
                    .isEqualTo("wal");
            assertThat(database.write(() -> database.sql("pragma foreign_keys")
                            .query(Integer.class)
                            .single()))
                    .isEqualTo(1);
            CountDownLatch read = new CountDownLatch(1);
            database.write(() -> {
                insert(database, "one");
                // a reader goes on while the writer has not committed
                Thread reader = Thread.ofVirtual().start(() -> {
                    assertThat(count(database)).isZero();
                    read.countDown();
                });
                join(reader);
            });
            assertThat(read.getCount()).isZero();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
