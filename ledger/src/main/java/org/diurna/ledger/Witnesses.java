package org.diurna.ledger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotGenuine;

/**
 * Asks witnesses to cosign a checkpoint (C2SP tlog-witness, client side), all at once, each within a time-out. First
 * publish, then ask: what they answer upgrades the checkpoint and the proofs that are out already.
 */
public final class Witnesses implements AutoCloseable {
    private static final int ANSWER_MAX_BYTES = 64 * 1024;

    /** A witness whose size keeps changing while we ask is being asked by somebody else too. */
    private static final int TRIES_MAX = 3;

    private static final String SIZE_TYPE = "text/x.tlog.size";

    private final Web web;

    /** What each witness had seen when it was last asked: saves the first of two requests. */
    private final Map<VerifierKey, Long> seen = new ConcurrentHashMap<>();

    /**
     * A client of its own; close it.
     *
     * @param most how long one request may take; three seconds is usual
     */
    public Witnesses(Duration most) {
        this.web = new Web(most);
    }

    /** Where consistency proofs come from: {@link Ledger#consistency}. */
    public interface Proofs {
        /** Proves that the log of {@code to} entries goes on from the one of {@code from}. */
        List<Hash> between(long from, long to);
    }

    /**
     * Asks all of them; the answers are in their order.
     *
     * @param witnesses those without an address are left out
     * @param checkpoint signed by the log
     */
    public List<WitnessAnswer> ask(List<Policy.Witness> witnesses, SignedCheckpoint checkpoint, Proofs proofs) {
        List<Callable<WitnessAnswer>> questions = new ArrayList<>();
        witnesses.stream()
                .filter(witness -> witness.address().isPresent())
                .forEach(witness -> questions.add(() -> ask(witness, checkpoint, proofs)));
        List<WitnessAnswer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<WitnessAnswer> answer : threads.invokeAll(questions)) {
                answers.add(answer.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Asking a witness failed: " + e.getCause() + ".", e);
        }
        return answers;
    }

    private WitnessAnswer ask(Policy.Witness witness, SignedCheckpoint checkpoint, Proofs proofs) {
        try {
            URI address = address(witness);
            long old = Math.min(checkpoint.size(), seen.getOrDefault(witness.key(), 0L));
            for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
                String request = request(old, proofs.between(old, checkpoint.size()), checkpoint);
                Web.Answer answer = web.post(address, request, ANSWER_MAX_BYTES);
                if (answer.status() != 409) {
                    return judged(witness, checkpoint, answer);
                }
                long size = size(answer);
                if (size > checkpoint.size()) {
                    return new WitnessAnswer.Ahead(witness, size);
                }
                if (size == old && size == checkpoint.size()) {
                    return new WitnessAnswer.Refused(
                            witness, 409, "It has seen another history of " + size + " entries.");
                }
                old = size;
            }
            return new WitnessAnswer.Unreachable(witness, "Its size changed with each of " + TRIES_MAX + " requests.");
        } catch (Web.Trouble e) {
            return new WitnessAnswer.Unreachable(witness, e.verdict().reason());
        } catch (Malformed | NotGenuine e) {
            return new WitnessAnswer.Unreachable(witness, e.getMessage());
        }
    }

    private static URI address(Policy.Witness witness) {
        String prefix = witness.address().orElseThrow();
        try {
            return URI.create(prefix.endsWith("/") ? prefix + "add-checkpoint" : prefix + "/add-checkpoint");
        } catch (IllegalArgumentException e) {
            throw new Malformed("The address " + Strict.shown(prefix) + " of the witness is none.", e);
        }
    }

    static String request(long old, List<Hash> proof, SignedCheckpoint checkpoint) {
        StringBuilder request = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash -> request.append(hash.base64()).append('\n'));
        return request.append('\n').append(checkpoint.note()).toString();
    }

    private static long size(Web.Answer answer) {
        if (!answer.mediaType().startsWith(SIZE_TYPE)) {
            throw new Malformed("It answered 409 without saying which size it has seen.");
        }
        List<String> lines = Strict.lines(text(answer), "answer of the witness");
        if (lines.size() != 1) {
            throw new Malformed("It answered 409 with more than a size.");
        }
        return Strict.decimal(lines.getFirst(), "size that the witness has seen");
    }

    private WitnessAnswer judged(Policy.Witness witness, SignedCheckpoint checkpoint, Web.Answer answer) {
        return switch (answer.status()) {
            case 200 -> {
                SignedCheckpoint cosigned = cosigned(witness, checkpoint, text(answer));
                seen.put(witness.key(), checkpoint.size());
                yield new WitnessAnswer.Cosigned(witness, cosigned);
            }
            case 403, 404 -> new WitnessAnswer.Unknown(witness, answer.status());
            case 400, 422 ->
                new WitnessAnswer.Refused(
                        witness, answer.status(), Strict.shown(new String(answer.body(), StandardCharsets.UTF_8)));
            default -> new WitnessAnswer.Unreachable(witness, "It answered with status " + answer.status() + ".");
        };
    }

    /** Takes nothing over that does not verify: a wrong line would make the published note invalid for everybody. */
    private static SignedCheckpoint cosigned(Policy.Witness witness, SignedCheckpoint checkpoint, String lines) {
        VerifierKey key = witness.key();
        List<SignedNote.Line> own = SignedNote.lines(lines).stream()
                .map(SignedNote.Line::parse)
                .filter(line -> line.isBy(key))
                .toList();
        if (own.isEmpty()) {
            throw new NotGenuine("It answered with no signature by the key that is known of it.");
        }
        return checkpoint.with(own, key);
    }

    private static String text(Web.Answer answer) {
        return Strict.utf8(answer.body(), "answer of the witness");
    }

    @Override
    public void close() {
        web.close();
    }
}
