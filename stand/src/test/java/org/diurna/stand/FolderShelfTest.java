package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FolderShelfTest {
    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final int OFTEN = 100_000;

    @TempDir
    Path folder;

    private FolderShelf shelf() {
        return FolderShelf.openOrFound(folder.resolve("shelf"));
    }

    private static Change.Put put(Shelf shelf, String path, String text) {
        return SampleSite.file(
                shelf, path, "text/plain", SampleSite.bytes(text), Map.of("Last-Modified", SampleSite.MODIFIED));
    }

    @Test
    void what_is_laid_and_turned_is_there_after_opening_again() {
        Change put;
        try (var shelf = shelf()) {
            put = put(shelf, "/en/1/a", "one");
            assertThat(shelf.last()).isZero();
            assertThat(shelf.turn(0, AT, List.of(put))).isInstanceOf(Turned.Made.class);
        }
        try (var again = shelf()) {
            assertThat(again.last()).isEqualTo(1);
            assertThat(again.journal(1)).isEqualTo(new Turn(1, Digest.NONE, AT, List.of(put)));
            assertThat(again.read(((Change.Put) put).identity().digest()))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("one");
        }
    }

    @Test
    void every_kind_of_change_comes_back_from_the_journal() {
        try (var shelf = shelf()) {
            SampleSite.lay(shelf);
            assertThat(shelf.journal(1).changes())
                    .hasAtLeastOneElementOfType(Change.Move.class)
                    .hasAtLeastOneElementOfType(Change.Gone.class);
            assertThat(shelf.state(1)).hasSize(shelf.journal(1).changes().size());
        }
    }

    @Test
    void a_turn_with_bytes_that_were_not_laid_is_refused() {
        try (var shelf = shelf()) {
            var blob = Blob.of(SampleSite.bytes("never laid"));
            var put = new Change.Put("a.localhost", "/x", "text/plain", Map.of(), Map.of(Coding.IDENTITY, blob));
            assertThatThrownBy(() -> shelf.turn(0, AT, List.of(put)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has not been laid");
            assertThat(shelf.last()).isZero();
        }
    }

    @Test
    void the_second_of_two_writers_is_told_that_it_was_overtaken() {
        try (var one = shelf();
                var other = shelf()) {
            assertThat(one.turn(0, AT, List.of(put(one, "/a", "a")))).isInstanceOf(Turned.Made.class);
            assertThat(other.turn(0, AT, List.of(put(other, "/a", "b")))).isEqualTo(new Turned.Overtaken(1));
            assertThat(other.journal(1).changes()).isEqualTo(List.of(put(one, "/a", "a")));
        }
    }

    @Test
    void many_writers_make_one_chain_of_turns() throws Exception {
        int writers = 8;
        int turnsEach = 15;
        var overtaken = new AtomicInteger();
        try (var first = shelf();
                var second = shelf();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (int writer = 0; writer < writers; writer++) {
                var shelf = writer % 2 == 0 ? first : second;
                var change = put(shelf, "/w" + writer, "w" + writer);
                running.add(threads.submit(() -> {
                    for (int made = 0; made < turnsEach; ) {
                        switch (shelf.turn(shelf.last(), AT, List.of(change))) {
                            case Turned.Made _ -> made++;
                            case Turned.Overtaken _ -> overtaken.incrementAndGet();
                        }
                    }
                }));
            }
            for (var each : running) {
                each.get(30, TimeUnit.SECONDS);
            }
            assertThat(first.last()).isEqualTo((long) writers * turnsEach);
            checkChain(first);
        }
        assertThat(overtaken).as("writers met each other").hasPositiveValue();
    }

    private void checkChain(Shelf shelf) throws IOException {
        var before = Digest.NONE;
        for (long number = 1; number <= shelf.last(); number++) {
            assertThat(shelf.journal(number).before()).isEqualTo(before);
            before = Digest.of(Files.readAllBytes(turnFile(number)));
        }
    }

    private Path turnFile(long number) {
        return folder.resolve("shelf/turns/%012d.json".formatted(number));
    }

    @ParameterizedTest
    @EnumSource(FaultyDisk.Break.class)
    void a_break_at_any_operation_leaves_the_old_or_the_new_state(FaultyDisk.Break when) throws IOException {
        int operation = 1;
        boolean broke = true;
        for (; broke; operation++) {
            var place = folder.resolve("shelf" + operation);
            var disk = new FaultyDisk(operation, when);
            try (var shelf = FolderShelf.openOrFound(place, disk, OFTEN)) {
                publish(shelf);
            } catch (ShelfUnavailable expected) {
                assertThat(disk.broke()).as("%s", expected.getMessage()).isTrue();
            }
            broke = disk.broke();
            checkWhole(place);
        }
        assertThat(operation).as("operations of a publication").isGreaterThan(15);
    }

    private static void publish(Shelf shelf) {
        if (shelf.last() == 0) {
            shelf.turn(0, AT, List.of(put(shelf, "/a", "first"), put(shelf, "/b", "stays")));
        }
        if (shelf.last() == 1) {
            shelf.turn(1, AT, List.of(put(shelf, "/a", "second"), new Change.Gone(SampleSite.HOST, "/c")));
        }
    }

    private static void checkWhole(Path place) throws IOException {
        try (var shelf = FolderShelf.openOrFound(place)) {
            var seen = shelf.state(shelf.last());
            assertThat(seen.size()).isIn(0, 2, 3);
            for (var change : seen.values()) {
                if (change instanceof Change.Put put) {
                    put.bytes()
                            .values()
                            .forEach(blob ->
                                    assertThat(shelf.read(blob.digest())).hasSize((int) blob.size()));
                }
            }
            publish(shelf);
            assertThat(shelf.last()).isEqualTo(2);
            assertThat(shelf.state(2).keySet())
                    .containsExactly("mfa.localhost/a", "mfa.localhost/b", "mfa.localhost/c");
            assertThat(shelf.state(2)).containsEntry("mfa.localhost/a", put(shelf, "/a", "second"));
            assertThat(shelf.state(1)).containsEntry("mfa.localhost/a", put(shelf, "/a", "first"));
        }
        try (var blobs = Files.walk(place.resolve("blobs"))) {
            for (var blob : blobs.filter(Files::isRegularFile).toList()) {
                assertThat(Digest.of(Files.readAllBytes(blob)).hex())
                        .isEqualTo(blob.getFileName().toString());
            }
        }
    }

    @Test
    void every_past_state_is_the_same_with_and_without_snapshots() throws IOException {
        var random = new Random(7);
        var states = new ArrayList<Map<String, Change>>();
        states.add(Map.of());
        try (var shelf = FolderShelf.openOrFound(folder.resolve("shelf"), new RealDisk(), OFTEN)) {
            for (int turn = 1; turn <= 40; turn++) {
                var changes = new ArrayList<Change>();
                var state = new HashMap<>(states.getLast());
                for (int i = random.nextInt(4); i >= 0; i--) {
                    var path = "/" + random.nextInt(12);
                    changes.add(
                            switch (random.nextInt(3)) {
                                case 0 -> new Change.Gone(SampleSite.HOST, path);
                                case 1 -> new Change.Move(SampleSite.HOST, path, "/to" + turn, 301);
                                default -> put(shelf, path, "turn " + turn);
                            });
                    state.put(SampleSite.HOST + path, changes.getLast());
                }
                shelf.turn(turn - 1, AT, changes);
                states.add(state);
                if (turn % 9 == 0) {
                    shelf.snapshot();
                }
            }
            checkStates(shelf, states);
        }
        var snapshots = folder.resolve("shelf/snapshots");
        try (var files = Files.list(snapshots)) {
            var all = files.sorted().toList();
            assertThat(all).hasSize(4);
            // One damaged, one away: both are only shortcuts.
            Files.writeString(all.getLast(), "{\"turn\":36}");
            Files.delete(all.get(1));
        }
        try (var shelf = shelf()) {
            assertThat(shelf.last()).isEqualTo(40);
            checkStates(shelf, states);
        }
    }

    private static void checkStates(Shelf shelf, List<Map<String, Change>> states) {
        for (int turn = 0; turn < states.size(); turn++) {
            assertThat(shelf.state(turn)).as("after turn %d", turn).isEqualTo(states.get(turn));
        }
    }

    @Test
    void a_snapshot_is_written_when_enough_has_changed() throws Exception {
        try (var shelf = FolderShelf.openOrFound(folder.resolve("shelf"), new RealDisk(), 30)) {
            for (int turn = 0; turn < 3; turn++) {
                shelf.turn(turn, AT, List.of(put(shelf, "/a", "a" + turn)));
            }
            var snapshots = new Snapshots(folder.resolve("shelf/snapshots"), new RealDisk());
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (snapshots.newest(3).isEmpty() && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            assertThat(snapshots.newest(3)).map(Snapshots.Snapshot::turn).contains(3L);
        }
    }

    @Test
    void the_turns_of_another_process_are_heard_of() throws Exception {
        try (var writer = shelf();
                var reader = shelf()) {
            var heard = new CountDownLatch(1);
            try (var _ = reader.follow(turn -> {
                if (turn == 1) {
                    heard.countDown();
                }
            })) {
                writer.turn(0, AT, List.of(put(writer, "/a", "a")));
                assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void a_damaged_blob_is_not_given_out() throws IOException {
        try (var shelf = shelf()) {
            var blob = shelf.lay(SampleSite.bytes("true"));
            Files.writeString(shelf.file(blob.digest()).orElseThrow(), "lies");
            assertThatThrownBy(() -> shelf.read(blob.digest()))
                    .isInstanceOf(ShelfUnavailable.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void what_is_not_a_shelf_is_named_with_the_remedy() throws IOException {
        assertThatThrownBy(() -> FolderShelf.open(folder.resolve("nowhere")))
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("name the folder");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> FolderShelf.open(folder)).hasMessageContaining("is not a shelf");
        assertThatThrownBy(() -> FolderShelf.openOrFound(folder)).hasMessageContaining("holds other things");
        try (var shelf = shelf()) {
            assertThat(shelf.last()).isZero();
        }
        Files.writeString(folder.resolve("shelf/shelf.json"), "{\"shelf\":2}\n");
        assertThatThrownBy(this::shelf).hasMessageContaining("newer version").hasMessageContaining("update");
    }

    @Test
    void a_damaged_turn_is_named() throws IOException {
        try (var shelf = shelf()) {
            shelf.turn(0, AT, List.of(put(shelf, "/a", "a")));
            Files.writeString(turnFile(1), "{\"turn\":1,\"chan");
            assertThatThrownBy(() -> shelf.journal(1))
                    .isInstanceOf(ShelfUnavailable.class)
                    .hasMessageContaining("000000000001.json is damaged");
        }
    }
}
