package org.diurna.stand;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what Netty's decoder has read (RFC 9112): which host, which path, and whether it may be answered at all. */
final class Http1Asked {
    /** Either what is asked for, or the status with which it is refused. */
    sealed interface Read {
        record Good(Asked asked) implements Read {}

        record Refused(int status) implements Read {}
    }

    private static final Read.Refused MALFORMED = new Read.Refused(400);

    private Http1Asked() {}

    static Read read(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return new Read.Refused(statusOf(request.decoderResult().cause()));
        }
        var version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return new Read.Refused(505);
        }
        var headers = request.headers();
        var field = headers.get(HttpHeaderNames.HOST);
        if (field == null || isDoubled(request)) {
            return MALFORMED;
        }
        var raw = request.uri();
        var authority = field;
        if (raw.isEmpty() || raw.charAt(0) != '/') {
            if (raw.equals("*") && request.method().name().equals("OPTIONS")) {
                raw = "/";
            } else {
                int path = afterScheme(raw);
                if (path < 0) {
                    return MALFORMED;
                }
                int end = endOfAuthority(raw, path);
                authority = raw.substring(path, end);
                raw = end < raw.length() && raw.charAt(end) == '/' ? raw.substring(end) : "/" + raw.substring(end);
            }
        }
        // The field is checked even where an absolute target counts instead (RFC 9112 section 3.2).
        var host = Authority.host(authority);
        if (host == null || Authority.host(field) == null) {
            return MALFORMED;
        }
        var target = target(raw);
        return target == null
                ? MALFORMED
                : new Read.Good(new Asked(request.method().name(), host, target, name -> joined(request, name)));
    }

    static @Nullable Target target(String raw) {
        try {
            return Target.ofRequest(raw);
        } catch (Target.Malformed e) {
            return null;
        }
    }

    private static boolean isDoubled(HttpRequest request) {
        var hosts = request.headers().valueStringIterator(HttpHeaderNames.HOST);
        hosts.next();
        return hosts.hasNext();
    }

    /** Where the authority of an absolute http(s) URL begins; −1 for everything else. */
    private static int afterScheme(String target) {
        var start = target.substring(0, Math.min(8, target.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("http://")) {
            return 7;
        }
        return start.equals("https://") ? 8 : -1;
    }

    private static int endOfAuthority(String target, int from) {
        int end = from;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int statusOf(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return 414;
        }
        return cause instanceof TooLongFrameException ? 431 : 400;
    }

    private static @Nullable String joined(HttpRequest request, String name) {
        var first = request.headers().get(name);
        if (first == null) {
            return null;
        }
        var all = request.headers().getAll(name);
        return all.size() == 1 ? first : String.join(", ", all);
    }

    static boolean hasBody(HttpRequest request) {
        var headers = request.headers();
        var length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return (length != null && !length.equals("0")) || headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
    }
}
