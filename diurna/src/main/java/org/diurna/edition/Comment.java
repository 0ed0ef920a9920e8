package org.diurna.edition;

import java.time.Instant;
import java.util.Optional;
import org.diurna.house.Language;

/**
 * Something that was said on a block of a draft. It belongs to no wording and never comes into an edition.
 *
 * @param block    id of the block; empty where it is about the draft as a whole
 * @param words    as they were written, at most {@link #WORDS_MAX} characters
 * @param resolved when and by whom it was settled; empty while it is open
 */
public record Comment(
        String id,
        ReleaseId release,
        Language language,
        String block,
        String words,
        Instant at,
        String author,
        Optional<Resolved> resolved) {
    /** Longer ones are mails. */
    public static final int WORDS_MAX = 4_000;

    /** When it was settled, and by whom. */
    public record Resolved(Instant at, String doer) {}

    public boolean open() {
        return resolved.isEmpty();
    }
}
