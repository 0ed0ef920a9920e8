package org.diurna.stand;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Header lines that many entries share, each kept once and named by a small number. Filled by one thread, read by many.
 */
final class Lines {
    /** Beyond so many different lines further ones stay with their entry. */
    static final int MAX = 1 << 16;

    private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<String> lines = new AtomicReferenceArray<>(MAX);

    /** The number of this line, −1 when there is no room for another. */
    int number(String line) {
        Integer known = numbers.get(line);
        if (known != null) {
            return known;
        }
        int next = numbers.size();
        if (next >= MAX) {
            return -1;
        }
        lines.set(next, line);
        numbers.put(line, next);
        return next;
    }

    String line(int number) {
        return lines.get(number);
    }
}
