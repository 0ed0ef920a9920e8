package org.diurna.edition;

/** Another release of the office bears the number; trying again with the next free one helps. */
public final class NumberTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    NumberTaken(String message, Throwable cause) {
        super(message, cause);
    }
}
