package org.diurna.press;

import java.time.Instant;
import org.diurna.edition.Kind;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;

/**
 * One thing that happened to a release after its publication.
 *
 * @param headline at that time; empty once the text was removed
 * @param note     the reason, for readers; may be empty
 * @param index    of its entry in the ledger
 * @param removed  whether the text of the release is gone, so that there is no history to read
 */
public record Changed(
        ReleaseId release,
        Language language,
        int edition,
        Kind kind,
        Instant at,
        String headline,
        String note,
        long index,
        boolean removed) {
    /** {@code /en/01KAP5Q7W3}. */
    String root() {
        return "/" + language + "/" + release;
    }
}
