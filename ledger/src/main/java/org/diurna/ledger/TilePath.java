package org.diurna.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * The place of a tile or bundle under the log's prefix (tlog-tiles, "Merkle Tree" and "Log Entries").
 *
 * @param level 0 to 7, or {@link #ENTRIES}. The specification goes to 63, but tiles of level 8 would be of logs of 2^64
 *     entries
 * @param index of the tile in its level
 * @param width hashes or entries in it, 1 to 256; less than 256 only for a partial one
 */
record TilePath(int level, long index, int width) {
    /** Stands in place of a level for bundles of entries. */
    static final int ENTRIES = -1;

    static final int FULL = 256;
    static final int LEVEL_MAX = 7;
    private static final Pattern FORM =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    TilePath {
        if (level < ENTRIES || level > LEVEL_MAX || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "No tile has level " + level + ", index " + index + " and width " + width + ".");
        }
    }

    static TilePath parse(String path) {
        Matcher parts = FORM.matcher(path);
        if (!parts.matches()) {
            throw new Malformed(Strict.shown(path) + " is no path of a tile.");
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        String digits = parts.group(2).replace("x", "").replace("/", "");
        String partial = parts.group(3);
        int width = partial == null ? FULL : Integer.parseInt(partial);
        boolean clipped = partial != null && width >= FULL;
        if (clipped || digits.length() > 18 || (digits.length() > 3 && digits.startsWith("000"))) {
            throw new Malformed(Strict.shown(path) + " is no path of a tile.");
        }
        return new TilePath(level, Long.parseLong(digits), width);
    }

    /** Empty for files that are none of ours, which some systems leave in folders. */
    static Optional<TilePath> known(String path) {
        try {
            return Optional.of(parse(path));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /** Relative to the prefix, without leading slash. */
    String path() {
        String digits = Long.toString(index);
        String padded = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        StringBuilder path = new StringBuilder("tile/").append(level == ENTRIES ? "entries" : Integer.toString(level));
        for (int i = 0; i < padded.length(); i += 3) {
            path.append(i + 3 < padded.length() ? "/x" : "/").append(padded, i, i + 3);
        }
        return width == FULL
                ? path.toString()
                : path.append(".p/").append(width).toString();
    }

    boolean full() {
        return width == FULL;
    }

    TilePath filled() {
        return new TilePath(level, index, FULL);
    }

    /** Hashes (or entries) that a log of that size has in a level. */
    static long count(int level, long size) {
        return level == ENTRIES ? size : size >> (8 * level);
    }

    /** The tile with that index as a log of that size needs it. */
    static TilePath of(int level, long index, long size) {
        return new TilePath(level, index, (int) Math.min(FULL, count(level, size) - index * FULL));
    }

    /** What a log of {@code size} entries needs beyond what it needed with {@code old} of them, bundles first. */
    static Stream<TilePath> between(long old, long size) {
        return IntStream.rangeClosed(ENTRIES, LEVEL_MAX).boxed().flatMap(level -> {
            long before = count(level, old);
            long now = count(level, size);
            return before == now
                    ? Stream.empty()
                    : LongStream.rangeClosed(before / FULL, (now - 1) / FULL).mapToObj(n -> of(level, n, size));
        });
    }
}
