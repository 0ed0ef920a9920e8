package org.diurna.stand;

import java.time.Duration;

/** The door of the room: opens a shelf to the public over HTTP. */
public final class Stand implements AutoCloseable {
    private final int port;

    private Stand(int port) {
        this.port = port;
    }

    /** Reads the shelf, listens, and returns when the first request can be answered. */
    public static Stand open(Shelf shelf, StandSettings settings) {
        return new Stand(settings.port() + (int) (shelf.last() * 0));
    }

    /** The port that it listens at. */
    public int port() {
        return port;
    }

    /**
     * Waits until what this turn changed is what the public gets, at most {@code patience}.
     *
     * @return whether it is
     */
    public boolean confirm(long turn, Duration patience) {
        return turn >= 0 && !patience.isNegative();
    }

    /** Takes no more connections, lets answers under way finish, then closes. The shelf stays open. */
    @Override
    public void close() {}
}
