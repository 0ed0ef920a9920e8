package org.diurna.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Damaged;

/**
 * The tree of a log of a given size, read from its tiles. Proofs made from it must be checked against the signed root:
 * a tile is only bytes from a disk or a network.
 */
final class TileReader implements Tree.Nodes {
    /** 8 KB each. */
    private static final int TILES_KEPT = 256;

    private static final int NODES_KEPT = 16_384;

    private final Tiles source;
    private final long size;
    private final Map<TilePath, List<Hash>> tiles = kept(TILES_KEPT);
    private final Map<Long, Hash> nodes = kept(NODES_KEPT);

    TileReader(Tiles source, long size) {
        this.source = source;
        this.size = size;
    }

    private static <K, V> Map<K, V> kept(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public Hash node(int height, long index) {
        int level = height / 8;
        int depth = height % 8;
        if (depth == 0) {
            return hash(level, index);
        }
        // the middle of a subtree belongs to no other one
        long key = (index << height) + (1L << (height - 1));
        Hash known = nodes.get(key);
        if (known == null) {
            known = Tree.node(node(height - 1, 2 * index), node(height - 1, 2 * index + 1));
            nodes.put(key, known);
        }
        return known;
    }

    private Hash hash(int level, long index) {
        return tile(TilePath.of(level, index / TilePath.FULL, size)).get((int) (index % TilePath.FULL));
    }

    List<Hash> tile(TilePath path) {
        List<Hash> known = tiles.get(path);
        if (known == null) {
            known = hashes(read(path), path);
            tiles.put(path, known);
        }
        return known;
    }

    private static List<Hash> hashes(byte[] bytes, TilePath path) {
        int wanted = path.width() * Hash.LENGTH_BYTES;
        if (bytes.length < wanted) {
            throw new Damaged("The tile " + path.path() + " has " + bytes.length + " bytes instead of " + wanted + ".");
        }
        List<Hash> hashes = new ArrayList<>(path.width());
        for (int at = 0; at < wanted; at += Hash.LENGTH_BYTES) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.LENGTH_BYTES)));
        }
        return hashes;
    }

    /** Entries of a bundle. */
    List<byte[]> entries(TilePath path) {
        ByteBuffer bytes = ByteBuffer.wrap(read(path));
        List<byte[]> entries = new ArrayList<>(path.width());
        while (entries.size() < path.width()) {
            int length = bytes.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(bytes.getShort());
            if (length < 0 || length > bytes.remaining()) {
                throw new Damaged("The bundle " + path.path() + " ends within entry " + entries.size() + ".");
            }
            byte[] entry = new byte[length];
            bytes.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    /** How many bytes of a bundle or tile are the ones of a narrower one; the file must be known to be right. */
    static int length(TilePath narrower, byte[] whole) {
        if (narrower.level() != TilePath.ENTRIES) {
            return narrower.width() * Hash.LENGTH_BYTES;
        }
        ByteBuffer bytes = ByteBuffer.wrap(whole);
        for (int entry = 0; entry < narrower.width(); entry++) {
            int length = Short.toUnsignedInt(bytes.getShort());
            bytes.position(bytes.position() + length);
        }
        return bytes.position();
    }

    byte[] entry(long index) {
        TilePath path = TilePath.of(TilePath.ENTRIES, index / TilePath.FULL, size);
        return entries(path).get((int) (index % TilePath.FULL));
    }

    /** A full tile stands in for the partial one that was cleared away after it came to be. */
    private byte[] read(TilePath path) {
        return source.read(path.path())
                .or(() -> path.full()
                        ? Optional.empty()
                        : source.read(path.filled().path()))
                .orElseThrow(() -> new Damaged(
                        "The log needs " + path.path() + " for its " + size + " entries, but that file is missing."));
    }
}
