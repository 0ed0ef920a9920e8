package org.diurna.darkroom;

import java.io.Serial;

/**
 * The world failed the darkroom: the folder of masters cannot be written, the worker process cannot be started. Nothing
 * was changed; trying again makes sense once the cause that the message names is mended.
 */
public final class DarkroomUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DarkroomUnavailable(String message) {
        super(message);
    }

    DarkroomUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
