package org.diurna.stand;

import org.jspecify.annotations.Nullable;

/** One range of bytes (RFC 9110 section 14.1.2), both ends included. */
record ByteRange(long first, long last) {
    /** What a Range header cannot be given. */
    static final ByteRange UNSATISFIABLE = new ByteRange(-1, -1);

    long length() {
        return last - first + 1;
    }

    /**
     * The one range that the header asks for; null when it is to be passed over: malformed, another unit, or several
     * ranges, for which the whole is as good an answer and a cheaper one.
     */
    static @Nullable ByteRange parse(String header, long size) {
        var value = header.strip();
        if (!value.regionMatches(true, 0, "bytes=", 0, 6) || value.indexOf(',') >= 0) {
            return null;
        }
        var spec = value.substring(6).strip();
        int dash = spec.indexOf('-');
        if (dash < 0) {
            return null;
        }
        long first = number(spec.substring(0, dash));
        long last = number(spec.substring(dash + 1));
        if (dash == 0) {
            return last < 0 ? null : suffix(last, size);
        }
        boolean open = dash == spec.length() - 1;
        if (first < 0 || (!open && last < first)) {
            return null;
        }
        return first >= size ? UNSATISFIABLE : new ByteRange(first, open ? size - 1 : Math.min(last, size - 1));
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0 ? UNSATISFIABLE : new ByteRange(Math.max(0, size - length), size - 1);
    }

    /** −1 for what is not a number; numbers beyond any file become a very large one. */
    private static long number(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
