package org.diurna.house;

/** The data folder cannot be taken; the message says why and what to do. */
public final class FolderUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FolderUnusable(String message) {
        super(message);
    }
}
