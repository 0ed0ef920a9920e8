package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The process is killed, or the power fails, between any two things that are done to the disk. */
class CrashTest {
    private static final long SEED = 20_261_122;

    @Test
    void an_append_killed_at_any_step_is_done_by_calling_it_again() {
        for (int before : new int[] {0, 250, 511}) {
            killedEverywhere(before, 9);
        }
        killedEverywhere(508, 20);
    }

    private static void killedEverywhere(int before, int batch) {
        FakeDisk start = log(before);
        FakeDisk whole = start.copy();
        TestLog.open(whole).append(before, TestLog.entries(before, before + batch));

        for (int step = 1; ; step++) {
            FakeDisk disk = start.copy();
            Ledger ledger = TestLog.open(disk);
            disk.dieAt(step);
            if (!dies(ledger, before, batch)) {
                assertThat(step).isGreaterThan(10);
                break;
            }
            disk.restart();
            Ledger again = TestLog.open(disk);
            assertThat(again.size()).isIn((long) before, (long) before + batch);
            again.verify();
            Appended appended = again.append(before, TestLog.entries(before, before + batch));
            assertThat(appended.receipts()).hasSize(batch);
            again.verify();
            assertThat(withoutWaiting(disk)).as("killed at step %d", step).isEqualTo(withoutWaiting(whole));
        }
    }

    @Test
    void the_same_ledger_goes_on_after_the_disk_failed() {
        for (int step = 1; step < 40; step++) {
            FakeDisk disk = log(255);
            Ledger ledger = TestLog.open(disk);
            disk.dieAt(step);
            if (!dies(ledger, 255, 3)) {
                return;
            }
            disk.restart();
            assertThat(ledger.append(255, TestLog.entries(255, 258)).receipts()).hasSize(3);
            ledger.verify();
        }
        throw new AssertionError("An append should take less than 40 steps.");
    }

    @Test
    void other_entries_than_those_of_the_killed_append_leave_nothing_of_it() {
        for (int step = 1; ; step++) {
            FakeDisk disk = log(250);
            Ledger ledger = TestLog.open(disk);
            disk.dieAt(step);
            if (!dies(ledger, 250, 300)) {
                return;
            }
            disk.restart();
            Ledger again = TestLog.open(disk);
            if (again.size() == 250) {
                again.append(250, TestLog.entries(1_000, 1_004));
                FakeDisk other = log(250);
                TestLog.open(other).append(250, TestLog.entries(1_000, 1_004));
                assertThat(withoutWaiting(disk)).isEqualTo(withoutWaiting(other));
            }
            again.verify();
        }
    }

    @Test
    void a_power_failure_at_any_step_forgets_no_published_checkpoint() {
        Random random = new Random(SEED);
        System.out.println("seed of the power failures: " + SEED);
        for (int round = 0; round < 3; round++) {
            int before = random.nextInt(600);
            int batch = 1 + random.nextInt(90);
            FakeDisk start = log(before);
            for (int step = 1; step <= 60; step++) {
                FakeDisk disk = start.copy();
                Ledger ledger = TestLog.open(disk);
                disk.dieAt(step);
                boolean died = dies(ledger, before, batch);
                Optional<byte[]> published = disk.read("checkpoint");
                disk.losePower(random);

                Ledger again = TestLog.open(disk);
                again.verify();
                again.mustGoOnFrom(Strict.utf8(published.orElseThrow(), "checkpoint"));
                again.append(before, TestLog.entries(before, before + batch));
                again.verify();
                assertThat(again.size()).isEqualTo(before + batch);
                if (!died) {
                    break;
                }
            }
        }
    }

    @Test
    void the_opening_itself_may_be_killed_at_any_step() {
        FakeDisk crashed = log(250);
        Ledger ledger = TestLog.open(crashed);
        crashed.dieAt(14);
        assertThat(dies(ledger, 250, 300)).isTrue();
        crashed.restart();
        for (int step = 1; ; step++) {
            FakeDisk disk = crashed.copy().dieAt(step);
            try {
                TestLog.open(disk).verify();
                assertThat(step).isGreaterThan(2);
                return;
            } catch (LedgerException.Unavailable e) {
                disk.restart();
                TestLog.open(disk).verify();
            }
        }
    }

    @Test
    void a_founding_killed_at_any_step_is_done_by_calling_it_again() {
        for (int step = 1; ; step++) {
            FakeDisk disk = new FakeDisk().dieAt(step);
            try {
                Founding.log(disk, TestLog.KEY);
                assertThat(step).isGreaterThan(4);
                return;
            } catch (LedgerException.Unavailable e) {
                disk.restart();
                if (disk.read("signed").isEmpty()) {
                    assertThatThrownBy(() -> TestLog.open(disk)).isInstanceOf(LedgerException.NotFounded.class);
                }
                Founding.log(disk, TestLog.KEY);
                assertThat(TestLog.open(disk).size()).isZero();
            }
        }
    }

    private static FakeDisk log(int size) {
        FakeDisk disk = new FakeDisk();
        Ledger ledger = TestLog.founded(disk);
        if (size > 0) {
            ledger.append(0, TestLog.entries(0, size));
        }
        return disk;
    }

    private static boolean dies(Ledger ledger, int before, int batch) {
        List<byte[]> entries = TestLog.entries(before, before + batch);
        try {
            ledger.append(before, entries);
            return false;
        } catch (LedgerException.Unavailable e) {
            return true;
        }
    }

    private static Map<String, String> withoutWaiting(FakeDisk disk) {
        Map<String, String> files = new TreeMap<>(disk.snapshot());
        files.remove("waiting");
        return files;
    }
}
