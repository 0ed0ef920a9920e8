package org.diurna.darkroom;

import java.io.Serial;

/**
 * Carries a refusal out of the depth of a parser to the door, where it becomes an outcome. Never leaves this room.
 */
final class Turned extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Turned(Refusal refusal) {
        super(refusal.sentence(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
