package org.diurna.ledger;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diurna.ledger.LedgerException.Damaged;

/**
 * Builds a log again from its entries alone and compares what comes out with its tiles and its signed root. This, and
 * not the reading of tiles, is what makes a log audited (compare CVE-2026-56865, where some tiles were believed).
 */
final class Replay {
    private final Tiles source;
    private final long size;
    private final TileReader reader;

    Replay(Tiles source, long size) {
        this.source = source;
        this.size = size;
        this.reader = new TileReader(source, size);
    }

    /** Sees each entry, before it is known whether the log is right. */
    interface Visitor {
        void entry(long index, byte[] entry);
    }

    /**
     * Reads every entry from {@code from} on.
     *
     * @param known the root of the first {@code from} entries
     * @throws Damaged when anything differs
     */
    void run(long from, Hash known, Hash root, Visitor visitor) {
        Edge edge = Edge.read(new TileReader(source, from), from);
        if (!edge.root().equals(known)) {
            throw new Damaged("The log's first " + from + " entries are not the ones that were seen before.");
        }
        while (edge.size() < size) {
            TilePath bundle = TilePath.of(TilePath.ENTRIES, edge.size() / TilePath.FULL, size);
            List<byte[]> entries = reader.entries(bundle);
            Map<TilePath, byte[]> full = new LinkedHashMap<>();
            for (byte[] entry : entries.subList((int) (edge.size() % TilePath.FULL), entries.size())) {
                visitor.entry(edge.size(), entry);
                edge.add(entry, full);
            }
            full.forEach(this::compare);
        }
        TilePath.between(0, size).filter(tile -> !tile.full()).forEach(tile -> compare(tile, edge.partial(tile)));
        if (!edge.root().equals(root)) {
            throw new Damaged("The entries of the log do not give the root that was signed for its " + size
                    + " entries: at least one was altered, moved or taken away.");
        }
    }

    private void compare(TilePath tile, byte[] expected) {
        byte[] stored = source.read(tile.path())
                .or(() -> source.read(tile.filled().path())
                        .map(full -> Arrays.copyOf(full, Math.min(full.length, expected.length))))
                .orElseThrow(() -> new Damaged("The file " + tile.path() + " of the log is missing."));
        if (!Arrays.equals(stored, expected)) {
            throw new Damaged("The file " + tile.path() + " of the log is not what its entries give.");
        }
    }
}
