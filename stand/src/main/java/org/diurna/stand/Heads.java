package org.diurna.stand;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Locale;

/** Writes the heads of responses. */
final class Heads {
    static final String ALLOW = "GET, HEAD, OPTIONS";
    /** Pages may be older than this by nothing but a withdrawal; it is also how long a correction may go unseen. */
    static final String CACHE_PAGES = "public, max-age=60, no-transform";
    /** Short, so that an address that was asked for too early is not missing for long. */
    static final String CACHE_MISSING = "public, max-age=5";

    static final String CACHE_MOVES = "public, max-age=300";
    static final String CACHE_NOT = "no-store";
    static final int RETRY_AFTER_SECONDS = 30;

    /** On every answer, unless the put brought its own. Scripts and styles only as files of the same host. */
    private static final List<String> SECURITY = List.of(
            "Content-Security-Policy: default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; "
                    + "font-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: strict-origin-when-cross-origin",
            "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
            "Cross-Origin-Opener-Policy: same-origin");

    private static final String HSTS = "Strict-Transport-Security: max-age=31536000";

    /** Whether readers come by TLS. */
    enum Transport {
        PLAIN,
        TLS
    }

    private final Transport transport;

    Heads(Transport transport) {
        this.transport = transport;
    }

    /** A head without anything that its body decides; {@code lines} win over the stand's own of the same name. */
    String text(int status, List<String> lines, String cacheControl) {
        var text = new StringBuilder(1024).append(statusLine(status));
        for (var line : lines) {
            text.append(line).append("\r\n");
        }
        addUnlessThere(text, lines, "Cache-Control: " + cacheControl);
        for (var line : SECURITY) {
            addUnlessThere(text, lines, line);
        }
        if (transport == Transport.TLS) {
            text.append(HSTS).append("\r\n");
        }
        return text.toString();
    }

    static String statusLine(int status) {
        return "HTTP/1.1 " + status + " " + HttpResponseStatus.valueOf(status).reasonPhrase() + "\r\n";
    }

    private static void addUnlessThere(StringBuilder text, List<String> lines, String line) {
        var name = line.substring(0, line.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        if (lines.stream().noneMatch(there -> there.toLowerCase(Locale.ROOT).startsWith(name))) {
            text.append(line).append("\r\n");
        }
    }

    static String cacheControlOf(int status) {
        return switch (status) {
            case 200, 410 -> CACHE_PAGES;
            case 404 -> CACHE_MISSING;
            case 301, 302, 307, 308 -> CACHE_MOVES;
            default -> CACHE_NOT;
        };
    }
}
