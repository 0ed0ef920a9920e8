package org.diurna.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotGenuine;

/** A checkpoint whose signatures were verified; there is no other way to come by one. */
public final class SignedCheckpoint {
    /**
     * A witness's word that it saw this checkpoint, and none that contradicts it, before.
     *
     * @param witness its name
     * @param time by the witness's clock, to the second
     */
    public record Cosignature(VerifierKey witness, Instant time) {}

    private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private final Checkpoint checkpoint;
    private final String note;
    private final List<Cosignature> cosignatures;

    private SignedCheckpoint(Checkpoint checkpoint, String note, List<Cosignature> cosignatures) {
        this.checkpoint = checkpoint;
        this.note = note;
        this.cosignatures = List.copyOf(cosignatures);
    }

    /**
     * Reads a signed note and verifies it. Lines by keys that were not named are passed over; a line by a named key that
     * does not verify makes the whole note invalid.
     *
     * @param keys of the log (at least one of them must have signed, and must have the checkpoint's origin as its name)
     *     and of witnesses
     * @throws Malformed when it is no checkpoint
     * @throws NotGenuine when a signature is wrong, or none is by a key of the log
     */
    public static SignedCheckpoint verify(String note, Collection<VerifierKey> keys) {
        SignedNote signed = SignedNote.parse(note);
        Checkpoint checkpoint = Checkpoint.parse(signed.text());
        boolean byLog = false;
        List<Cosignature> cosignatures = new ArrayList<>();
        for (SignedNote.Line line : signed.lines()) {
            for (VerifierKey key : keys) {
                if (line.isBy(key)) {
                    Cosignature found = verify(checkpoint, line, key);
                    boolean own = key.name().equals(checkpoint.origin());
                    byLog |= own && !key.cosigns();
                    // a log's second key signs in a witness's form, but is no witness of itself
                    if (!own
                            && key.cosigns()
                            && cosignatures.stream()
                                    .noneMatch(known -> known.witness().equals(key))) {
                        cosignatures.add(found);
                    }
                }
            }
        }
        if (!byLog) {
            throw new NotGenuine("The checkpoint of " + Strict.shown(checkpoint.origin())
                    + " is not signed by a key of that log which you trust"
                    + keys.stream()
                            .filter(key -> !key.cosigns())
                            .map(key -> " " + key.name() + "+" + key.idHex())
                            .reduce((a, b) -> a + "," + b)
                            .map(names -> "; trusted:" + names)
                            .orElse("")
                    + ".");
        }
        return new SignedCheckpoint(checkpoint, note, cosignatures);
    }

    /** For a log's own signature the time is the epoch and means nothing. */
    static Cosignature verify(Checkpoint checkpoint, SignedNote.Line line, VerifierKey key) {
        byte[] body = line.body();
        Algorithm algorithm = key.algorithm();
        if (body.length != algorithm.bodyBytes()) {
            throw new NotGenuine("The signature of " + key.name() + " has " + body.length + " bytes instead of "
                    + algorithm.bodyBytes() + ".");
        }
        long time = algorithm.timed ? ByteBuffer.wrap(body).getLong() : 0;
        byte[] signature = Arrays.copyOfRange(body, body.length - algorithm.signatureBytes, body.length);
        if (time < 0
                || time > Instant.MAX.getEpochSecond()
                || !key.verifies(message(checkpoint, key.name(), algorithm, time), signature)) {
            throw new NotGenuine("The signature of " + key.name() + "+" + key.idHex()
                    + " does not fit the checkpoint: one of them was altered.");
        }
        return new Cosignature(key, Instant.ofEpochSecond(time));
    }

    /** The bytes that are signed, which differ from algorithm to algorithm. */
    static byte[] message(Checkpoint checkpoint, String signer, Algorithm algorithm, long time) {
        return switch (algorithm) {
            case ED25519 -> checkpoint.text().getBytes(StandardCharsets.UTF_8);
            case COSIGNATURE ->
                ("cosignature/v1\ntime " + time + "\n" + checkpoint.text()).getBytes(StandardCharsets.UTF_8);
            case ML_DSA_44 -> {
                byte[] name = signer.getBytes(StandardCharsets.UTF_8);
                byte[] origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
                ByteBuffer message = ByteBuffer.allocate(
                        SUBTREE.length + 2 + name.length + origin.length + 3 * Long.BYTES + Hash.LENGTH_BYTES);
                message.put(SUBTREE).put((byte) name.length).put(name).putLong(time);
                message.put((byte) origin.length).put(origin).putLong(0).putLong(checkpoint.size());
                yield message.put(checkpoint.root().view()).array();
            }
        };
    }

    /** What is signed. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The whole signed note, as it is published. */
    public String note() {
        return note;
    }

    /** Of the witnesses that were asked about, those that are there. */
    public List<Cosignature> cosignatures() {
        return cosignatures;
    }

    /** This one with the other one's lines too; both are of one size and root. */
    SignedCheckpoint with(SignedCheckpoint other) {
        return with(SignedNote.parse(other.note).lines(), other.cosignatures);
    }

    /** This one with lines of a witness, each of which must verify. */
    SignedCheckpoint with(List<SignedNote.Line> lines, VerifierKey witness) {
        return with(
                lines,
                lines.stream().map(line -> verify(checkpoint, line, witness)).toList());
    }

    private SignedCheckpoint with(List<SignedNote.Line> lines, List<Cosignature> newer) {
        List<Cosignature> all = new ArrayList<>(cosignatures);
        for (Cosignature seen : newer) {
            all.removeIf(older -> older.witness().equals(seen.witness()));
            all.add(seen);
        }
        return new SignedCheckpoint(
                checkpoint, SignedNote.parse(note).with(lines).note(), all);
    }

    /** Entries in the log. */
    public long size() {
        return checkpoint.size();
    }

    /** The bytes of the file {@code checkpoint}. */
    public byte[] bytes() {
        return note.getBytes(StandardCharsets.UTF_8);
    }
}
