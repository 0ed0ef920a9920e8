package org.diurna.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.edition.Draft;
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
            return releases.find(new ReleaseId(id)).filter(release -> rights.sees(by, release));
        } catch (IllegalArgumentException e) {
            // an address that cannot name a release names none
            return Optional.empty();
        }
    }

    /** The newest releases that the reader may see. */
    List<Release> newest(Doer by, Instant before, int most) {
        Optional<Set<String>> offices = Permissions.offices(by, Act.SEE);
        List<Release> seen = new ArrayList<>();
        Instant from = before;
        for (int tries = 0; tries < TRIES_MAX && seen.size() < most; tries++) {
            Instant start = from;
            List<Release> page = offices.map(codes -> releases.newest(start, most, codes))
                    .orElseGet(() -> releases.newest(start, most));
            Map<String, Set<String>> named = rights.restrictions()
                    .of(page.stream().map(release -> release.id().value()).collect(Collectors.toSet()));
            page.stream()
                    .filter(release -> rights.sees(
                            by, release, named.getOrDefault(release.id().value(), Set.of())))
                    .limit(most - seen.size())
                    .forEach(seen::add);
            if (page.size() < most) {
                break;
            }
            from = page.getLast().created();
        }
        return seen;
    }
}
