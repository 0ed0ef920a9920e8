package org.diurna.ledger;

/**
 * Everything that can go wrong with a log, each kind as its own type; every message is a whole sentence that names the
 * thing, the reason and, where there is one, the remedy.
 */
public abstract sealed class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    private LedgerException(String message) {
        super(message);
        this.message = message;
    }

    private LedgerException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** Never null: a whole sentence for a person. */
    @Override
    public String getMessage() {
        return message;
    }

    /** Bytes are not in the form that their specification asks for. Trying again is of no use. */
    public static final class Malformed extends LedgerException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }

        Malformed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A signature or a proof does not hold. */
    public static final class NotGenuine extends LedgerException {
        private static final long serialVersionUID = 1L;

        NotGenuine(String message) {
            super(message);
        }
    }

    /** There is no log in the folder, or none that was founded to the end. */
    public static final class NotFounded extends LedgerException {
        private static final long serialVersionUID = 1L;

        NotFounded(String message) {
            super(message);
        }
    }

    /** A log or a key is there already, so that none is founded. */
    public static final class AlreadyFounded extends LedgerException {
        private static final long serialVersionUID = 1L;

        AlreadyFounded(String message) {
            super(message);
        }
    }

    /** The log holds something else at the index where entries were to be appended; nothing was appended. */
    public static final class Overtaken extends LedgerException {
        private static final long serialVersionUID = 1L;
        private final long size;

        Overtaken(String message, long size) {
            super(message);
            this.size = size;
        }

        /** Entries that the log holds. */
        public long size() {
            return size;
        }
    }

    /** To go on would sign a second history: a backup was restored, or two installations use one key. */
    public static final class Forked extends LedgerException {
        private static final long serialVersionUID = 1L;

        Forked(String message) {
            super(message);
        }
    }

    /** Files of the log contradict its signed checkpoint. */
    public static final class Damaged extends LedgerException {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    /** The disk or another process stands in the way. Trying again makes sense once that is mended. */
    public static final class Unavailable extends LedgerException {
        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super(message);
        }

        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
