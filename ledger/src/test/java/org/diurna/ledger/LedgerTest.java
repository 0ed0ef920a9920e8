package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 65_536, 70_000})
    void a_log_grown_in_random_batches_verifies(int size) {
        long seed = System.nanoTime();
        System.out.println("seed of the log of " + size + " entries: " + seed);
        Random random = new Random(seed);
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        List<Hash> leaves = new ArrayList<>();
        Map<Integer, Hash> roots = new HashMap<>(Map.of(0, Tree.EMPTY));
        while (leaves.size() < size) {
            int batch = Math.min(size - leaves.size(), 1 + random.nextInt(1 + size / 10));
            List<byte[]> entries = TestLog.entries(leaves.size(), leaves.size() + batch);
            Appended appended = ledger.append(leaves.size(), entries);
            entries.forEach(entry -> leaves.add(Hash.sha256(new byte[] {0}, entry)));
            roots.put(
                    leaves.size(),
                    appended.receipts().getFirst().checkpoint().checkpoint().root());
            assertThat(appended.files().getLast().path()).isEqualTo("checkpoint");
        }

        assertThat(ledger.checkpoint().checkpoint().root()).isEqualTo(TestLog.naiveRoot(leaves));
        ledger.verify();
        Ledger reopened = TestLog.open(disk);
        for (int sample = 0; sample < 100; sample++) {
            int index = random.nextInt(size);
            Receipt receipt = reopened.proof(index);
            assertThat(receipt.entry()).isEqualTo(TestLog.entry(index));
            TlogProof proof = TlogProof.parse(receipt.proof().bytes());
            assertThat(proof.verify(TestLog.entry(index), List.of(TestLog.KEY.verifier()))
                            .code())
                    .isEqualTo(receipt.code());
        }
        List<Integer> sizes = roots.keySet().stream().sorted().toList();
        for (int i = 1; i < sizes.size(); i++) {
            int old = sizes.get(random.nextInt(i));
            int now = sizes.get(i);
            assertThat(Proofs.consistent(
                            old,
                            Objects.requireNonNull(roots.get(old)),
                            now,
                            Objects.requireNonNull(roots.get(now)),
                            reopened.consistency(old, now)))
                    .isTrue();
        }
    }

    @Test
    void the_same_entries_again_get_their_receipts_and_other_entries_are_refused() {
        Ledger ledger = TestLog.founded(new FakeDisk());
        ledger.append(0, TestLog.entries(0, 300));
        Appended first = ledger.append(300, TestLog.entries(300, 310));
        ledger.append(310, TestLog.entries(310, 320));

        Appended again = ledger.append(300, TestLog.entries(300, 310));
        assertThat(ledger.size()).isEqualTo(320);
        assertThat(again.receipts()).extracting(Receipt::index).isEqualTo(indexes(first));
        assertThat(again.files())
                .extracting(PublicFile::path)
                .containsExactly("tile/entries/001.p/64", "tile/0/001.p/64", "checkpoint");

        for (long expected : new long[] {-1, 0, 299, 301, 311, 319, 321}) {
            assertThatThrownBy(() -> ledger.append(expected, TestLog.entries(300, 310)))
                    .isInstanceOfSatisfying(
                            LedgerException.Overtaken.class,
                            e -> assertThat(e.size()).isEqualTo(320));
        }
        assertThat(ledger.size()).isEqualTo(320);
    }

    private static List<Long> indexes(Appended appended) {
        return appended.receipts().stream().map(Receipt::index).toList();
    }

    @Test
    void the_files_of_all_appends_together_are_a_public_copy() {
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        Map<String, byte[]> shelf = new HashMap<>();
        for (int n = 0; n < 600; n += 60) {
            ledger.append(n, TestLog.entries(n, n + 60)).files().forEach(file -> shelf.put(file.path(), file.bytes()));
            SignedCheckpoint read = SignedCheckpoint.verify(
                    Strict.utf8(Objects.requireNonNull(shelf.get("checkpoint")), "checkpoint"),
                    List.of(TestLog.KEY.verifier()));
            new Replay(path -> Optional.ofNullable(shelf.get(path)), read.size())
                    .run(0, Tree.EMPTY, read.checkpoint().root(), (index, entry) -> {});
        }
        assertThat(ledger.publicPaths(0)).allMatch(shelf::containsKey);
        assertThat(ledger.publicPaths(599)).containsExactly("tile/entries/002.p/88", "tile/0/002.p/88", "checkpoint");
    }

    @Test
    void tidying_leaves_a_log_that_still_verifies() {
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        for (int n = 0; n < 270; n += 10) {
            ledger.append(n, TestLog.entries(n, n + 10));
        }
        int files = disk.snapshot().size();
        List<String> gone = ledger.tidy();
        assertThat(gone).hasSize(50).allMatch(path -> path.contains("/000.p/"));
        assertThat(disk.snapshot()).hasSize(files - 50);
        ledger.verify();
        assertThat(ledger.consistency(100, 270)).isNotEmpty();
        assertThat(TestLog.open(disk).proof(3).index()).isEqualTo(3);
        assertThat(ledger.tidy()).isEmpty();
    }

    @Test
    void adding_to_a_long_log_touches_as_many_files_as_adding_to_a_short_one() {
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        ledger.append(0, TestLog.entries(0, 10));
        int changesShort = changes(disk, ledger, 10);
        ledger.append(12, TestLog.entries(12, 65_000));
        int changesLong = changes(disk, ledger, 65_000);
        assertThat(changesLong).isEqualTo(changesShort).isLessThan(25);
        disk.reads = 0;
        TestLog.open(disk);
        assertThat(disk.reads).isLessThan(12);
    }

    private static int changes(FakeDisk disk, Ledger ledger, int size) {
        ledger.append(size, TestLog.entries(size, size + 1));
        int before = disk.changes;
        ledger.append(size + 1, TestLog.entries(size + 1, size + 2));
        ledger.append(size + 1, TestLog.entries(size + 1, size + 2));
        return disk.changes - before;
    }

    @Test
    void every_altered_shortened_or_exchanged_file_is_found() {
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        ledger.append(0, TestLog.entries(0, 700));
        ledger.append(700, TestLog.entries(700, 770));
        List<String> files = disk.snapshot().keySet().stream()
                .filter(path -> path.startsWith("tile/"))
                .toList();
        for (String path : files) {
            byte[] right = disk.read(path).orElseThrow();
            byte[] flipped = right.clone();
            flipped[right.length / 2] ^= 1;
            refused(disk, path, flipped);
            refused(disk, path, Arrays.copyOf(right, right.length - 1));
            refused(disk, path, new byte[0]);
            byte[] sibling = disk.read(path.replace("/000", "/001")).orElse(new byte[32]);
            if (!Arrays.equals(sibling, right)) {
                refused(disk, path, sibling);
            }
            FakeDisk without = disk.copy();
            without.delete(path);
            boolean older = path.endsWith("/002.p/188") || path.equals("tile/1/000.p/2");
            if (!older) {
                assertThatThrownBy(() -> TestLog.open(without).verify()).isInstanceOf(LedgerException.Damaged.class);
            }
        }
    }

    private static void refused(FakeDisk disk, String path, byte[] bytes) {
        FakeDisk altered = disk.copy();
        altered.write(path, bytes);
        assertThatThrownBy(() -> TestLog.open(altered).verify())
                .as(path)
                .isInstanceOf(LedgerException.Damaged.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void a_wider_partial_tile_than_the_log_has_is_found_and_a_stray_file_hinders_nobody() {
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        ledger.append(0, TestLog.entries(0, 10));
        disk.write("tile/0/000.p/.DS_Store", new byte[3]);
        disk.write("tile/0/Thumbs.db", new byte[3]);
        TestLog.open(disk).verify();
        disk.write("tile/entries/000.p/11", new byte[30]);
        assertThatThrownBy(ledger::verify).isInstanceOf(LedgerException.Damaged.class);
        TestLog.open(disk).verify();
    }

    @Test
    void no_receipt_is_given_from_an_altered_tile() {
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        ledger.append(0, TestLog.entries(0, 700));
        byte[] tile = disk.read("tile/0/000").orElseThrow();
        tile[40] ^= 1;
        disk.write("tile/0/000", tile);
        Ledger reopened = TestLog.open(disk);
        assertThatThrownBy(() -> reopened.proof(5)).isInstanceOf(LedgerException.Damaged.class);
        assertThat(reopened.append(700, TestLog.entries(700, 701)).receipts()).hasSize(1);
    }

    @Test
    void an_older_copy_of_the_files_signs_nothing_while_the_newer_signature_is_known() {
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        ledger.append(0, TestLog.entries(0, 300));
        FakeDisk backup = disk.copy();
        ledger.append(300, TestLog.entries(300, 400));
        String seen = ledger.checkpoint().note();

        FakeDisk half = backup.copy();
        half.write("signed", disk.read("signed").orElseThrow());
        assertThatThrownBy(() -> TestLog.open(half))
                .isInstanceOf(LedgerException.Damaged.class)
                .hasMessageContaining("400 entries");

        Ledger restored = TestLog.open(backup);
        assertThatThrownBy(() -> restored.mustGoOnFrom(seen))
                .isInstanceOf(LedgerException.Forked.class)
                .hasMessageContaining("backup");
        restored.append(300, TestLog.entries(900, 1_000));
        assertThatThrownBy(() -> restored.mustGoOnFrom(seen)).isInstanceOf(LedgerException.Forked.class);
        ledger.mustGoOnFrom(seen);

        backup.write("signed", disk.read("signed").orElseThrow());
        assertThatThrownBy(() -> TestLog.open(backup)).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> restored.append(400, TestLog.entries(0, 1)))
                .isInstanceOf(LedgerException.Forked.class);
    }

    @Test
    void a_log_signed_by_another_key_is_not_opened() {
        FakeDisk disk = new FakeDisk();
        TestLog.founded(disk).append(0, TestLog.entries(0, 3));
        LogKey other = LogKey.random(TestLog.KEY.origin());
        assertThatThrownBy(() -> Ledger.open(disk, other, (entry, index) -> {}))
                .isInstanceOf(LedgerException.Damaged.class);
        assertThatThrownBy(() -> TestLog.open(new FakeDisk())).isInstanceOf(LedgerException.NotFounded.class);
        assertThatThrownBy(() -> Founding.log(disk, TestLog.KEY)).isInstanceOf(LedgerException.AlreadyFounded.class);
    }

    @Test
    void a_restored_backup_recovers_from_the_public_copy_and_from_no_shorter_or_other_one() {
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        ledger.append(0, TestLog.entries(0, 300));
        FakeDisk backup = disk.copy();
        ledger.append(300, TestLog.entries(300, 600));

        FakeDisk half = backup.copy();
        half.write("signed", disk.read("signed").orElseThrow());
        FakeDisk longer = disk.copy();
        TestLog.open(longer).append(600, TestLog.entries(600, 601));
        FakeDisk other = backup.copy();
        TestLog.open(other).append(300, TestLog.entries(900, 901));
        for (FakeDisk refusing : List.of(longer, other)) {
            Map<String, String> before = refusing.snapshot();
            assertThatThrownBy(() -> recovered(refusing, disk)).isInstanceOf(LedgerException.Forked.class);
            assertThat(refusing.snapshot()).isEqualTo(before);
        }
        FakeDisk torn = backup.copy();
        torn.write("signed", new byte[3]);
        torn.delete("tile/0/000");
        for (FakeDisk lost : List.of(backup, half, torn, new FakeDisk())) {
            Ledger again = recovered(lost, disk);
            again.verify();
            again.mustGoOnFrom(ledger.checkpoint().note());
            assertThat(again.size()).isEqualTo(600);
        }
        FakeDisk damaged = disk.copy();
        damaged.write("tile/entries/001", new byte[9]);
        assertThatThrownBy(() -> recovered(new FakeDisk(), damaged)).isInstanceOf(LedgerException.Damaged.class);
    }

    private static Ledger recovered(FakeDisk disk, FakeDisk copy) {
        new Restoration(new LogFiles(disk), Signers.of(TestLog.KEY), copy::read).run();
        return TestLog.open(disk);
    }
}
