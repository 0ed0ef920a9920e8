package org.diurna.main;

/** Something that the caller named cannot be used; the message names it, the reason and the remedy. */
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    Unusable(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
