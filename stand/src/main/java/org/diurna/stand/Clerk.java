package org.diurna.stand;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a request gets. Knows nothing of connections, never blocks, and is shared by all loops.
 *
 * <p>The office's own page for status 404, 410 or 503 is the entry at {@code /<first segment of the path>/-/<status>},
 * then that at {@code /-/<status>}, then a line of plain text.
 */
final class Clerk {
    /** What begins like this and is not on the shelf is the counter's. */
    static final String COUNTER_PREFIX = "/-/";

    private final PathIndex index;
    private final HotPages hot;
    private final Heads heads;
    private final boolean counter;

    /** Readers send the same few Accept-Encoding headers; this is the last one and what it means. */
    private volatile Known known = new Known("", Preference.parse(""));

    private record Known(String header, Preference preference) {}

    Clerk(PathIndex index, HotPages hot, Heads heads, boolean counter) {
        this.index = index;
        this.hot = hot;
        this.heads = heads;
        this.counter = counter;
    }

    Reply answer(Asked asked) {
        if (!index.knows(asked.host())) {
            return refuse(421);
        }
        var target = asked.target();
        var left = index.movedHost(asked.host());
        if (left != null) {
            return moved(left.status(), left.to() + target.pathAndQuery());
        }
        boolean reads = asked.method().equals("GET") || asked.isHead();
        if (counter && target.path().startsWith(COUNTER_PREFIX)) {
            if (!reads || index.find(asked.host(), target.path()) == null) {
                return new Reply.ForCounter();
            }
        }
        if (!reads) {
            return asked.method().equals("OPTIONS") ? options(asked) : refuse(405);
        }
        if (target.dotted()) {
            return moved(301, target.pathAndQuery());
        }
        var entry = lookUp(asked.host(), target);
        if (entry == null) {
            return missing(asked);
        }
        return switch (entry.kind()) {
            case PUT -> put(asked, entry, entry.status());
            case MOVE -> moved(entry.status(), entry.location());
            case DATED -> dated(asked, entry);
            case GONE -> entry.codings() == 0 ? officePage(asked, 410) : put(asked, entry, 410);
        };
    }

    private @Nullable Entry lookUp(String host, Target target) {
        if (!target.query().isEmpty()) {
            var entry = moveOnly(index.find(host, target.pathAndQuery()));
            if (entry == null) {
                entry = moveOnly(index.find(host, target.caseless()));
            }
            if (entry != null) {
                return entry;
            }
        }
        var entry = index.find(host, target.path());
        return entry != null ? entry : moveOnly(index.find(host, target.path().toLowerCase(java.util.Locale.ROOT)));
    }

    private static @Nullable Entry moveOnly(@Nullable Entry entry) {
        return entry != null && entry.kind() == Entry.Kind.MOVE ? entry : null;
    }

    /** With or without a slash at its end: when only the other one is there, the reader is sent to it. */
    private Reply missing(Asked asked) {
        var path = asked.target().path();
        var other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        var there = other.isEmpty() || other.startsWith("//") ? null : index.find(asked.host(), other);
        if (there != null && there.kind() == Entry.Kind.PUT) {
            var query = asked.target().query();
            return moved(301, query.isEmpty() ? other : other + "?" + query);
        }
        return officePage(asked, 404);
    }

    Reply officePage(Asked asked, int status) {
        var path = asked.target().path();
        int slash = path.indexOf('/', 1);
        var name = COUNTER_PREFIX + status;
        var page = slash > 0 ? index.find(asked.host(), path.substring(0, slash) + name) : null;
        if (page == null) {
            page = index.find(asked.host(), name);
        }
        return page != null && page.kind() == Entry.Kind.PUT ? put(asked, page, status) : refuse(status);
    }

    private Reply put(Asked asked, Entry entry, int status) {
        var coding = entry.isCoded() ? preference(asked).choose(entry.codings()) : Coding.IDENTITY;
        long key = HotPages.key(entry, coding, status == entry.status());
        var prepared = hot.get(key);
        if (prepared == null) {
            prepared = Prepared.of(heads, entry, coding, status);
            hot.keep(key, prepared);
        }
        if (status == 200 && Conditions.notModified(asked, prepared)) {
            return new Reply.Ready(prepared.notModified(), Unpooled.EMPTY_BUFFER);
        }
        if (asked.isHead()) {
            return new Reply.Ready(prepared.whole(), Unpooled.EMPTY_BUFFER);
        }
        long size = prepared.blob().size();
        var range = prepared.ranges() ? range(asked, prepared) : null;
        if (range == null) {
            return part(key, prepared, prepared.whole(), 0, size);
        }
        if (range.equals(ByteRange.UNSATISFIABLE)) {
            return refuse(416, "Content-Range: bytes */" + size);
        }
        return part(key, prepared, prepared.part(range), range.first(), range.length());
    }

