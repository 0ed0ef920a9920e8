package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotGenuine;

/**
 * A proof that can be kept beside what it proves (C2SP tlog-proof; files end in {@code .tlog-proof}). Reading one
 * proves nothing yet.
 *
 * @param extra for us the logged entry; the format itself does not vouch for it
 * @param index of the entry
 * @param path the inclusion proof, the leaf's sibling first
 * @param checkpoint the signed note, as it was published
 */
public record TlogProof(Optional<byte[]> extra, long index, List<Hash> path, String checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    /** Room for an entry of 64 KiB in base64 and for some post-quantum cosignatures. */
    public static final int SIZE_MAX_BYTES = 384 * 1024;

    public TlogProof {
        path = List.copyOf(path);
        if (path.size() > Proofs.LENGTH_MAX || index < 0) {
            throw new Malformed("No log has a proof of " + path.size() + " hashes for an index of " + index + ".");
        }
    }

    /**
     * Reads a proof file.
     *
     * @throws Malformed for any other spelling than the one that {@link #text} gives
     */
    public static TlogProof parse(byte[] file) {
        if (file.length > SIZE_MAX_BYTES) {
            throw new Malformed("The proof is larger than " + SIZE_MAX_BYTES + " bytes.");
        }
        String text = Strict.utf8(file, "proof");
        // of the first empty line: the checkpoint has one of its own
        int end = text.indexOf("\n\n");
        if (!text.startsWith(FIRST_LINE + "\n") || end < 0) {
            throw new Malformed("This is no proof: it does not begin with " + FIRST_LINE + ".");
        }
        List<String> lines = new ArrayList<>(Strict.lines(text.substring(0, end + 1), "proof"));
        lines.removeFirst();
        Optional<byte[]> extra = Optional.empty();
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            extra = Optional.of(
                    Strict.base64(lines.removeFirst().substring("extra ".length()), "extra line of the proof"));
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith("index ")) {
            throw new Malformed("The proof has no index line where one must be.");
        }
        long index = Strict.decimal(lines.removeFirst().substring("index ".length()), "index in the proof");
        List<Hash> path = lines.stream()
                .map(line -> Strict.hash(line, "hash in the proof"))
                .toList();
        String checkpoint = text.substring(end + 2);
        SignedNote.parse(checkpoint);
        return new TlogProof(extra, index, path, checkpoint);
    }

    /**
     * Verifies the whole chain: entry, path, root, signatures.
     *
     * @param entry the logged bytes
     * @param keys of the log, and of witnesses if wanted
     * @throws Malformed when the checkpoint in it is none
     * @throws NotGenuine when any link does not hold
     */
    public Receipt verify(byte[] entry, Collection<VerifierKey> keys) {
        SignedCheckpoint signed = SignedCheckpoint.verify(checkpoint, keys);
        return new Receipt(index, Tree.leaf(entry), path, signed, entry);
    }

    /**
     * The same proof with a checkpoint of the same size that witnesses have cosigned meanwhile.
     *
     * @throws IllegalArgumentException when it is of another size or root; then make the proof anew
     */
    public TlogProof upgraded(SignedCheckpoint cosigned) {
        if (!SignedNote.parse(checkpoint).text().equals(cosigned.checkpoint().text())) {
            throw new IllegalArgumentException("A proof under one checkpoint is not upgraded with another one.");
        }
        return new TlogProof(extra, index, path, cosigned.note());
    }

    /** The file's text. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        extra.ifPresent(bytes -> text.append("extra ")
                .append(Base64.getEncoder().encodeToString(bytes))
                .append('\n'));
        text.append("index ").append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
