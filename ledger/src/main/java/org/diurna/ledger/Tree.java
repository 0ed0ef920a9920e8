package org.diurna.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 section 2.1: hashing, and the making of proofs. What it needs of a stored log are the
 * hashes of complete subtrees; everything ragged at the right edge is computed from them.
 */
final class Tree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** MTH of no entries. */
    static final Hash EMPTY = Hash.sha256();

    /** Where the hashes of complete subtrees come from. */
    interface Nodes {
        /**
         * The hash over the entries from {@code index · 2^height} on, {@code 2^height} of them. Asked only for subtrees
         * that are complete.
         */
        Hash node(int height, long index);
    }

    private Tree() {}

    static Hash leaf(byte[] entry) {
        return Hash.sha256(LEAF, entry);
    }

    static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE, left.view(), right.view());
    }

    /** MTH over a row of subtrees of one height, of which the last one may be an incomplete one. */
    static Hash join(List<Hash> row) {
        if (row.size() == 1) {
            return row.getFirst();
        }
        int split = Integer.highestOneBit(row.size() - 1);
        return node(join(row.subList(0, split)), join(row.subList(split, row.size())));
    }

    static Hash root(Nodes nodes, long size) {
        return size == 0 ? EMPTY : range(nodes, 0, size);
    }

    /** PATH(index, D[size]): the leaf's sibling first, the root's child last. */
    static List<Hash> inclusion(Nodes nodes, long index, long size) {
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + split(to - from);
            if (index < split) {
                path.add(range(nodes, split, to));
                to = split;
            } else {
                path.add(range(nodes, from, split));
                from = split;
            }
        }
        return path.reversed();
    }

    /** PROOF(old, D[size]) for 0 &lt; old &lt; size; nothing for the other two, which need no proof. */
    static List<Hash> consistency(Nodes nodes, long old, long size) {
        List<Hash> proof = new ArrayList<>();
        if (old > 0 && old < size) {
            subproof(nodes, old, 0, size, true, proof);
        }
        return proof;
    }

    private static void subproof(Nodes nodes, long old, long from, long to, boolean known, List<Hash> proof) {
        if (old == to) {
            if (!known) {
                proof.add(range(nodes, from, to));
            }
            return;
        }
        long split = from + split(to - from);
        if (old <= split) {
            subproof(nodes, old, from, split, known, proof);
            proof.add(range(nodes, split, to));
        } else {
            subproof(nodes, old, split, to, false, proof);
            proof.add(range(nodes, from, split));
        }
    }

    private static Hash range(Nodes nodes, long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return nodes.node(height, from >> height);
        }
        long split = from + split(count);
        return node(range(nodes, from, split), range(nodes, split, to));
    }

    /** The largest power of two below {@code count}. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
