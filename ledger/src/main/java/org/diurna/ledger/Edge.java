package org.diurna.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diurna.ledger.LedgerException.Damaged;

/**
 * The right edge of a log: the entries of the last, incomplete bundle and the hashes of the incomplete tile of each
 * level. It is all that is needed to add an entry and to know the root, so adding costs the same in a log of ten
 * entries and of ten million.
 */
final class Edge {
    private final List<byte[]> entries;
    private final List<List<Hash>> levels;
    private long size;

    private Edge(long size, List<byte[]> entries, List<List<Hash>> levels) {
        this.size = size;
        this.entries = entries;
        this.levels = levels;
    }

    static Edge empty() {
        return new Edge(0, new ArrayList<>(), new ArrayList<>());
    }

    /**
     * Reads the edge of a log and checks that its bundle fits its tile; the caller checks the root.
     *
     * @throws Damaged when a file is missing or they contradict each other
     */
    static Edge read(TileReader reader, long size) {
        List<List<Hash>> levels = new ArrayList<>();
        for (int level = 0; TilePath.count(level, size) > 0; level++) {
            long count = TilePath.count(level, size);
            levels.add(
                    count % TilePath.FULL == 0
                            ? new ArrayList<>()
                            : new ArrayList<>(reader.tile(TilePath.of(level, count / TilePath.FULL, size))));
        }
        List<byte[]> entries = new ArrayList<>();
        if (size % TilePath.FULL != 0) {
            entries.addAll(reader.entries(TilePath.of(TilePath.ENTRIES, size / TilePath.FULL, size)));
            if (!entries.stream().map(Tree::leaf).toList().equals(levels.getFirst())) {
                throw new Damaged("The last bundle of entries and the last tile of the log contradict each other.");
            }
        }
        return new Edge(size, entries, levels);
    }

    Edge copy() {
        List<List<Hash>> copies = new ArrayList<>();
        levels.forEach(level -> copies.add(new ArrayList<>(level)));
        return new Edge(size, new ArrayList<>(entries), copies);
    }

    long size() {
        return size;
    }

    Hash root() {
        List<Hash> row = List.of();
        for (List<Hash> level : levels) {
            // what is below is the one incomplete subtree at the end of this level's row
            List<Hash> next = new ArrayList<>(level);
            if (!row.isEmpty()) {
                next.add(Tree.join(row));
            }
            row = next;
        }
        return row.isEmpty() ? Tree.EMPTY : Tree.join(row);
    }

    /** Adds an entry, and to {@code full} each tile and bundle that it completes. */
    void add(byte[] entry, Map<TilePath, byte[]> full) {
        entries.add(entry);
        if (entries.size() == TilePath.FULL) {
            full.put(new TilePath(TilePath.ENTRIES, size / TilePath.FULL, TilePath.FULL), bundle(entries));
            entries.clear();
        }
        Hash hash = Tree.leaf(entry);
        for (int level = 0; hash != null; level++) {
            if (level == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<Hash> row = levels.get(level);
            row.add(hash);
            hash = null;
            if (row.size() == TilePath.FULL) {
                long index = TilePath.count(level, size) / TilePath.FULL;
                full.put(new TilePath(level, index, TilePath.FULL), tile(row));
                hash = Tree.join(row);
                row.clear();
            }
        }
        size++;
    }

    /** The content of an incomplete tile or bundle at the edge. */
    byte[] partial(TilePath path) {
        return path.level() == TilePath.ENTRIES ? bundle(entries) : tile(levels.get(path.level()));
    }

    private static byte[] tile(List<Hash> hashes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH_BYTES);
        hashes.forEach(hash -> out.writeBytes(hash.view()));
        return out.toByteArray();
    }

    private static byte[] bundle(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }
}