    private Preference preference(Asked asked) {
        var header = asked.field("accept-encoding");
        var now = known;
        if (header == null) {
            header = "";
        }
        if (!now.header.equals(header)) {
            now = new Known(header, Preference.parse(header));
            known = now;
        }
        return now.preference;
    }

    private static @Nullable ByteRange range(Asked asked, Prepared prepared) {
        var header = asked.field("range");
        return header == null || !Conditions.rangeStillFits(asked, prepared)
                ? null
                : ByteRange.parse(header, prepared.blob().size());
    }

    private static Reply part(long key, Prepared prepared, Head head, long offset, long length) {
        if (prepared.blob().size() > HotPages.BODY_BYTES_MAX) {
            return new Reply.FromFile(head, prepared.blob(), offset, length);
        }
        if (length == 0) {
            return new Reply.Ready(head, Unpooled.EMPTY_BUFFER);
        }
        ByteBuf body = prepared.hold(offset, (int) length);
        return body == null ? new Reply.Cold(key, prepared, head, offset, (int) length) : new Reply.Ready(head, body);
    }

    private Reply moved(int status, String location) {
        var text = heads.text(status, List.of("Location: " + location), Heads.cacheControlOf(status));
        return new Reply.Ready(new Head(status, text + "Content-Length: 0\r\n"), Unpooled.EMPTY_BUFFER);
    }

    /** RFC 7089 section 4.1; what is no date is refused (section 4.5.3). */
    private Reply dated(Asked asked, Entry entry) {
        var lines = new ArrayList<>(entry.datedLines());
        lines.add("Vary: Accept-Datetime");
        var wished = asked.field("accept-datetime");
        if (wished != null && !HttpDates.isDate(wished)) {
            return refuse(400, lines.toArray(String[]::new));
        }
        lines.add("Location: " + entry.locationAt(wished == null ? Long.MAX_VALUE : HttpDates.seconds(wished)));
        var text = heads.text(302, lines, Heads.cacheControlOf(302));
        return new Reply.Ready(new Head(302, text + "Content-Length: 0\r\n"), Unpooled.EMPTY_BUFFER);
    }

    /** Also the preflight of CORS, for entries whose put allows other origins. */
    private Reply options(Asked asked) {
        var lines = new ArrayList<String>();
        lines.add("Allow: " + Heads.ALLOW);
        var entry = lookUp(asked.host(), asked.target());
        if (entry != null && entry.kind() == Entry.Kind.PUT) {
            entry.headerLines().stream()
                    .filter(line -> line.regionMatches(true, 0, "Access-Control-Allow-Origin:", 0, 28))
                    .forEach(line -> {
                        lines.add(line);
                        lines.add("Access-Control-Allow-Methods: " + Heads.ALLOW);
                        lines.add("Access-Control-Allow-Headers: If-Modified-Since, If-None-Match, If-Range, Range");
                    });
        }
        return new Reply.Ready(new Head(204, heads.text(204, lines, Heads.CACHE_NOT)), Unpooled.EMPTY_BUFFER);
    }

    /** A line of plain text that says the status. */
    Reply.Ready refuse(int status, String... furtherLines) {
        var lines = new ArrayList<>(List.of(furtherLines));
        lines.add("Content-Type: text/plain; charset=utf-8");
        if (status == 405) {
            lines.add("Allow: " + Heads.ALLOW);
        }
        if (status == 503) {
            lines.add("Retry-After: " + Heads.RETRY_AFTER_SECONDS);
        }
        var body = (status + " " + HttpResponseStatus.valueOf(status).reasonPhrase() + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        var text = heads.text(status, lines, Heads.cacheControlOf(status));
        return new Reply.Ready(
                new Head(status, text + "Content-Length: " + body.length + "\r\n"), Unpooled.wrappedBuffer(body));
    }
}
