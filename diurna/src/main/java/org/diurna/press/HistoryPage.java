package org.diurna.press;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a release in one language: its editions, and word by word what each of them changed.
 *
 * @param release the page of the release, with its headline
 * @param lines   newest first
 * @param whole   what changed from the first edition to the newest one; null where the one before says it already
 */
public record HistoryPage(
        Frame frame,
        String title,
        Link release,
        List<Line> lines,
        @Nullable Comparison whole) {
    public HistoryPage {
        lines = List.copyOf(lines);
    }

    /**
     * An edition, or the withdrawal.
     *
     * @param anchor     fragment of its address on this page
     * @param note       for readers; may be empty
     * @param digest     SHA-256 of edition.json; null for a withdrawal
     * @param entry      in the ledger, in words
     * @param files      what can be read and checked
     * @param comparison with the edition before; null where there is none to compare with
     */
    public record Line(
            String anchor,
            String title,
            String kind,
            Stamp at,
            String note,
            @Nullable String digest,
            String entry,
            String code,
            List<Link> files,
            @Nullable Comparison comparison) {
        public Line {
            files = List.copyOf(files);
        }
    }

    /**
     * Two editions side by side.
     *
     * @param parts only what differs; empty where the words are the same
     */
    public record Comparison(String title, List<Part> parts) {
        public Comparison {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A field or block that differs.
     *
     * @param name in words; empty for a block of the body
     * @param kind of the block, for the style sheet
     * @param fate in words where it was moved; empty otherwise
     */
    public record Part(String name, String kind, String fate, List<Piece> pieces) {
        public Part {
            pieces = List.copyOf(pieces);
        }
    }

    /** A run of words. */
    public record Piece(Change change, String text) {}

    /** Whether words are in both, only in the newer or only in the older edition. */
    public enum Change {
        SAME,
        ADDED,
        REMOVED
    }
}
