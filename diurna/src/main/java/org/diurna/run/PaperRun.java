package org.diurna.run;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
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
 * Puts editions on paper once they are public, and makes the media kits of releases: their proof is part of the file, and no publication waits for it. The
 * files and the pages that name them are laid in one turn. Finds its own work done when it is begun again.
 */
public final class PaperRun {
    /** How long a press run must have been over before a paper is made, and for how many steps that is waited for. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final int PATIENCE = 100;
    private static final Duration STEP = Duration.ofMillis(100);

    /** After which a paper that failed is tried again. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** Happenings that are looked at after a start: what was handed over when the program ended is among them. */
    private static final int RECENT = 200;

    private static final System.Logger LOG = System.getLogger(PaperRun.class.getName());

    private final PressRun run;
    private final Happenings happenings;
    private final Releases releases;
    private final Sites sites;
    private final Database database;
    private final Workshop.Renditions renditions;
    private final Clock clock;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock one = new ReentrantLock();
    private final KitRun kits;

    PaperRun(Workshop shop, PressRun run) {
        this.run = run;
        this.happenings = shop.happenings();
        this.releases = shop.releases();
        this.sites = shop.sites();
        this.database = shop.database();
        this.renditions = shop.renditions();
        this.clock = shop.clock();
        this.kits = new KitRun(shop, run);
    }

    /**
     * Takes a happening over from its job. Papers are made one after the other by whichever job came first: the others
     * end at once, so that there is always a thread for the next press run. What a dying program had taken over is found
     * by {@link #recent} after the next start.
     *
     * @param again asks for the job of that name at a later time
     */
    void take(String id, BiConsumer<String, Instant> again) {
        waiting.add(id);
        while (!waiting.isEmpty() && one.tryLock()) {
            try {
                for (String next = waiting.poll(); next != null; next = waiting.poll()) {
                    makeOrAskAgain(next, id, again);
                }
            } finally {
                one.unlock();
            }
        }
    }

    private void makeOrAskAgain(String next, String own, BiConsumer<String, Instant> again) {
        try {
            rest();
            after(next);
        } catch (RuntimeException e) {
            if (next.equals(own)) {
                throw e; // its own job is tried again by itself
            }
            LOG.log(WARNING, "The PDF files of the happening " + next + " failed and will be tried again.", e);
            again.accept(next, clock.instant().plus(AGAIN));
        }
    }

    /** Lets press runs go first. */
    private void rest() {
        for (int steps = 0; steps < PATIENCE && run.busySince(clock.instant().minus(QUIET)); steps++) {
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(
                        "Interrupted while making PDF files; they are made after the next start.", e);
            }
        }
    }

    /** Makes what is missing of the newest happenings. */
    void recent() {
        List<Happening> newest = happenings.newest(RECENT);
        newest.stream()
                .map(happening -> new Row(happening.release(), happening.language()))
                .distinct()
                .forEach(this::makeAlone);
    }

    private record Row(ReleaseId release, Language language) {}

    private void makeAlone(Row row) {
        one.lock();
        try {
            rest();
            make(row.release(), row.language());
        } finally {
            one.unlock();
        }
    }

    /** Makes what a happening has changed; it is on the stand already. */
    public void after(String id) {
        happenings.find(id).ifPresent(happening -> {
            make(happening.release(), happening.language());
            happenings.papered(happening, clock.instant());
        });
    }

    /** Makes every file that is missing. */
    void everything() {
        List<Row> rows = database.read(() -> database.sql(
                        "select release, lang from publication order by release, lang")
                .query((row, _) -> new Row(new ReleaseId(row.getString("release")), Language.of(row.getString("lang"))))
                .list());
        rows.forEach(this::makeAlone);
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
        kits.make(release);
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
            sites.press().print(new Order.Release(now, new Papers(lengths, stale, held.kit()))).stream()
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
