package org.diurna.counter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a file (RFC 9110 section 14): one range is answered, anything else gets the whole. */
final class Ranges {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,12})-(\\d{0,12})");

    private Ranges() {}

    /**
     * What is sent of a file.
     *
     * @param status  200 for the whole, 206, or 416 with nothing
     * @param content the header {@code Content-Range}; empty for the whole
     */
    record Part(int status, long first, int length, String content) {
        /** Whether who fetches a file begins with it. */
        boolean begins() {
            return status != 416 && first == 0;
        }
    }

    static Part of(String header, long size) {
        Part whole = new Part(200, 0, Math.toIntExact(size), "");
        Matcher found = ONE.matcher(header.strip());
        if (!found.matches() || header.strip().equals("bytes=-")) {
            return whole;
        }
        String from = found.group(1);
        String to = found.group(2);
        long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        long last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        if (first >= size) {
            return new Part(416, 0, 0, "bytes */" + size);
        }
        // a range that ends before it begins is none
        if (last < first) {
            return whole;
        }
        return new Part(206, first, Math.toIntExact(last - first + 1), "bytes " + first + "-" + last + "/" + size);
    }
}
