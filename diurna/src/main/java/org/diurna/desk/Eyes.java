package org.diurna.desk;

import java.util.Set;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Reviews;

/**
 * Where a second pair of eyes is required before anything goes.
 *
 * @param offices their codes; {@code all} stands for every office
 */
public record Eyes(Set<String> offices) {
    /** Nowhere. */
    public static final Eyes NONE = new Eyes(Set.of());

    private static final String ALL = "all";

    public Eyes {
        offices = Set.copyOf(offices);
    }

    boolean required(Release release) {
        return offices.contains(ALL) || offices.contains(release.office().code());
    }

    /** Whether an approval of these very words is missing. */
    boolean missing(Releases releases, Release release, Draft draft) {
        return required(release)
                && !(releases.reviews().of(release.id(), draft.language()) instanceof Reviews.State.Approved approved
                        && approved.revision() == draft.revision());
    }
}
