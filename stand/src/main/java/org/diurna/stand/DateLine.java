package org.diurna.stand;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The Date header, written once a second. Safe for many threads: at worst two write the same. */
final class DateLine {
    private static final int MILLIS = 1000;

    private final Clock clock;
    private volatile Second second;

    private record Second(long at, String text, Bytes line) {}

    /** {@code Date: …} with its CRLF. */
    private static final class Bytes {
        private final byte[] bytes;

        Bytes(String text) {
            bytes = ("Date: " + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
        }
    }

    DateLine(Clock clock) {
        this.clock = clock;
        second = secondAt(clock.millis() / MILLIS);
    }

    private static Second secondAt(long seconds) {
        var text = HttpDates.text(seconds);
        return new Second(seconds, text, new Bytes(text));
    }

    private Second now() {
        long at = clock.millis() / MILLIS;
        var known = second;
        if (known.at != at) {
            known = secondAt(at);
            second = known;
        }
        return known;
    }

    byte[] line() {
        return now().line.bytes;
    }

    String text() {
        return now().text;
    }
}
