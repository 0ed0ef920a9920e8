package org.diurna.counter;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a file (RFC 9110 section 14): one range is answered, anything else gets the whole. */
final class Ranges {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,12})-(\\d{0,12})");

    private Ranges() {}

    static Answer of(String header, Answer whole) {
        Matcher found = ONE.matcher(header.strip());
        if (!found.matches() || header.strip().equals("bytes=-")) {
            return whole;
        }
        long size = whole.body().length;
        String from = found.group(1);
        String to = found.group(2);
        long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        long last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        if (first >= size) {
            return new Answer(416, whole.headers(), new byte[0]).with("Content-Range", "bytes */" + size);
        }
        // a range that ends before it begins is none
        if (last < first) {
            return whole;
        }
        byte[] part = Arrays.copyOfRange(whole.body(), (int) first, (int) last + 1);
        return new Answer(206, whole.headers(), part).with("Content-Range", "bytes " + first + "-" + last + "/" + size);
    }
}
