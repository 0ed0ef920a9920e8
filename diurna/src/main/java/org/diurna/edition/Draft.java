package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import org.diurna.house.Language;

/**
 * The wording of a language version that is being worked on.
 *
 * @param revision 1, 2, 3 …; who saves names the one that was seen
 * @param found    SHA-256 of the page or file that it came from, empty where it was written here
 * @param reports  what an import could not decide; empty when everything is settled
 */
public record Draft(
        ReleaseId release,
        Language language,
        Standing standing,
        int revision,
        Wording wording,
        Instant changed,
        String changer,
        String found,
        List<String> reports) {
    public Draft {
        reports = List.copyOf(reports);
    }
}
