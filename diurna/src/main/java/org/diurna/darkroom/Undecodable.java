package org.diurna.darkroom;

import java.io.Serial;

/** A decoder gave up on a stranger's file. The message is for the end of a sentence in brackets. */
final class Undecodable extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    Undecodable(String message) {
        super(message, null, false, false);
    }
}
