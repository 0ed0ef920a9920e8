package org.diurna.stand;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a stand is opened. Start from {@link #standard()} and change what is different.
 *
 * @param bind the address to listen at, a name or number; {@code 0.0.0.0} for all
 * @param port 0 for any free one
 * @param tls certificate and key; empty for plain HTTP
 * @param counter base URL of the counter that answers {@code /-/…}; empty when there is none
 * @param hotBytesMax budget for bodies kept in memory, in bytes; what does not fit is sent from files
 * @param loops event loops; 0 for one a core
 * @param accessLog whether a line is logged for each answer: never with addresses of readers
 * @param limits what a client may ask of the stand
 */
public record StandSettings(
        String bind,
        int port,
        Optional<Tls> tls,
        Optional<URI> counter,
        long hotBytesMax,
        int loops,
        AccessLog accessLog,
        Limits limits) {
    public static final int PORT_STANDARD = 8080;
    static final long HOT_BYTES_STANDARD = 96L << 20;
    private static final int PORT_MAX = 65_535;

    /** Whether answers are logged: time, method, host, path, status and bytes. */
    public enum AccessLog {
        OFF,
        WITHOUT_ADDRESSES
    }

    /** PEM files; both are read again when either changes. The key is PKCS #8 without a password. */
    public record Tls(Path certificate, Path key) {}

    public StandSettings {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("a port is 0 to " + PORT_MAX + ", not " + port);
        }
        if (hotBytesMax < 0 || loops < 0) {
            throw new IllegalArgumentException("budget and number of loops cannot be negative");
        }
        counter.ifPresent(url -> {
            if (!"http".equals(url.getScheme()) || url.getHost() == null) {
                throw new IllegalArgumentException("the counter is reached at http://host:port, not at “" + url
                        + "”; it stays on this side of TLS");
            }
        });
    }

    /** Loopback, port 8080, plain HTTP, no counter. */
    public static StandSettings standard() {
        return new StandSettings(
                "127.0.0.1",
                PORT_STANDARD,
                Optional.empty(),
                Optional.empty(),
                HOT_BYTES_STANDARD,
                0,
                AccessLog.OFF,
                Limits.standard());
    }

    public StandSettings at(String newBind, int newPort) {
        return new StandSettings(newBind, newPort, tls, counter, hotBytesMax, loops, accessLog, limits);
    }

    public StandSettings withTls(Path certificate, Path key) {
        return new StandSettings(
                bind, port, Optional.of(new Tls(certificate, key)), counter, hotBytesMax, loops, accessLog, limits);
    }

    public StandSettings withCounter(URI newCounter) {
        return new StandSettings(bind, port, tls, Optional.of(newCounter), hotBytesMax, loops, accessLog, limits);
    }

    public StandSettings withHotBytesMax(long newHotBytesMax) {
        return new StandSettings(bind, port, tls, counter, newHotBytesMax, loops, accessLog, limits);
    }

    public StandSettings withLoops(int newLoops) {
        return new StandSettings(bind, port, tls, counter, hotBytesMax, newLoops, accessLog, limits);
    }

    public StandSettings withAccessLog(AccessLog newAccessLog) {
        return new StandSettings(bind, port, tls, counter, hotBytesMax, loops, newAccessLog, limits);
    }

    public StandSettings withLimits(Limits newLimits) {
        return new StandSettings(bind, port, tls, counter, hotBytesMax, loops, accessLog, newLimits);
    }
}
