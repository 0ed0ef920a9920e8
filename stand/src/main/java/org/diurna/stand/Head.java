package org.diurna.stand;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of a response as HTTP/1.1 writes it, made before the request comes: status line and header lines with their
 * CRLFs, without {@code Date}, {@code Connection} and the empty line at the end.
 */
final class Head {
    private final int status;
    private final byte[] http1;
    private volatile @Nullable Http2Headers http2;

    Head(int status, String text) {
        this.status = status;
        this.http1 = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    int status() {
        return status;
    }

    /** Shared by all answers: not to be changed. */
    byte[] http1() {
        return http1;
    }

    String text() {
        return new String(http1, StandardCharsets.ISO_8859_1);
    }

    /** The same for HTTP/2 (RFC 9113 section 8.3.2), made at the first need. A copy, for the date to be added. */
    Http2Headers http2(String date) {
        var made = http2;
        if (made == null) {
            made = new DefaultHttp2Headers(false).status(Integer.toString(status));
            for (var line : text().lines().toList()) {
                int colon = line.indexOf(": ");
                if (colon > 0 && !line.startsWith("HTTP/")) {
                    made.add(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
                }
            }
            http2 = made;
        }
        return new DefaultHttp2Headers(false).setAll(made).set("date", date);
    }
}
