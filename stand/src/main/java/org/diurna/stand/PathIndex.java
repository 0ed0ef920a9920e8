package org.diurna.stand;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Host and path → entry, made for a million addresses in little memory: entries are packed bytes in large chunks, found
 * by an open-addressing table of 4-byte places. Entries are only ever added; one that is replaced stays as waste until
 * the chunks are packed anew.
 *
 * <p>One writer at a time (the caller sees to that), any number of readers without locks: bytes are written before their
 * place is published with release, and read after it was read with acquire.
 */
final class PathIndex {
    private static final int SLOTS_MIN = 1 << 10;
    static final int CHUNK_BYTES = 1 << 18;
    private static final int ALIGNMENT_BITS = 3;
    /** Packing anew is worth while when so many bytes are waste and they are more than what is in use. */
    private static final long WASTE_MIN = 16L << 20;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);

    private final Lines lines = new Lines();
    private final Map<String, Integer> hosts = new ConcurrentHashMap<>();

    /** Hosts that moved with all that lies there, and the moves; hardly ever any. */
    private final Map<String, Change.Move> movedHosts = new ConcurrentHashMap<>();

    private volatile Table table = new Table(0, new int[SLOTS_MIN], new byte[0][]);
    private int count;
    private long used;
    private long waste;
    /** Where the next entry goes, in its chunk; full at the beginning so that the first entry opens a chunk. */
    private int next = CHUNK_BYTES;

    /** What readers see. {@code generation} grows when places change their meaning. */
    private static final class Table {
        private final int generation;
        private final int[] slots;
        private final byte[][] chunks;

        Table(int generation, int[] slots, byte[][] chunks) {
            this.generation = generation;
            this.slots = slots;
            this.chunks = chunks;
        }

        byte[] chunk(int place) {
            return chunks[(int) (((long) place << ALIGNMENT_BITS) / CHUNK_BYTES)];
        }

        int offset(int place) {
            return (int) (((long) place << ALIGNMENT_BITS) % CHUNK_BYTES);
        }
    }

    boolean knows(String host) {
        return hosts.containsKey(host);
    }

    /** The move of that whole host, if it has moved. */
    Change.@Nullable Move movedHost(String host) {
        return movedHosts.isEmpty() ? null : movedHosts.get(host);
    }

    Set<String> hosts() {
        return hosts.keySet();
    }

    int count() {
        return count;
    }

    /** The entry at this canonical path (or path and query), if there is one. */
    @Nullable
    Entry find(String host, String path) {
        Integer hostNumber = hosts.get(host);
        return hostNumber == null ? null : find(table, hostNumber, path);
    }

    private @Nullable Entry find(Table now, int host, String path) {
        int mask = now.slots.length - 1;
        for (int i = hash(host, path) & mask; ; i = (i + 1) & mask) {
            int place = (int) SLOT.getAcquire(now.slots, i);
            if (place == 0) {
                return null;
            }
            // A place may lie in a chunk that was added after this table was read: then read the newer one.
            var current = (((long) place << ALIGNMENT_BITS) / CHUNK_BYTES) < now.chunks.length ? now : table;
            var chunk = current.chunk(place);
            int at = current.offset(place);
            if (Entry.isAt(chunk, at, host, path)) {
                return new Entry(lines, chunk, at, (long) now.generation << 32 | (place & 0xffff_ffffL));
            }
        }
    }

    private static int hash(int host, String path) {
        int h = path.hashCode() + host * 0x9E3779B9;
        int mixed = (h ^ (h >>> 15)) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    /** Makes the change public. Answers the key of the entry that it replaced, −1 if there was none. */
    long apply(Change change) {
        Integer host = hosts.get(change.host());
        boolean newHost = host == null;
        int hostNumber = host == null ? hosts.size() : host;
        var packed = Entry.pack(lines, hostNumber, change);
        var old = find(table, hostNumber, change.path());
        if (old != null) {
            waste += old.length();
        } else if ((count + 1) * 10L > table.slots.length * 6L) {
            grow();
        }
        int place = add(packed);
        publish(table, hostNumber, change.path(), place);
        if (change.path().equals(Change.Move.WHOLE_HOST)) {
            if (change instanceof Change.Move move && move.ofWholeHost()) {
                movedHosts.put(change.host(), move);
            } else {
                movedHosts.remove(change.host());
            }
        }
        if (newHost) {
            // Last, so that a host is known only when something can be found there.
            hosts.put(change.host(), hostNumber);
        }
        if (old == null) {
            count++;
        } else if (waste > WASTE_MIN && waste > used / 2) {
            pack();
        }
        return old == null ? -1 : old.key();
    }

    private int add(byte[] packed) {
        int room = (packed.length + 7) & -8;
        int chunk = table.chunks.length - 1;
        if (next + room > CHUNK_BYTES) {
            chunk++;
            // Place 0 means an empty slot, so the first entry of all starts behind it.
            next = chunk == 0 ? 1 << ALIGNMENT_BITS : 0;
            var chunks = java.util.Arrays.copyOf(table.chunks, chunk + 1);
            chunks[chunk] = new byte[CHUNK_BYTES];
            table = new Table(table.generation, table.slots, chunks);
        }
        System.arraycopy(packed, 0, table.chunks[chunk], next, packed.length);
        long address = (long) chunk * CHUNK_BYTES + next;
        next += room;
        used += room;
        return (int) (address >> ALIGNMENT_BITS);
    }

    private void publish(Table to, int host, String path, int place) {
        int mask = to.slots.length - 1;
        int i = hash(host, path) & mask;
        while (true) {
            int there = to.slots[i];
            if (there == 0 || Entry.isAt(to.chunk(there), to.offset(there), host, path)) {
                SLOT.setRelease(to.slots, i, place);
                return;
            }
            i = (i + 1) & mask;
        }
    }

    private void grow() {
        var larger = new Table(table.generation, new int[table.slots.length * 2], table.chunks);
        for (int place : table.slots) {
            if (place != 0) {
                var chunk = table.chunk(place);
                int at = table.offset(place);
                publish(larger, Entry.host(chunk, at), Entry.path(chunk, at), place);
            }
        }
        table = larger;
    }

    /** Copies what is in use to new chunks; readers of the old ones finish undisturbed. */
    private void pack() {
        var old = table;
        var fresh = new PathIndex();
        fresh.table = new Table(old.generation + 1, new int[old.slots.length], new byte[0][]);
        for (int place : old.slots) {
            if (place != 0) {
                var chunk = old.chunk(place);
                int at = old.offset(place);
                int copy = fresh.add(java.util.Arrays.copyOfRange(chunk, at, at + Entry.length(chunk, at)));
                publish(fresh.table, Entry.host(chunk, at), Entry.path(chunk, at), copy);
            }
        }
        next = fresh.next;
        used = fresh.used;
        waste = 0;
        table = fresh.table;
    }
}
