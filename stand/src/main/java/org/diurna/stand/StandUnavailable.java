package org.diurna.stand;

/** The stand cannot open: the port is taken, or certificate and key cannot be used. The message names the remedy. */
public final class StandUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StandUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
