package org.diurna.ledger;

import java.util.List;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * What a log says of itself (C2SP tlog-checkpoint). Extension lines are refused: the kinds of cosignature disagree on
 * whether they are signed.
 *
 * @param origin the log's name
 * @param size entries in the log
 * @param root of the Merkle tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;

    /**
     * Checks its parts.
     *
     * @throws Malformed for an impossible origin, or an empty log whose root is not the one of an empty tree
     */
    public Checkpoint {
        VerifierKey.checkedName(origin);
        if (size < 0) {
            throw new Malformed("A log cannot have " + size + " entries.");
        }
        if (size == 0 && !root.equals(Tree.EMPTY)) {
            throw new Malformed("The checkpoint of an empty log has the root of another one.");
        }
    }

    /** Reads the text of a note: three lines. */
    static Checkpoint parse(String text) {
        List<String> lines = Strict.lines(text, "checkpoint");
        if (lines.size() != LINES) {
            throw new Malformed("The checkpoint has " + lines.size()
                    + " lines; three are expected: origin, size, root. Extension lines are not accepted.");
        }
        return new Checkpoint(
                lines.get(0),
                Strict.decimal(lines.get(1), "size in the checkpoint"),
                Strict.hash(lines.get(2), "root in the checkpoint"));
    }

    /** The signed bytes: origin, size and root, each on its line. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
