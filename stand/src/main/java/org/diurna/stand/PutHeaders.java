package org.diurna.stand;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which response headers a put may bring along (RFC 9110 section 5: token names, no control characters). */
final class PutHeaders {
    static final int VALUE_LENGTH_MAX = 8_192;
    /** Headers that the stand computes for each answer. */
    static final Set<String> COMPUTED = caseless(
            "Accept-Ranges",
            "Age",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Range",
            "Content-Type",
            "Date",
            "ETag",
            "Keep-Alive",
            "Location",
            "Server",
            "Set-Cookie",
            "Strict-Transport-Security",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Vary");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    private PutHeaders() {}

    private static Set<String> caseless(String... names) {
        var set = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(java.util.List.of(names));
        return java.util.Collections.unmodifiableSet(set);
    }

    static void check(String name, String value) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("“" + name + "” is not the name of a header");
        }
        if (COMPUTED.contains(name)) {
            throw new IllegalArgumentException("the stand computes " + name + " itself; leave it out of the put");
        }
        checkValue(name, value);
    }

    static void checkValue(String name, String value) {
        if (value.isEmpty() || value.length() > VALUE_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + VALUE_LENGTH_MAX + " characters, not " + value.length());
        }
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    name + " must be visible ASCII; escape other characters: “" + value + "”");
        }
    }
}
