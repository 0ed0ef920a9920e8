package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log whose key is changed, and one that signs with a second, post-quantum key. */
class SignersTest {
    private static final String ORIGIN = "ledger.lomara.example/press";

    @TempDir
    private Path home;

    @Test
    void a_new_key_is_announced_signs_beside_the_old_one_and_then_alone() {
        Path folder = home.resolve("ledger");
        LogKey old = Ledger.found(folder, home.resolve("old.key"), ORIGIN);
        LogKey next = old.foundSuccessor(home.resolve("next.key"));
        Receipt before;
        try (Ledger ledger = Ledger.open(folder, old)) {
            before = ledger.append(0, List.of(LeafTest.first(Leaf.Kind.RELEASE).bytes()))
                    .receipts()
                    .getFirst();
            ledger.append(1, List.of(new Leaf.Key(Instant.parse("2026-12-01T00:00:00Z"), next.verifier()).bytes()));
        }
        assertThatThrownBy(() -> Ledger.open(folder, next)).isInstanceOf(LedgerException.Damaged.class);

        try (Ledger ledger = Ledger.open(folder, new Signers(List.of(next, old), List.of(), Clock.systemUTC()))) {
            String note = ledger.checkpoint().note();
            assertThat(ledger.size()).isEqualTo(2);
            for (LogKey key : List.of(old, next)) {
                assertThat(SignedCheckpoint.verify(note, List.of(key.verifier()))
                                .size())
                        .isEqualTo(2);
            }
        }
        try (Ledger ledger = Ledger.open(folder, LogKey.read(home.resolve("next.key")))) {
            ledger.append(2, List.of(LeafTest.first(Leaf.Kind.TRANSLATION).bytes()));
            String note = ledger.checkpoint().note();
            assertThatThrownBy(() -> SignedCheckpoint.verify(note, List.of(old.verifier())))
                    .isInstanceOf(LedgerException.NotGenuine.class);
            ledger.verify();
        }
        assertThat(before.proof()
                        .verify(before.entry(), List.of(next.verifier(), old.verifier()))
                        .index())
                .isZero();
    }

    @Test
    void a_post_quantum_key_signs_too_and_counts_as_no_witness() {
        Path folder = home.resolve("ledger");
        LogKey key = Ledger.found(folder, home.resolve("ledger.key"), ORIGIN);
        Cosigner.foundPostQuantum(home.resolve("lasting.key"), ORIGIN);
        Cosigner lasting = Cosigner.read(home.resolve("lasting.key"));
        Signers both = new Signers(List.of(key), List.of(lasting), Clock.systemUTC());
        try (Ledger ledger = Ledger.open(folder, both)) {
            ledger.append(0, List.of(LeafTest.first(Leaf.Kind.RELEASE).bytes()));
            SignedCheckpoint read = SignedCheckpoint.verify(ledger.checkpoint().note(), both.verifiers());
            assertThat(read.cosignatures()).isEmpty();
            assertThat(read.note().lines().filter(line -> line.startsWith("—"))).hasSize(2);
            assertThat(ledger.proof(0).proof().bytes()).hasSizeBetween(3_000, 5_000);
        }
    }

    @Test
    void signers_of_different_logs_do_not_sign_together() {
        assertThatThrownBy(() -> new Signers(List.of(TestLog.KEY, TestLog.TESSERA), List.of(), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Signers(List.of(), List.of(), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
