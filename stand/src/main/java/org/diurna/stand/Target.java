package org.diurna.stand;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The path and query of an address in their one canonical spelling (RFC 3986 section 6.2.2): a different spelling of the
 * same path finds the same entry, and no spelling leaves the site.
 *
 * @param path absolute and canonical
 * @param query without its question mark; empty if there is none
 * @param dotted whether the path came with {@code .} or {@code ..} segments, which have been resolved
 */
record Target(String path, String query, boolean dotted) {
    static final int PATH_LENGTH_MAX = 2_048;

    private static final HexFormat CAPITAL = HexFormat.of().withUpperCase();
    /** What a path segment may hold unescaped: pchar without percent-encoded, and the slash (RFC 3986 section 3.3). */
    private static final boolean[] PLAIN = set("-._~!$&'()*+,;=:@/");

    private static final boolean[] UNRESERVED = set("-._~");

    /** Why a target cannot be an address. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private static boolean[] set(String further) {
        var set = new boolean[128];
        for (int c = 0; c < set.length; c++) {
            set[c] = Character.isLetterOrDigit(c) || further.indexOf(c) >= 0;
        }
        return set;
    }

    /** The target of a request in origin form, one character for each byte. */
    static Target ofRequest(String raw) {
        int hash = raw.indexOf('#');
        var whole = hash < 0 ? raw : raw.substring(0, hash);
        int question = whole.indexOf('?');
        var path = question < 0 ? whole : whole.substring(0, question);
        var query = question < 0 ? "" : canonicalQuery(whole.substring(question + 1));
        if (isPlain(path)) {
            return new Target(path, query, false);
        }
        var canonical = canonical(path.getBytes(StandardCharsets.ISO_8859_1));
        if (!hasDotSegment(canonical)) {
            return new Target(canonical, query, false);
        }
        return new Target(resolved(canonical), query, true);
    }

    static String canonicalPath(String path) {
        if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw new IllegalArgumentException("a path has no query or fragment: “" + path + "”");
        }
        return canonicalOnShelf(path);
    }

    static String canonicalPathAndQuery(String path) {
        int question = path.indexOf('?');
        return question < 0
                ? canonicalPath(path)
                : canonicalPath(path.substring(0, question)) + "?" + canonicalQuery(path.substring(question + 1));
    }

    private static String canonicalOnShelf(String path) {
        try {
            var canonical = canonical(path.getBytes(StandardCharsets.UTF_8));
            if (hasDotSegment(canonical) || canonical.length() > PATH_LENGTH_MAX) {
                throw new Malformed("it must have no dot segments and at most " + PATH_LENGTH_MAX + " characters");
            }
            return canonical;
        } catch (Malformed e) {
            throw new IllegalArgumentException("“" + path + "” is not a path: " + e.getMessage(), e);
        }
    }

    /** The way of nearly every request: nothing to do and nothing to allocate. */
    private static boolean isPlain(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return false;
        }
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c >= 128 || !PLAIN[c] || (c == '.' && before == '/')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String canonical(byte[] raw) {
        if (raw.length == 0 || raw[0] != '/') {
            throw new Malformed("it must begin with a slash");
        }
        var out = new StringBuilder(raw.length + 16);
        var beyond = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length; i++) {
            int c = raw[i] & 0xff;
            boolean escaped = c == '%';
            if (escaped) {
                c = unescape(raw, i);
                i += 2;
            }
            if (c >= 128) {
                beyond.write(c);
                continue;
            }
            flush(beyond, out);
            if (c < ' ' || c == 127 || c == '\\') {
                throw new Malformed("it holds a control character or a backslash");
            }
            if (escaped ? UNRESERVED[c] : PLAIN[c]) {
                out.append((char) c);
            } else {
                out.append('%').append(CAPITAL.toHexDigits((byte) c));
            }
        }
        flush(beyond, out);
        return out.toString();
    }

    private static int unescape(byte[] raw, int at) {
        if (at + 2 >= raw.length || !HexFormat.isHexDigit(raw[at + 1]) || !HexFormat.isHexDigit(raw[at + 2])) {
            throw new Malformed("a percent sign is not followed by two hexadecimal digits");
        }
        return HexFormat.fromHexDigit(raw[at + 1]) << 4 | HexFormat.fromHexDigit(raw[at + 2]);
    }

    private static void flush(ByteArrayOutputStream beyond, StringBuilder out) {
        if (beyond.size() == 0) {
            return;
        }
        var bytes = beyond.toByteArray();
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new Malformed("it is not UTF-8");
        }
        for (byte b : bytes) {
            out.append('%').append(CAPITAL.toHexDigits(b));
        }
        beyond.reset();
    }

    private static String canonicalQuery(String query) {
        var out = new StringBuilder(query.length());
        for (byte b : query.getBytes(StandardCharsets.UTF_8)) {
            if (b <= ' ' || b == 127 || b == '"' || b == '<' || b == '>') {
                out.append('%').append(CAPITAL.toHexDigits(b));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }

    private static boolean hasDotSegment(String path) {
        return path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..");
    }

    /** RFC 3986 section 5.2.4, but a path that climbs above the root is refused instead of cut off. */
    private static String resolved(String path) {
        var kept = new ArrayDeque<String>();
        var segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> {
                    if (last) {
                        kept.addLast("");
                    }
                }
                case ".." -> {
                    if (kept.pollLast() == null) {
                        throw new Malformed("it climbs above the root");
                    }
                    if (last) {
                        kept.addLast("");
                    }
                }
                default -> kept.addLast(segments[i]);
            }
        }
        var resolved = "/" + String.join("/", kept);
        if (resolved.startsWith("//")) {
            throw new Malformed("it would name another host");
        }
        return resolved;
    }

    String pathAndQuery() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    String caseless() {
        return pathAndQuery().toLowerCase(Locale.ROOT);
    }
}
