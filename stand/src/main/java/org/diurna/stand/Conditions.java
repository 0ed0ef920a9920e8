package org.diurna.stand;

/** Conditional requests (RFC 9110 section 13). */
final class Conditions {
    private Conditions() {}

    /** Whether the reader has these bytes already. If-None-Match decides alone where it is present. */
    static boolean notModified(Asked asked, Prepared prepared) {
        var ifNoneMatch = asked.field("if-none-match");
        if (ifNoneMatch != null) {
            return lists(ifNoneMatch, prepared.etag());
        }
        var ifModifiedSince = asked.field("if-modified-since");
        if (ifModifiedSince == null || prepared.modified() == 0) {
            return false;
        }
        long since = HttpDates.seconds(ifModifiedSince);
        return since >= prepared.modified();
    }

    /** Weak comparison: {@code W/} does not count. Our tags hold no comma, so the list may be cut at commas. */
    private static boolean lists(String header, String etag) {
        for (var part : header.split(",", -1)) {
            var tag = part.strip();
            if (tag.equals("*")
                    || tag.equals(etag)
                    || (tag.startsWith("W/") && tag.substring(2).equals(etag))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a range may be given: strong comparison, and a date only when it is exactly ours. */
    static boolean rangeStillFits(Asked asked, Prepared prepared) {
        var ifRange = asked.field("if-range");
        if (ifRange == null) {
            return true;
        }
        var value = ifRange.strip();
        if (value.startsWith("\"") || value.startsWith("W/")) {
            return value.equals(prepared.etag());
        }
        return prepared.modified() != 0 && HttpDates.seconds(value) == prepared.modified();
    }
}
