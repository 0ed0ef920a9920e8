package org.diurna.ledger;

import java.util.List;
import org.diurna.ledger.LedgerException.NotGenuine;

/** The checking of proofs (RFC 9162 sections 2.1.3.2 and 2.1.4.2), written apart from the code that makes them. */
final class Proofs {
    /** No proof of a log of up to 2^63 entries is longer. */
    static final int LENGTH_MAX = 63;

    private Proofs() {}

    /** The root that a log of that size must have if it holds that leaf there. */
    static Hash rootOf(long index, Hash leaf, List<Hash> path, long size) {
        if (index < 0 || index >= size) {
            throw new NotGenuine("A log of " + size + " entries has none with index " + index + ".");
        }
        long node = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                throw new NotGenuine("The inclusion proof is longer than a log of " + size + " entries allows.");
            }
            if ((node & 1) == 1 || node == last) {
                root = Tree.node(sibling, root);
                // at the right edge a node without sibling rises until it has one
                int rise = Long.numberOfTrailingZeros(node);
                node >>= rise;
                last >>= rise;
            } else {
                root = Tree.node(root, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new NotGenuine("The inclusion proof is shorter than a log of " + size + " entries needs.");
        }
        return root;
    }

    /** True when the log with the second size and root only goes on from the one with the first. */
    static boolean consistent(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (oldSize < 0 || oldSize > size) {
            return false;
        }
        if (oldSize == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        if (oldSize == 0) {
            return proof.isEmpty() && oldRoot.equals(Tree.EMPTY);
        }
        boolean whole = Long.bitCount(oldSize) == 1;
        if (!whole && proof.isEmpty()) {
            return false;
        }
        int rise = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> rise;
        long last = (size - 1) >> rise;
        Hash before = whole ? oldRoot : proof.getFirst();
        Hash after = before;
        for (Hash next : whole ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = Tree.node(next, before);
                after = Tree.node(next, after);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                after = Tree.node(after, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(oldRoot) && after.equals(root);
    }
}
