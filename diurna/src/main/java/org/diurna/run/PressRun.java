package org.diurna.run;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.diurna.edition.Happening;
import org.diurna.edition.Happenings;
import org.diurna.ledger.Ledger;
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
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    /** Asks the stand whether the public gets a turn. */
    public interface Confirmation {
        /** Waits until it does, at most so long; whether it does. */
        boolean shows(long turn, Duration patience);
    }

    PressRun(Workshop shop) {
        this.happenings = shop.happenings();
        this.sealing = new Sealing(shop.database(), shop.releases(), shop.ledger());
        this.gathering = new Gathering(shop.database(), shop.releases(), shop.types());
        this.sites = shop.sites();
        this.ledger = shop.ledger();
        this.shelf = shop.shelf();
        this.imposition = new Imposition(shop.shelf());
        this.confirmation = shop.confirmation();
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
            one.unlock();
        }
    }

    private void run(List<Happening> batch) {
        sealing.seal(batch);
        Press press = sites.press();
        List<Order> orders = gathering.orders(batch, clock.instant());
        List<Sheet> sheets = new ArrayList<>(orders.parallelStream()
                .flatMap(order -> press.print(order).stream())
                .toList());
        sheets.addAll(ledgerFiles(ledger.publicPaths(sealing.firstIndex(batch))));
        long turn = turn(imposition.lay(sheets));
        if (!confirmation.shows(turn, CONFIRMATION)) {
            throw new StandSilent("The stand does not show turn " + turn + " after " + CONFIRMATION.toSeconds()
                    + " s. The run will be tried again; look at the stand's log.");
        }
        happenings.onTheStand(batch, turn, clock.instant());
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
                java.util.Optional.empty(),
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

    /** Lays sheets that depend on no happening, all in one turn, but only those that the shelf does not hold so already. */
    long renew(List<Sheet> sheets) {
        one.lock();
        try {
            Map<String, Change> held = shelf.state(shelf.last());
            List<Change> changes = imposition.lay(sheets).stream()
                    .filter(change -> !change.equals(held.get(change.host() + change.path())))
                    .toList();
            return changes.isEmpty() ? shelf.last() : turn(changes);
        } finally {
            one.unlock();
        }
    }

    Gathering gathering() {
        return gathering;
    }
}
