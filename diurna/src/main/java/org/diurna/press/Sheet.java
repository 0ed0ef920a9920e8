package org.diurna.press;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One public file, or the answer that takes its place. */
public sealed interface Sheet {
    /** Host name in lower case, without port. */
    String host();

    /** Absolute path on that host, percent-encoded as it stands in addresses. */
    String path();

    /**
     * Bytes to be served with status 200.
     *
     * @param type     media type with charset where it is text
     * @param modified for {@code Last-Modified}: when what it says last changed, not when it was printed
     * @param headers  further response headers, such as {@code X-Robots-Tag}, {@code Link} or CORS
     */
    record Printed(
            String host,
            String path,
            String type,
            Caching caching,
            Optional<Instant> modified,
            Map<String, String> headers,
            byte[] bytes)
            implements Sheet {
        public Printed {
            headers = Map.copyOf(headers);
        }

        /** The same bytes at another path of the host. */
        Printed at(String other) {
            return new Printed(host, other, type, caching, modified, headers, bytes);
        }
    }

    /**
     * A redirect.
     *
     * @param to     path on the same host, or an absolute address; for {@link #WHOLE_HOST} an origin, to which every path
     *               of the host leads
     * @param status 301, 302, 307 or 308
     */
    record Moved(String host, String path, String to, int status) implements Sheet {
        /** In the place of a path: all that lies at the host. */
        static final String WHOLE_HOST = "/*";
    }

    /**
     * A redirect to what was in force at the moment for which the reader asks, else to the newest (RFC 7089).
     *
     * @param versions by the time since when they are in force, from the oldest; paths on the same host
     */
    record Dated(String host, String path, Map<String, String> headers, SortedMap<Instant, String> versions)
            implements Sheet {
        /** Of so many versions, the newest, one can be chosen. */
        static final int VERSIONS_MAX = 1_000;

        public Dated {
            headers = Map.copyOf(headers);
            versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        }
    }

    /** Status 410 with a page that says what was here, when and why it went, and whom to ask. */
    record Gone(String host, String path, byte[] page) implements Sheet {}
}
