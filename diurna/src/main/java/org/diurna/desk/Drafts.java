package org.diurna.desk;

import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.house.Language;

/** The draft that an address names. */
final class Drafts {
    private final Releases releases;

    Drafts(Releases releases) {
        this.releases = releases;
    }

    /** Empty for an address that names none, and for one that cannot name any. */
    Optional<Draft> find(String id, String language) {
        try {
            return releases.draft(new ReleaseId(id), Language.of(language));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same draft as it is now. */
    Optional<Draft> find(Draft draft) {
        return releases.draft(draft.release(), draft.language());
    }
}
