package org.diurna.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diurna.press.Kit;
import org.diurna.press.MediaKit;
import org.diurna.press.Order;
import org.diurna.press.Papers;
import org.diurna.press.PublicEdition;
import org.diurna.press.PublicVersion;
import org.diurna.stand.Change;
import org.diurna.stand.Shelf;

/**
 * Which editions lie on the shelf on paper, and which media kits lie beside them. The shelf itself is asked, by reading on in its journal: a page may name a
 * file only if the public gets it, and then it may, whoever laid it.
 */
final class ShelvedPapers {
    private static final String TYPE = "application/pdf";
    private static final String KIT = "application/zip";

    private final Shelf shelf;
    private final Map<String, File> files = new HashMap<>();
    private long seen;

    /** The length in bytes, and when what the file says last changed, as a header writes it. */
    private record File(long length, String modified) {}

    ShelvedPapers(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The orders, each of a release with the files that its pages may name. */
    synchronized List<Order> named(List<Order> orders) {
        readOn();
        return orders.stream()
                .map(order -> order instanceof Order.Release release
                        ? new Order.Release(release.version(), of(release.version()))
                        : order)
                .toList();
    }

    /** The same for releases of which something was decided: the kits that lie there are no longer theirs. */
    synchronized List<Order> changed(List<Order> orders) {
        Set<String> gone = new HashSet<>();
        return named(orders).stream()
                .map(order -> {
                    if (order instanceof Order.Release release
                            && release.papers().kit() instanceof Kit.Laid) {
                        Kit kit = gone.add(kit(release.version())) ? new Kit.Stale() : new Kit.None();
                        return new Order.Release(
                                release.version(), release.papers().with(kit));
                    }
                    return order;
                })
                .toList();
    }

    /** Whether the kit of a release that lies there is of these versions. */
    synchronized boolean kitIsFresh(List<PublicVersion> versions) {
        readOn();
        File kit = files.get(kit(versions.getFirst()));
        return kit != null && kit.modified().equals(Imposition.date(MediaKit.modified(versions)));
    }

    private static String kit(PublicVersion version) {
        return version.office().host() + MediaKit.path(version);
    }

    /** The files of a version. */
    synchronized Papers papers(PublicVersion version) {
        readOn();
        return of(version);
    }

    private Papers of(PublicVersion version) {
        Map<Integer, Long> lengths = new HashMap<>();
        Set<Integer> stale = new HashSet<>();
        for (PublicEdition edition : version.editions()) {
            File file = files.get(version.office().host() + Papers.path(version, edition));
            if (file != null) {
                lengths.put(edition.number(), file.length());
                if (!file.modified().equals(Imposition.date(Papers.modified(version, edition)))) {
                    stale.add(edition.number());
                }
            }
        }
        File kit = files.get(kit(version));
        return new Papers(lengths, stale, kit == null ? new Kit.None() : new Kit.Laid(kit.length()));
    }

    private void readOn() {
        long last = shelf.last();
        if (last > seen) {
            shelf.replay(seen, last, this::note);
            seen = last;
        }
    }

    private void note(Change change) {
        String address = change.host() + change.path();
        switch (change) {
            case Change.Put put
            when put.type().equals(TYPE) || put.type().equals(KIT) ->
                files.put(address, new File(put.identity().size(), put.headers().getOrDefault("Last-Modified", "")));
            case Change.Put _, Change.Move _, Change.Dated _, Change.Gone _ -> files.remove(address);
        }
    }
}
