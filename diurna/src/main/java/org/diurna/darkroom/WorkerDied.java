package org.diurna.darkroom;

import java.io.IOException;
import java.io.Serial;

/** The worker process is gone; whether it was killed because of the time is said by {@code tooSlow}. */
final class WorkerDied extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean tooSlow;

    WorkerDied(String message, boolean tooSlow, IOException cause) {
        super(message, cause);
        this.tooSlow = tooSlow;
    }

    boolean tooSlow() {
        return tooSlow;
    }
}
