package org.diurna.ledger;

import java.util.List;
import java.util.Optional;
import org.diurna.ledger.LedgerException.NotGenuine;

/**
 * That an entry is in the log. A receipt whose proof does not end in the signed root cannot exist.
 *
 * @param index of the entry, from 0
 * @param leafHash of the entry (RFC 6962 section 2.1)
 * @param path the inclusion proof, the leaf's sibling first
 * @param checkpoint the newest one when the receipt was made
 * @param entry the logged bytes, not to be changed
 */
public record Receipt(long index, Hash leafHash, List<Hash> path, SignedCheckpoint checkpoint, byte[] entry) {
    /**
     * Checks its parts.
     *
     * @throws NotGenuine when the proof does not hold
     */
    public Receipt {
        path = List.copyOf(path);
        if (!leafHash.equals(Tree.leaf(entry))
                || !Proofs.rootOf(index, leafHash, path, checkpoint.size())
                        .equals(checkpoint.checkpoint().root())) {
            throw new NotGenuine("Entry " + index + " is not in the log of " + checkpoint.size() + " entries.");
        }
    }

    /** For a file {@code edition.tlog-proof}, with the entry as its {@code extra} line. */
    public TlogProof proof() {
        return new TlogProof(Optional.of(entry), index, path, checkpoint.note());
    }

    /** What a person can type to find this entry. */
    public ShortCode code() {
        return ShortCode.of(leafHash, index);
    }
}
