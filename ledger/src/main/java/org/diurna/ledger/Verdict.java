package org.diurna.ledger;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a check came to. No verdict says that an edition is the newest one: a proof knows only what was before it, and
 * a later edition may have been published since.
 */
public sealed interface Verdict {
    /** One sentence for a person. */
    String words();

    /**
     * The proof holds and everything that was given fits it.
     *
     * @param leaf what was logged
     * @param receipt where, and under which checkpoint
     * @param headline of edition.json, if that was given: compare it with what you read
     * @param proven sentences on what is certain now
     * @param notProven sentences on what is not
     */
    record Genuine(
            Leaf.Edition leaf, Receipt receipt, Optional<String> headline, List<String> proven, List<String> notProven)
            implements Verdict {
        public Genuine {
            proven = List.copyOf(proven);
            notProven = List.copyOf(notProven);
        }

        @Override
        public String words() {
            return "Genuine: edition " + leaf.edition() + " (" + leaf.kind().word() + ", " + leaf.lang()
                    + ") of release " + leaf.release() + " by the office " + leaf.office() + ", as published; logged as"
                    + " entry " + receipt.index() + " of "
                    + receipt.checkpoint().checkpoint().origin()
                    + ". Whether it is still the newest edition this check cannot know.";
        }
    }

    /** The proof holds, and what was logged is the end of the release: it was withdrawn or erased. */
    record Ended(Leaf.Edition leaf, Receipt receipt, List<String> proven, List<String> notProven) implements Verdict {
        public Ended {
            proven = List.copyOf(proven);
            notProven = List.copyOf(notProven);
        }

        @Override
        public String words() {
            return "Release " + leaf.release() + " (" + leaf.lang() + ") of the office " + leaf.office() + " was "
                    + (leaf.kind() == Leaf.Kind.ERASURE ? "erased" : "withdrawn") + " with entry " + receipt.index()
                    + " of " + receipt.checkpoint().checkpoint().origin() + ".";
        }
    }

    /** The proof holds, and the list of official names is the one that was logged. */
    record Official(OfficialNames names, Receipt receipt, List<String> proven, List<String> notProven)
            implements Verdict {
        public Official {
            proven = List.copyOf(proven);
            notProven = List.copyOf(notProven);
        }

        @Override
        public String words() {
            return "Genuine: the list of official names of "
                    + receipt.checkpoint().checkpoint().origin() + ", logged as entry " + receipt.index() + ": "
                    + names.hosts().size() + " host names, " + names.domains().size() + " mail domains, "
                    + names.accounts().size() + " accounts. Whether a later list followed this check cannot know.";
        }
    }

    /** The proof holds, but what was given is not what was logged. */
    record Altered(Part part, String reason, Receipt receipt) implements Verdict {
        @Override
        public String words() {
            return "Altered: " + reason;
        }
    }

    /** A signature or a proof does not hold, or the key is not one that was trusted: nothing is proven. */
    record NotProven(String reason) implements Verdict {
        @Override
        public String words() {
            return "Not proven: " + reason;
        }
    }

    /** A part is missing or in no form that can be checked: nothing is proven, nor is anything suspected. */
    record Unreadable(Part part, String reason) implements Verdict {
        @Override
        public String words() {
            return "Cannot be checked: " + reason;
        }
    }

    /** A part could not be fetched. */
    record Unreachable(Fetch.Failure failure, URI address, String reason) implements Verdict {
        @Override
        public String words() {
            return "Could not be fetched: " + reason;
        }
    }

    /** The pieces of {@link Evidence}. */
    enum Part {
        PAGE("the page"),
        PAPER("the paper"),
        EDITION("edition.json"),
        PROOF("the proof"),
        NAMES("the list of official names");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** For programs: the exit code of each verdict. */
    default int exitCode() {
        return switch (this) {
            case Genuine _, Official _ -> 0;
            case Altered _ -> 1;
            case NotProven _ -> 2;
            case Ended _ -> 3;
            case Unreadable _ -> 4;
            case Unreachable _ -> 5;
        };
    }
}
