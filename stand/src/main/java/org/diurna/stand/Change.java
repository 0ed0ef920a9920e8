package org.diurna.stand;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What one turn does to one address.
 *
 * <p>{@code host} is a host name in lower case without port or trailing dot (A-labels for international names).
 * {@code path} is absolute and is brought into one canonical spelling by the constructors ({@link Target}): other than
 * unreserved characters stay as they are, unreserved ones are decoded, escapes have capital digits, characters beyond
 * ASCII are written as escaped UTF-8. Paths are case-sensitive.
 *
 * <p>Only the path of a {@link Move} may have a query ({@code /PressReleasePage.aspx?PRID=123}); the query must match
 * whole. A move whose path and query are in lower case also answers other spellings of their case, as old servers did.
 */
public sealed interface Change {
    String host();

    String path();

    /**
     * Bytes are public at this address.
     *
     * @param type the media type with its parameters, sent as {@code Content-Type}
     * @param status 200, or 404, 410, 503 for the pages that say so
     * @param headers further response headers, of which {@code Last-Modified} is also used for
     *     {@code If-Modified-Since}, {@code Cache-Control} replaces the default of one minute and a security header
     *     such as {@code Content-Security-Policy} replaces the stand's own. What the stand computes itself
     *     ({@link PutHeaders#COMPUTED}) is refused here.
     * @param bytes the identity coding and, for text types, smaller codings of the same bytes
     */
    record Put(String host, String path, String type, int status, Map<String, String> headers, Map<Coding, Blob> bytes)
            implements Change {
        public Put {
            host = Hosts.checked(host);
            path = Target.canonicalPath(path);
            PutHeaders.checkValue("Content-Type", type);
            if (status != 200 && status != 404 && status != 410 && status != 503) {
                throw new IllegalArgumentException("a put has status 200, 404, 410 or 503, not " + status);
            }
            var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            sorted.putAll(headers);
            sorted.forEach(PutHeaders::check);
            headers = Collections.unmodifiableSortedMap(sorted);
            if (!bytes.containsKey(Coding.IDENTITY)) {
                throw new IllegalArgumentException(
                        "no identity bytes for " + host + path + "; lay them before the coded ones");
            }
            bytes = Collections.unmodifiableMap(new EnumMap<>(bytes));
        }

        /** A page or file with status 200. */
        public Put(String host, String path, String type, Map<String, String> headers, Map<Coding, Blob> bytes) {
            this(host, path, type, 200, headers, bytes);
        }

        public Blob identity() {
            var blob = bytes.get(Coding.IDENTITY);
            return java.util.Objects.requireNonNull(blob, "checked by the constructor");
        }
    }

    /**
     * The address is left for another one.
     *
     * <p>A move of the path {@value #WHOLE_HOST} to an origin ({@code https://press.mfa.example}, without a path) moves the
     * whole host: every path and query of it leads to the same path and query there, whatever else lies at this host.
     *
     * @param to an absolute path on the same host or a whole http(s) URL, sent as {@code Location}
     * @param status 301 or 308 for ever, 302 or 307 for now
     */
    record Move(String host, String path, String to, int status) implements Change {
        /** Stands for all paths of a host. */
        public static final String WHOLE_HOST = "/*";

        private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#]+");

        public Move {
            host = Hosts.checked(host);
            path = Target.canonicalPathAndQuery(path);
            PutHeaders.checkValue("Location", to);
            var local = to.startsWith("/") && !to.startsWith("//");
            if (!local && !to.startsWith("https://") && !to.startsWith("http://")) {
                throw new IllegalArgumentException("a move leads to an absolute path or an http(s) URL, not “" + to
                        + "”; write the path with one leading slash");
            }
            if (status != 301 && status != 308 && status != 302 && status != 307) {
                throw new IllegalArgumentException("a move has status 301, 302, 307 or 308, not " + status);
            }
        }

        /** Whether it moves the host with all that lies there. */
        boolean ofWholeHost() {
            return path.equals(WHOLE_HOST) && ORIGIN.matcher(to).matches();
        }
    }

    /**
     * The address leads to what was in force at the moment that the reader names in {@code Accept-Datetime}, else to
     * the newest (RFC 7089 section 4.1, pattern 2.1: a TimeGate by itself). A moment before the first leads to the
     * first.
     *
     * @param headers further response headers, as those of a {@link Put}
     * @param versions from the oldest, each later than the one before, at most {@link #VERSIONS_MAX}
     */
    record Dated(String host, String path, Map<String, String> headers, List<Version> versions) implements Change {
        public static final int VERSIONS_MAX = 1_000;

        /**
         * What is in force from a moment on.
         *
         * @param to an absolute path on the same host
         */
        public record Version(Instant since, String to) {
            public Version {
                PutHeaders.checkValue("Location", to);
                if (!to.startsWith("/") || to.startsWith("//")) {
                    throw new IllegalArgumentException("a version lies at an absolute path, not at “" + to + "”");
                }
            }
        }

        public Dated {
            host = Hosts.checked(host);
            path = Target.canonicalPath(path);
            var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            sorted.putAll(headers);
            sorted.forEach(PutHeaders::check);
            headers = Collections.unmodifiableSortedMap(sorted);
            versions = List.copyOf(versions);
            if (versions.isEmpty() || versions.size() > VERSIONS_MAX) {
                throw new IllegalArgumentException(
                        "there are 1 to " + VERSIONS_MAX + " versions to choose from, not " + versions.size());
            }
            for (int i = 1; i < versions.size(); i++) {
                if (versions.get(i).since().isBefore(versions.get(i - 1).since())) {
                    throw new IllegalArgumentException("versions stand in the order of their times");
                }
            }
        }
    }

    /**
     * There was something here and it will not come back: status 410.
     *
     * @param tombstone a page of HTML for this address; without one the office's own page {@code /-/410} is shown. A
     *     page in several codings or with headers is a {@link Put} with status 410.
     */
    record Gone(String host, String path, Optional<Blob> tombstone) implements Change {
        public Gone {
            host = Hosts.checked(host);
            path = Target.canonicalPath(path);
        }

        public Gone(String host, String path) {
            this(host, path, Optional.empty());
        }
    }
}
