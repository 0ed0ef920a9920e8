package org.diurna.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.ledger.LedgerException.Malformed;

/** What a log says of each language version, gathered while it is read from its beginning. */
final class Logged {
    private final Map<Version, State> versions = new HashMap<>();
    private final Set<Edition> editions = new HashSet<>();

    /** A language version of a release. */
    record Version(String release, String lang) {}

    /** An edition of one. */
    record Edition(Version version, int number) {}

    /**
     * How far a version has come.
     *
     * @param newest the last entry that brought words; empty where the log begins with an end, which is damage
     * @param last   the last entry of all
     */
    record State(Optional<Leaf.Edition> newest, Leaf.Edition last) {
        boolean ended() {
            return last.kind().ends();
        }

        boolean erased() {
            return last.kind() == Leaf.Kind.ERASURE;
        }
    }

    /** One more entry; what is none of an edition is passed over. */
    void add(byte[] entry) {
        Leaf read;
        try {
            read = Leaf.parse(entry);
        } catch (Malformed e) {
            // a kind of entry of a later time; of editions there is one spelling only
            return;
        }
        if (read instanceof Leaf.Edition leaf) {
            Version version = new Version(leaf.release(), leaf.lang());
            Optional<Leaf.Edition> before =
                    Optional.ofNullable(versions.get(version)).flatMap(State::newest);
            versions.put(version, new State(leaf.kind().ends() ? before : Optional.of(leaf), leaf));
            if (!leaf.kind().ends()) {
                editions.add(new Edition(version, leaf.edition()));
            }
        }
    }

    Optional<State> of(Version version) {
        return Optional.ofNullable(versions.get(version));
    }

    boolean has(Edition edition) {
        return editions.contains(edition);
    }

    /** All versions of these offices. */
    List<Version> of(Set<String> offices) {
        return versions.entrySet().stream()
                .filter(entry -> offices.contains(entry.getValue().last().office()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
