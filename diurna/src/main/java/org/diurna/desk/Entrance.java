package org.diurna.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.DraftLine;
import org.diurna.edition.Lines;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/** The one way of pages to releases: what a reader may not see is not found, exactly like what is not there. */
final class Entrance {
    /** Pages of the list that are looked through for one page of what the reader may see. */
    private static final int TRIES_MAX = 20;

    private final Releases releases;
    private final Rights rights;

    Entrance(Releases releases, Rights rights) {
        this.releases = releases;
        this.rights = rights;
    }

    /** A language version that the reader may see. */
    record Found(Release release, Draft draft) {}

    Optional<Found> find(Doer by, String id, String language) {
        try {
            Language tag = Language.of(language);
            return find(by, id)
                    .flatMap(release -> releases.draft(release.id(), tag).map(draft -> new Found(release, draft)));
        } catch (IllegalArgumentException e) {
            // an address that cannot name a language names none
            return Optional.empty();
        }
    }

    Optional<Release> find(Doer by, String id) {
        try {
            ReleaseId wanted = new ReleaseId(id);
            Optional<Releases.Place> place = releases.place(wanted);
            // what is not there takes the questions of what is hidden, so that time does not tell them apart
            boolean sees = rights.sees(by, wanted, place.orElse(Releases.Place.NOWHERE));
            return place.isPresent() && sees ? releases.find(wanted) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // an address that cannot name a release names none
            return Optional.empty();
        }
    }

    Optional<Draft> draft(Doer by, String id, String language) {
        return find(by, id, language).map(Found::draft);
    }

    /** The same draft as it is now. */
    Optional<Draft> again(Draft draft) {
        return releases.draft(draft.release(), draft.language());
    }

    /** Lines of a list that the reader may see; those of others are looked over as if they were not there. */
    List<DraftLine> lines(Doer by, Lines.Filter filter, Optional<Lines.Key> after, int most) {
        Lines.Filter own = Permissions.offices(by, Act.SEE).map(filter::within).orElse(filter);
        List<DraftLine> seen = new ArrayList<>();
        Optional<Lines.Key> from = after;
        for (int tries = 0; tries < TRIES_MAX && seen.size() < most; tries++) {
            List<DraftLine> page = releases.lines().find(own, from, most);
            rights.visible(by, page).limit(most - seen.size()).forEach(seen::add);
            if (page.size() < most) {
                break;
            }
            from = Optional.of(Lines.Key.of(page.getLast()));
        }
        return seen;
    }

    /** Whether the reader sees everything, so that numbers of all are numbers of the reader's. */
    boolean everything(Doer by) {
        return Permissions.offices(by, Act.SEE).isEmpty() && rights.seesEveryType(by);
    }
}
