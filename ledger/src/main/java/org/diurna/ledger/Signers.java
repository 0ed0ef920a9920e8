package org.diurna.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that sign the checkpoints of one log: its key, while keys are changed the old and the new one, and if wanted a
 * post-quantum key, which signs as a witness does.
 *
 * @param keys of one origin, at least one
 * @param cosigners further keys with the same origin as their name
 * @param clock for the times in cosignatures
 */
public record Signers(List<LogKey> keys, List<Cosigner> cosigners, Clock clock) {
    /**
     * Copies its lists.
     *
     * @throws IllegalArgumentException when there is no key, or not all have one origin
     */
    public Signers {
        keys = List.copyOf(keys);
        cosigners = List.copyOf(cosigners);
        Set<String> names = Stream.concat(
                        keys.stream().map(LogKey::verifier), cosigners.stream().map(Cosigner::verifier))
                .map(VerifierKey::name)
                .collect(Collectors.toSet());
        if (keys.isEmpty() || names.size() != 1) {
            throw new IllegalArgumentException(
                    "The signers of a log have its name, and one at least is its key: " + names + ".");
        }
    }

    /** One key, as almost always. */
    public static Signers of(LogKey key) {
        return new Signers(List.of(key), List.of(), Clock.systemUTC());
    }

    /** The log's name. */
    public String origin() {
        return keys.getFirst().origin();
    }

    /** What others verify with. */
    public List<VerifierKey> verifiers() {
        return Stream.concat(
                        keys.stream().map(LogKey::verifier), cosigners.stream().map(Cosigner::verifier))
                .toList();
    }

    SignedCheckpoint sign(Checkpoint checkpoint) {
        List<SignedNote.Line> lines = new ArrayList<>();
        keys.forEach(key -> lines.add(key.line(checkpoint)));
        cosigners.forEach(cosigner -> lines.add(cosigner.line(checkpoint, clock.instant())));
        return SignedCheckpoint.verify(new SignedNote(checkpoint.text(), lines).note(), verifiers());
    }

    /** True when each of these has signed; a new one has not yet. */
    boolean allSigned(SignedCheckpoint checkpoint) {
        List<SignedNote.Line> lines = SignedNote.parse(checkpoint.note()).lines();
        return verifiers().stream().allMatch(key -> lines.stream().anyMatch(line -> line.isBy(key)));
    }
}
