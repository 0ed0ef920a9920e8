package org.diurna.run;

import static java.lang.System.Logger.Level.WARNING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.Happening;
import org.diurna.edition.Happenings;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.press.Order;
import org.diurna.press.Papers;
import org.diurna.press.Press;
import org.diurna.press.PublicEdition;
import org.diurna.press.PublicVersion;
import org.diurna.press.Sheet;
import org.diurna.press.paper.Unprintable;

/**
 * Puts editions on paper once they are public: their proof is part of the file, and no publication waits for it. The
 * files and the pages that name them are laid in one turn. Finds its own work done when it is begun again.
 */
public final class PaperRun {
    private static final System.Logger LOG = System.getLogger(PaperRun.class.getName());

    private final PressRun run;
    private final Happenings happenings;
    private final Releases releases;
    private final Sites sites;
    private final Database database;
    private final Workshop.Renditions renditions;

    PaperRun(Workshop shop, PressRun run) {
        this.run = run;
        this.happenings = shop.happenings();
        this.releases = shop.releases();
        this.sites = shop.sites();
        this.database = shop.database();
        this.renditions = shop.renditions();
    }

    /** Makes what a happening has changed; it is on the stand already. */
    public void after(String id) {
        happenings.find(id).ifPresent(this::after);
    }

    private void after(Happening happening) {
        make(happening.release(), happening.language());
    }

    /** Makes every file that is missing. */
    void everything() {
        record Row(ReleaseId release, Language language) {}
        List<Row> rows = database.read(() -> database.sql(
                        "select release, lang from publication order by release, lang")
                .query((row, _) -> new Row(new ReleaseId(row.getString("release")), Language.of(row.getString("lang"))))
                .list());
        rows.forEach(row -> make(row.release(), row.language()));
    }

    private void make(ReleaseId release, Language language) {
        PublicVersion version = version(release, language);
        Press press = sites.press();
        Papers held = run.papers().papers(version);
        Map<Integer, Sheet> made = new HashMap<>();
        for (PublicEdition edition : version.editions()) {
            boolean fresh = held.lengths().containsKey(edition.number())
                    && !held.stale().contains(edition.number());
            if (!fresh && Papers.wanted(version, edition)) {
                print(press, version, edition).ifPresent(sheet -> made.put(edition.number(), sheet));
            }
        }
        if (!made.isEmpty()) {
            run.amend(() -> sheets(version, made));
        }
    }

    private PublicVersion version(ReleaseId release, Language language) {
        return database.read(
                () -> run.gathering().versions().version(releases.find(release).orElseThrow(), language));
    }

    private Optional<Sheet> print(Press press, PublicVersion version, PublicEdition edition) {
        Map<String, byte[]> pictures = new HashMap<>();
        for (Plate.Print print : Press.onPaper(edition)) {
            pictures.put(print.sha256(), renditions.read(print.sha256()));
        }
        try {
            return Optional.of(press.paper(version, edition, pictures));
        } catch (Unprintable e) {
            LOG.log(
                    WARNING,
                    "Edition {0} of {1} in {2} gets no PDF file. {3} Everything else of it is public.",
                    edition.number(),
                    version.release(),
                    version.language(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The files and the pages that name them. While a file was made the version may have changed; then the run of that
     * change is followed by one of these too, and what no longer holds is left out.
     */
    private List<Sheet> sheets(PublicVersion before, Map<Integer, Sheet> made) {
        PublicVersion now = version(before.release(), before.language());
        Papers held = run.papers().papers(now);
        Map<Integer, Long> lengths = new HashMap<>(held.lengths());
        Set<Integer> stale = new HashSet<>(held.stale());
        List<PublicEdition> laid = new ArrayList<>();
        List<Sheet> sheets = new ArrayList<>();
        for (PublicEdition edition : before.editions()) {
            if (made.get(edition.number()) instanceof Sheet.Printed printed && holds(now, before, edition)) {
                sheets.add(printed);
                laid.add(edition);
                lengths.put(edition.number(), (long) printed.bytes().length);
                stale.remove(edition.number());
            }
        }
        if (!laid.isEmpty()) {
            sites.press().print(new Order.Release(now, new Papers(lengths, stale))).stream()
                    .filter(sheet -> laid.stream().anyMatch(edition -> Papers.namedOn(now, edition, sheet)))
                    .forEach(sheets::add);
        }
        return sheets;
    }

    private static boolean holds(PublicVersion now, PublicVersion before, PublicEdition edition) {
        return now.editions().stream()
                .filter(same -> same.number() == edition.number())
                .anyMatch(same -> Papers.wanted(now, same)
                        && Papers.modified(now, same).equals(Papers.modified(before, edition)));
    }
}
