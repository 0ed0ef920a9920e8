package org.diurna.house;

/** The database cannot be opened or does not fit. Trying again helps when its server was away, not otherwise. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
