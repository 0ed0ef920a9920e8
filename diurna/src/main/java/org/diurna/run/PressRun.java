package org.diurna.run;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diurna.edition.Happening;
import org.diurna.edition.Happenings;
import org.diurna.edition.ReleaseId;
import org.diurna.ledger.Ledger;
import org.diurna.ledger.OfficialNames;
import org.diurna.ledger.PublicFile;
import org.diurna.press.Caching;
import org.diurna.press.Order;
import org.diurna.press.Press;
import org.diurna.press.Sheet;
import org.diurna.stand.Change;
import org.diurna.stand.Shelf;
import org.diurna.stand.Turned;

/**
 * A press run takes all happenings that wait to the public, in one turn of the shelf: prove, gather, print, lay, turn,
 * confirm, note. It has no memory of a run before it: one that died at any step is begun again from the top, and every
 * step finds its own work done or does it.
 */
public final class PressRun {
    /** Happenings that one run takes at most; the next run takes the rest. */
    private static final int BATCH_MAX = 200;

    /** How long the stand may take to show a turn before the run says that it failed. */
    private static final Duration CONFIRMATION = Duration.ofSeconds(30);

    private final Happenings happenings;
    private final Sealing sealing;
    private final Gathering gathering;
    private final Sites sites;
    private final Ledger ledger;
    private final Shelf shelf;
    private final Imposition imposition;
    private final Confirmation confirmation;
    private final PictureFiles pictures;
    private final ShelvedPapers papers;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();
    private volatile Instant ended = Instant.EPOCH;

    /** Asks the stand whether the public gets a turn. */
    public interface Confirmation {
        /** Waits until it does, at most so long; whether it does. */
        boolean shows(long turn, Duration patience);
    }

    PressRun(Workshop shop) {
        this(shop, Sealing.Log.of(shop.ledger()));
    }

    PressRun(Workshop shop, Sealing.Log log) {
        this.happenings = shop.happenings();
        this.sealing = new Sealing(shop.database(), shop.releases(), log, shop.watch());
        this.gathering = new Gathering(shop.database(), shop.releases(), shop.types());
        this.sites = shop.sites();
        this.ledger = shop.ledger();
        this.shelf = shop.shelf();
        this.imposition = new Imposition(shop.shelf());
        this.confirmation = shop.confirmation();
        this.pictures = new PictureFiles(shop.database(), shop.releases(), shop.renditions());
        this.papers = new ShelvedPapers(shop.shelf());
        this.clock = shop.clock();
    }

    /**
     * Takes everything that waits to the public.
     *
     * @return how many happenings that were
     */
    public int run() {
        one.lock();
        try {
            int done = 0;
            List<Happening> batch = happenings.pending(BATCH_MAX);
            while (!batch.isEmpty()) {
                run(batch);
                done += batch.size();
                batch = happenings.pending(BATCH_MAX);
            }
            return done;
        } finally {
            ended = clock.instant();
            one.unlock();
        }
    }

    private void run(List<Happening> batch) {
        sealing.seal(batch);
        Press press = sites.press();
        List<Order> orders = papers.changed(gathering.orders(batch, clock.instant()));
        List<Sheet> sheets = new ArrayList<>(orders.parallelStream()
                .flatMap(order -> press.print(order).stream())
                .toList());
        sheets.addAll(ledgerFiles(ledger.publicPaths(sealing.firstIndex(batch))));
        List<Change> changes = pictures(
                press, batch.stream().map(Happening::release).distinct().toList());
        changes.addAll(imposition.lay(sheets));
        long turn = turn(changes);
        if (!confirmation.shows(turn, CONFIRMATION)) {
            throw new StandSilent("The stand does not show turn " + turn + " after " + CONFIRMATION.toSeconds()
                    + " s. The run will be tried again; look at the stand's log.");
        }
        happenings.onTheStand(batch, turn, clock.instant());
    }

    /**
     * Proves a list of official names and lays it at the hosts of all offices, unless it is the newest already.
     *
     * @return whether it is new
     */
    public boolean name(OfficialNames names) {
        one.lock();
        try {
            boolean known = sealing.named()
                    .filter(named -> Arrays.equals(named.said(), names.bytes()))
                    .isPresent();
            if (!known) {
                long before = ledger.size();
                sealing.name(names, clock.instant());
                List<Sheet> sheets = new ArrayList<>(ledgerFiles(ledger.publicPaths(before)));
                sheets.addAll(nameFiles());
                turn(imposition.lay(sheets));
            }
            return !known;
        } finally {
            one.unlock();
        }
    }

    /** The newest list of official names, as it is proven. */
    public Optional<OfficialNames> named() {
        return sealing.named().map(named -> OfficialNames.parse(named.said()));
    }

