package org.diurna.stand;

/** The place where the shelf lies cannot be read or written just now, or holds what no shelf holds. */
public final class ShelfUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the same call may succeed when made again later. */
    public enum Retry {
        MAKES_SENSE,
        IS_USELESS
    }

    private final Retry retry;

    ShelfUnavailable(String message, Retry retry, Throwable cause) {
        super(message, cause);
        this.retry = retry;
    }

    ShelfUnavailable(String message, Retry retry) {
        super(message);
        this.retry = retry;
    }

    public Retry retry() {
        return retry;
    }
}
