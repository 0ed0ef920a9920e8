package org.diurna.stand;

import io.netty.handler.codec.DateFormatter;
import java.time.Instant;
import java.util.Date;

/**
 * Dates of HTTP (RFC 9110 section 5.6.7) in whole seconds since 1970. Netty's formatter speaks java.util.Date; unlike
 * java.time's it costs nothing at the start.
 */
@SuppressWarnings("JavaUtilDate")
final class HttpDates {
    private HttpDates() {}

    static String text(long seconds) {
        return DateFormatter.format(Date.from(Instant.ofEpochSecond(seconds)));
    }

    static boolean isDate(CharSequence text) {
        return DateFormatter.parseHttpDate(text) != null;
    }

    /** −1 for what is not a date: such a header is passed over. */
    static long seconds(CharSequence text) {
        var date = DateFormatter.parseHttpDate(text);
        return date == null ? -1 : Math.floorDiv(date.getTime(), 1000L);
    }
}
