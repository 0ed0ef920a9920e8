package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Proofs against RFC 6962 section 2.1, written down as it stands there. */
class TreeTest {
    private static final int MOST = 300;
    private static final List<Hash> LEAVES =
            IntStream.range(0, MOST).mapToObj(i -> Tree.leaf(TestLog.entry(i))).toList();

    private static final Tree.Nodes NODES = (height, index) ->
            TestLog.naiveRoot(LEAVES.subList((int) (index << height), (int) ((index + 1) << height)));

    @Property(tries = 300)
    void an_inclusion_proof_is_the_naive_one_and_ends_in_the_root(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST - 1) int number) {
        int index = number % size;
        List<Hash> path = Tree.inclusion(NODES, index, size);
        assertThat(path).isEqualTo(naivePath(index, LEAVES.subList(0, size)));
        Hash root = TestLog.naiveRoot(LEAVES.subList(0, size));
        assertThat(Tree.root(NODES, size)).isEqualTo(root);
        assertThat(Proofs.rootOf(index, LEAVES.get(index), path, size)).isEqualTo(root);
    }

    @Property(tries = 300)
    void an_inclusion_proof_proves_no_other_leaf_place_or_size(
            @ForAll @IntRange(min = 2, max = MOST) int size,
            @ForAll @IntRange(max = MOST - 1) int number,
            @ForAll @IntRange(max = MOST - 1) int other) {
        int index = number % size;
        List<Hash> path = Tree.inclusion(NODES, index, size);
        Hash root = TestLog.naiveRoot(LEAVES.subList(0, size));
        if (other != index) {
            assertThat(proves(index, LEAVES.get(other), path, size, root)).isFalse();
            assertThat(proves(other, LEAVES.get(index), path, size, root)).isFalse();
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(LEAVES.get(other));
        assertThat(proves(index, LEAVES.get(index), longer, size, root)).isFalse();
        assertThat(proves(index, LEAVES.get(index), path.subList(0, path.size() - 1), size, root))
                .isFalse();
    }

    @Property(tries = 300)
    void a_consistency_proof_is_the_naive_one_and_holds_for_nothing_else(
            @ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(min = 1, max = MOST) int number,
            @ForAll @IntRange(max = MOST - 1) int other) {
        int old = 1 + number % size;
        List<Hash> proof = Tree.consistency(NODES, old, size);
        assertThat(proof).isEqualTo(old == size ? List.of() : naiveProof(old, LEAVES.subList(0, size), true));
        Hash oldRoot = TestLog.naiveRoot(LEAVES.subList(0, old));
        Hash root = TestLog.naiveRoot(LEAVES.subList(0, size));
        assertThat(Proofs.consistent(old, oldRoot, size, root, proof)).isTrue();

        Hash wrong = LEAVES.get(other).equals(oldRoot) ? Tree.EMPTY : LEAVES.get(other);
        assertThat(Proofs.consistent(old, wrong, size, root, proof)).isFalse();
        assertThat(Proofs.consistent(old, oldRoot, size, wrong, proof)).isEqualTo(wrong.equals(root));
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(wrong);
        assertThat(Proofs.consistent(old, oldRoot, size, root, longer)).isFalse();
        if (!proof.isEmpty()) {
            assertThat(Proofs.consistent(old, oldRoot, size, root, proof.subList(1, proof.size())))
                    .isFalse();
            assertThat(Proofs.consistent(old, oldRoot, size, root, proof.subList(0, proof.size() - 1)))
                    .isFalse();
        }
    }

    @Property(tries = 100)
    void everything_goes_on_from_the_empty_log(@ForAll @IntRange(min = 1, max = MOST) int size) {
        Hash root = TestLog.naiveRoot(LEAVES.subList(0, size));
        assertThat(Proofs.consistent(0, Tree.EMPTY, size, root, List.of())).isTrue();
        assertThat(Proofs.consistent(0, root, size, root, List.of())).isFalse();
        assertThat(Proofs.consistent(size, root, size - 1, root, List.of())).isFalse();
    }

    private static boolean proves(long index, Hash leaf, List<Hash> path, long size, Hash root) {
        try {
            return Proofs.rootOf(index, leaf, path, size).equals(root);
        } catch (LedgerException.NotGenuine e) {
            return false;
        }
    }

    private static List<Hash> naivePath(int m, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = TestLog.naiveSplit(leaves.size());
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return m < k
                ? joined(naivePath(m, left), TestLog.naiveRoot(right))
                : joined(naivePath(m - k, right), TestLog.naiveRoot(left));
    }

    private static List<Hash> naiveProof(int m, List<Hash> leaves, boolean known) {
        int n = leaves.size();
        if (m == n) {
            return known ? List.of() : List.of(TestLog.naiveRoot(leaves));
        }
        int k = TestLog.naiveSplit(n);
        return m <= k
                ? joined(naiveProof(m, leaves.subList(0, k), known), TestLog.naiveRoot(leaves.subList(k, n)))
                : joined(naiveProof(m - k, leaves.subList(k, n), false), TestLog.naiveRoot(leaves.subList(0, k)));
    }

    private static List<Hash> joined(List<Hash> hashes, Hash last) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }
}