    /** The list and its proof, on the host of each office. */
    List<Sheet> nameFiles() {
        return sealing.named().stream()
                .flatMap(named -> sites.site().offices().stream()
                        .flatMap(office -> Stream.of(
                                nameFile(office.host(), "hosts.txt", named.said()),
                                nameFile(office.host(), "hosts.tlog-proof", named.proof()))))
                .toList();
    }

    private static Sheet nameFile(String host, String name, byte[] bytes) {
        return new Sheet.Printed(
                host,
                "/.well-known/diurna/" + name,
                "text/plain; charset=utf-8",
                Caching.FEED,
                Optional.empty(),
                Map.of("Access-Control-Allow-Origin", "*", "X-Robots-Tag", "noindex"),
                bytes);
    }

    /** Lays the files of pictures, a few at a time: those of a whole batch need not fit into memory. */
    private List<Change> pictures(Press press, List<ReleaseId> releases) {
        List<Change> changes = new ArrayList<>();
        pictures.of(press, releases).forEach(some -> changes.addAll(imposition.lay(some)));
        return changes;
    }

    /** Lays the files of the pictures of these releases that the shelf does not hold so already. */
    void renewPictures(List<ReleaseId> releases) {
        pictures.of(sites.press(), releases).forEach(some -> renew(() -> some));
    }

    List<Sheet> ledgerFiles(Stream<String> paths) {
        return paths.map(path -> ledgerFile(ledger.publicFile(path))).toList();
    }

    private Sheet ledgerFile(PublicFile file) {
        return new Sheet.Printed(
                sites.ledgerHost(),
                sites.ledgerPrefix() + file.path(),
                file.mediaType(),
                file.mutable() ? Caching.CHECKPOINT : Caching.IMMUTABLE,
                Optional.empty(),
                Map.of("Access-Control-Allow-Origin", "*"),
                file.bytes());
    }

    /** Makes the turn after whichever is the last; another writer of the shelf only delays it. */
    long turn(List<Change> changes) {
        long last = shelf.last();
        while (true) {
            switch (shelf.turn(last, clock.instant(), changes)) {
                case Turned.Made made -> {
                    return made.number();
                }
                case Turned.Overtaken overtaken -> last = overtaken.last();
            }
        }
    }

    /**
     * Lays sheets that depend on no happening, all in one turn, but only those that the shelf does not hold so already.
     * They are printed while no other run is under way: older ones would take the place of what it has just published.
     */
    long renew(Supplier<List<Sheet>> printed) {
        one.lock();
        try {
            List<Change> laid = imposition.lay(printed.get());
            Map<String, Change> held = held(laid);
            List<Change> changes = laid.stream()
                    .filter(change -> !change.equals(held.get(change.host() + change.path())))
                    .toList();
            return changes.isEmpty() ? shelf.last() : turn(changes);
        } finally {
            one.unlock();
        }
    }

    /** Lays sheets that are printed while no other run is under way, in one turn; none where there are none. */
    void amend(Supplier<List<Sheet>> printed) {
        one.lock();
        try {
            List<Change> laid = imposition.lay(printed.get());
            if (!laid.isEmpty()) {
                turn(laid);
            }
        } finally {
            one.unlock();
        }
    }

    /** What the shelf holds at the addresses of these changes; the rest of a large site is read past. */
    private Map<String, Change> held(List<Change> changes) {
        Set<String> asked =
                changes.stream().map(change -> change.host() + change.path()).collect(Collectors.toSet());
        Map<String, Change> held = new HashMap<>();
        shelf.replay(0, shelf.last(), change -> {
            String address = change.host() + change.path();
            if (asked.contains(address)) {
                held.put(address, change);
            }
        });
        return held;
    }

    /**
     * Compares the ledger with the newest checkpoint that the public has seen, before anything is signed: database and
     * ledger may both have been restored from one old backup.
     */
    void ledgerMustGoOn() {
        String address = sites.ledgerHost() + sites.ledgerPrefix() + "checkpoint";
        AtomicReference<Optional<Change>> seen = new AtomicReference<>(Optional.empty());
        shelf.replay(0, shelf.last(), change -> {
            if (address.equals(change.host() + change.path())) {
                seen.set(Optional.of(change));
            }
        });
        seen.get().ifPresent(change -> {
            if (change instanceof Change.Put put) {
                ledger.mustGoOnFrom(new String(shelf.read(put.identity().digest()), StandardCharsets.UTF_8));
            }
        });
    }

    /** Whether a run is under way or was over only after that moment. */
    boolean busySince(Instant moment) {
        return one.isLocked() || ended.isAfter(moment);
    }

    ShelvedPapers papers() {
        return papers;
    }

    Gathering gathering() {
        return gathering;
    }
}
