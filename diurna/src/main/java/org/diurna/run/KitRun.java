package org.diurna.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Plate;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.house.Database;
import org.diurna.press.Kit;
import org.diurna.press.MediaKit;
import org.diurna.press.Order;
import org.diurna.press.Papers;
import org.diurna.press.PublicVersion;
import org.diurna.press.Sheet;

/**
 * Makes the media kits of releases once they are public, and lays each with the pages that name it in one turn. Finds its
 * own work done when it is begun again.
 */
final class KitRun {
    private final PressRun run;
    private final Releases releases;
    private final Sites sites;
    private final Database database;
    private final Workshop.Renditions renditions;

    KitRun(Workshop shop, PressRun run) {
        this.run = run;
        this.releases = shop.releases();
        this.sites = shop.sites();
        this.database = shop.database();
        this.renditions = shop.renditions();
    }

    /** Makes the kit of a release, where there is to be one and the one that lies there is not of the same. */
    void make(ReleaseId id) {
        List<PublicVersion> versions = versions(id);
        if (!MediaKit.wanted(versions) || run.papers().kitIsFresh(versions)) {
            return;
        }
        Map<String, byte[]> pictures = new HashMap<>();
        for (Plate.Print print : MediaKit.files(versions)) {
            pictures.put(print.sha256(), renditions.read(print.sha256()));
        }
        if (sites.press().kit(versions, pictures) instanceof Sheet.Printed kit) {
            run.amend(() -> sheets(id, versions, kit));
        }
    }

    private List<PublicVersion> versions(ReleaseId id) {
        return database.read(() -> {
            Release release = releases.find(id).orElseThrow();
            return run.gathering().versions().published(id).stream()
                    .map(language -> run.gathering().versions().version(release, language))
                    .toList();
        });
    }

    /** The kit and the pages that name it; none where something was decided meanwhile, for then another run follows. */
    private List<Sheet> sheets(ReleaseId id, List<PublicVersion> before, Sheet.Printed kit) {
        List<PublicVersion> now = versions(id);
        if (!MediaKit.made(now).equals(MediaKit.made(before))
                || !MediaKit.modified(now).equals(MediaKit.modified(before))) {
            return List.of();
        }
        List<Sheet> sheets = new ArrayList<>(List.of(kit));
        for (PublicVersion version : now) {
            Papers papers = run.papers().papers(version).with(new Kit.Laid(kit.bytes().length));
            sites.press().print(new Order.Release(version, papers)).stream()
                    .filter(sheet -> Papers.onRelease(version, sheet))
                    .forEach(sheets::add);
        }
        return sheets;
    }
}
