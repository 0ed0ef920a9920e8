package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.diurna.ledger.FakeWeb.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log and the witnesses that it asks, over HTTP. */
class WitnessTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:03Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Cosigner KEY = Cosigner.random("library.example/witness", Algorithm.COSIGNATURE);
    private static final Cosigner LASTING = Cosigner.random("library.example/witness", Algorithm.ML_DSA_44);

    private final FakeDisk memory = new FakeDisk();
    private final FakeDisk disk = new FakeDisk();
    private final Ledger ledger = TestLog.founded(disk);
    private final FakeWeb web = new FakeWeb();
    private final Witnesses witnesses = new Witnesses(Duration.ofSeconds(2));

    @AfterEach
    void close() {
        witnesses.close();
        web.close();
    }

    private Witness witness(Cosigner... keys) {
        return Witness.open(memory, List.of(keys), List.of(TestLog.KEY.verifier()), CLOCK);
    }

    private void mount(Witness witness) {
        web.on("/w/add-checkpoint", request -> {
            Witness.Reply reply = witness.addCheckpoint(request.body().getBytes(StandardCharsets.UTF_8));
            return new Reply(
                    reply.status(),
                    "Content-Type: " + reply.mediaType() + "\r\n",
                    reply.body().getBytes(StandardCharsets.UTF_8),
                    false,
                    false);
        });
    }

    private Policy.Witness address(Cosigner key) {
        return new Policy.Witness(
                "library", key.verifier(), Optional.of(web.at("/w").toString()));
    }

    private WitnessAnswer ask(Ledger log) {
        return witnesses
                .ask(List.of(address(KEY)), log.checkpoint(), log::consistency)
                .getFirst();
    }

    @Test
    void a_published_proof_is_upgraded_when_the_witness_has_signed() {
        mount(witness(KEY, LASTING));
        Receipt receipt = ledger.append(0, TestLog.entries(0, 300)).receipts().get(7);
        WitnessAnswer.Cosigned cosigned = (WitnessAnswer.Cosigned) ask(ledger);
        SignedCheckpoint both = ledger.adopt(cosigned.checkpoint());
        assertThat(both.cosignatures()).containsExactly(new SignedCheckpoint.Cosignature(KEY.verifier(), NOW));

        List<VerifierKey> keys = List.of(TestLog.KEY.verifier(), KEY.verifier());
        TlogProof upgraded = receipt.proof().upgraded(both);
        assertThat(TlogProof.parse(upgraded.bytes())
                        .verify(TestLog.entry(7), keys)
                        .checkpoint()
                        .cosignatures())
                .hasSize(1);
        assertThat(ledger.proof(7).proof().text()).isEqualTo(upgraded.text());
        assertThat(SignedCheckpoint.verify(Strict.utf8(disk.read("checkpoint").orElseThrow(), "checkpoint"), keys)
                        .cosignatures())
                .hasSize(1);
        assertThat(TestLog.open(disk).checkpoint().note()).isEqualTo(both.note());
        assertThat(policy(both)).isTrue();
        assertThat(policy(receipt.checkpoint())).isFalse();
    }

    @Test
    void a_fresh_cosignature_takes_the_place_of_the_older_one() {
        ledger.append(0, TestLog.entries(0, 3));
        SignedCheckpoint first = ledger.checkpoint();
        for (int hour = 0; hour < 3; hour++) {
            Instant time = NOW.plus(Duration.ofHours(hour));
            SignedNote.Line line = KEY.line(first.checkpoint(), time);
            SignedCheckpoint now = ledger.adopt(first.with(List.of(line), KEY.verifier()));
            assertThat(now.cosignatures()).containsExactly(new SignedCheckpoint.Cosignature(KEY.verifier(), time));
            assertThat(SignedNote.parse(now.note()).lines()).hasSize(2);
        }
    }

    private static boolean policy(SignedCheckpoint checkpoint) {
        return Policy.parse(("log " + TestLog.KEY.verifier() + "\nwitness library " + KEY.verifier()
                                + " https://library.example/w\ngroup g any library\nquorum g\n")
                        .getBytes(StandardCharsets.UTF_8))
                .satisfiedBy(checkpoint);
    }

    @Test
    void the_witness_follows_a_growing_log_also_over_a_restart_of_either() {
        mount(witness(KEY));
        for (int n = 0; n < 5; n++) {
            ledger.append(n * 70L, TestLog.entries(n * 70L, n * 70L + 70));
            assertThat(ask(ledger)).isInstanceOf(WitnessAnswer.Cosigned.class);
            assertThat(ask(ledger)).isInstanceOf(WitnessAnswer.Cosigned.class);
            mount(witness(KEY));
        }
        try (Witnesses fresh = new Witnesses(Duration.ofSeconds(2))) {
            assertThat(fresh.ask(List.of(address(KEY)), ledger.checkpoint(), ledger::consistency))
                    .allMatch(answer -> answer instanceof WitnessAnswer.Cosigned);
        }
        String hash = Hash.sha256(TestLog.KEY.origin().getBytes(StandardCharsets.UTF_8))
                .hex();
        String seen = Strict.utf8(witness(KEY).checkpoint(hash).orElseThrow(), "checkpoint");
        assertThat(SignedCheckpoint.verify(seen, List.of(TestLog.KEY.verifier()))
                        .size())
                .isEqualTo(350);
        assertThat(witness(KEY).checkpoint("../signed")).isEmpty();
    }

    @Test
    void a_fork_and_a_restored_backup_get_no_signature() {
        mount(witness(KEY));
        ledger.append(0, TestLog.entries(0, 100));
        FakeDisk backup = disk.copy();
        ledger.append(100, TestLog.entries(100, 200));
        assertThat(ask(ledger)).isInstanceOf(WitnessAnswer.Cosigned.class);

        Ledger restored = TestLog.open(backup);
        assertThat(ask(restored)).isEqualTo(new WitnessAnswer.Ahead(address(KEY), 200));
        restored.append(100, TestLog.entries(900, 1_000));
        assertThat(ask(restored))
                .isInstanceOfSatisfying(
                        WitnessAnswer.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(409));
        restored.append(200, TestLog.entries(900, 950));
        assertThat(ask(restored))
                .isInstanceOfSatisfying(
                        WitnessAnswer.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(422));
    }

    @Test
    void nothing_is_answered_before_it_is_durable() {
        ledger.append(0, TestLog.entries(0, 3));
        byte[] request = Witnesses.request(0, List.of(), ledger.checkpoint()).getBytes(StandardCharsets.UTF_8);
        for (int step = 1; ; step++) {
            FakeDisk fragile = new FakeDisk().dieAt(step);
            Witness witness = Witness.open(fragile, List.of(KEY), List.of(TestLog.KEY.verifier()), CLOCK);
            try {
                assertThat(witness.addCheckpoint(request).status()).isEqualTo(200);
                assertThat(step).isEqualTo(5);
                return;
            } catch (LedgerException.Unavailable e) {
                fragile.restart();
                assertThat(witness.addCheckpoint(request).status()).isIn(200, 409);
            }
        }
    }

    @Test
    void the_role_answers_each_wrong_request_with_its_status() {
        ledger.append(0, TestLog.entries(0, 3));
        String note = ledger.checkpoint().note();
        assertThat(status("")).isEqualTo(400);
        assertThat(status("old 0\n" + note)).isEqualTo(400);
        assertThat(status("old 00\n\n" + note)).isEqualTo(400);
        assertThat(status("old 4\n\n" + note)).isEqualTo(400);
        assertThat(status("old 0\nQQ==\n\n" + note)).isEqualTo(400);
        assertThat(status("old 0\n\n" + note.replace("\n3\n", "\n03\n"))).isEqualTo(400);
        assertThat(status("old 0\n\n" + note.replace("\n3\n", "\n4\n"))).isEqualTo(403);
        assertThat(status("old 0\n\n" + note.replaceFirst("lomara", "other"))).isEqualTo(404);
        assertThat(status("old 1\n\n" + note)).isEqualTo(409);
        assertThat(status("old 0\n" + Tree.EMPTY.base64() + "\n\n" + note)).isEqualTo(422);
        assertThat(status("old 0\n\n" + note)).isEqualTo(200);
        assertThat(status("old 3\n\n" + note)).isEqualTo(200);
        assertThat(status("old 0\n\n" + note)).isEqualTo(409);
    }

    private int status(String request) {
        return witness(KEY)
                .addCheckpoint(request.getBytes(StandardCharsets.UTF_8))
                .status();
    }

    @Test
    void a_witness_that_is_slow_gone_or_mad_holds_nobody_up() {
        ledger.append(0, TestLog.entries(0, 3));
        for (Reply reply : List.of(
                Reply.of(200, ""),
                Reply.of(200, "nonsense\n"),
                Reply.of(
                        200, LASTING.line(ledger.checkpoint().checkpoint(), NOW).text()),
                Reply.of(
                        200,
                        KEY.line(new Checkpoint(TestLog.KEY.origin(), 4, Hash.sha256()), NOW)
                                .text()),
                Reply.of(409, "3\n"),
                new Reply(
                        409,
                        "Content-Type: text/x.tlog.size\r\n",
                        "x\n".getBytes(StandardCharsets.UTF_8),
                        false,
                        false),
                Reply.of(500, ""),
                new Reply(200, "", new byte[9], true, false),
                new Reply(200, "", new byte[100_000], false, false))) {
            web.on("/w/add-checkpoint", _ -> reply);
            assertThat(ask(ledger)).as(reply.toString()).isInstanceOf(WitnessAnswer.Unreachable.class);
        }
        for (int status : new int[] {403, 404}) {
            web.on("/w/add-checkpoint", _ -> Reply.of(status, ""));
            assertThat(ask(ledger)).isEqualTo(new WitnessAnswer.Unknown(address(KEY), status));
        }
    }

    @Test
    void cosignatures_of_both_kinds_verify_and_say_when() {
        Checkpoint checkpoint = new Checkpoint(TestLog.KEY.origin(), 3, Hash.sha256());
        for (Cosigner cosigner : List.of(KEY, LASTING)) {
            SignedNote.Line line = cosigner.line(checkpoint, NOW);
            assertThat(SignedCheckpoint.verify(checkpoint, line, cosigner.verifier())
                            .time())
                    .isEqualTo(NOW);
            assertThat(VerifierKey.parse(cosigner.verifier().text())).isEqualTo(cosigner.verifier());
            for (int at = 4; at < line.blob().length; at += 37) {
                byte[] blob = line.blob().clone();
                blob[at] ^= 1;
                SignedNote.Line altered = new SignedNote.Line(line.name(), blob);
                assertThatThrownBy(() -> SignedCheckpoint.verify(checkpoint, altered, cosigner.verifier()))
                        .isInstanceOf(LedgerException.NotGenuine.class);
            }
        }
    }
}
