package org.diurna.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Damaged;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotGenuine;
import org.diurna.ledger.LedgerException.Unavailable;

/**
 * Reads a whole public log, or what is new since an earlier audit, and builds it again from its entries. Whoever keeps
 * the checkpoint of each audit for the next one notices when the log's history is changed.
 */
public final class Audit {
    private final Tiles tiles;
    private final List<VerifierKey> keys;

    /**
     * An audit of one log.
     *
     * @param keys of the log, and of witnesses
     */
    public Audit(Tiles tiles, Collection<VerifierKey> keys) {
        this.tiles = tiles;
        this.keys = List.copyOf(keys);
    }

    /** Sees every new entry in its order, before the whole was found sound. */
    public interface Reader {
        /** One entry of the log. */
        void entry(long index, byte[] entry);
    }

    /** What an audit came to. */
    public sealed interface Result {
        /** A sentence for a person. */
        String words();

        /** For programs: 0 only when the log is sound. */
        default int exitCode() {
            return switch (this) {
                case Sound _ -> 0;
                case Broken _ -> 1;
                case RolledBack _ -> 2;
                case Untrusted _ -> 3;
                case Unread _ -> 5;
            };
        }
    }

    /** All is as it must be; remember this checkpoint. */
    public record Sound(SignedCheckpoint newest, long read) implements Result {
        @Override
        public String words() {
            return "Sound: " + newest.checkpoint().origin() + " holds " + newest.size() + " entries, " + read
                    + " of them read now; root " + newest.checkpoint().root().base64() + ".";
        }
    }

    /** The entries do not give the signed root, or the log no longer goes on from what was remembered. */
    public record Broken(SignedCheckpoint newest, String reason) implements Result {
        @Override
        public String words() {
            return "Broken: " + reason;
        }
    }

    /** The log is shorter than it was: an old checkpoint is shown, or its history was cut. */
    public record RolledBack(SignedCheckpoint newest, long remembered) implements Result {
        @Override
        public String words() {
            return "Rolled back: the log had " + remembered + " entries and now shows " + newest.size() + ".";
        }
    }

    /** The checkpoint is missing, in no form, or not signed by a key that is trusted. */
    public record Untrusted(String reason) implements Result {
        @Override
        public String words() {
            return "Not trusted: " + reason;
        }
    }

    /** The log could not be read just now. */
    public record Unread(String reason) implements Result {
        @Override
        public String words() {
            return "Could not be read: " + reason;
        }
    }

    /**
     * Reads and judges the log.
     *
     * @param remembered the newest checkpoint of the audit before; empty to read everything
     */
    public Result run(Optional<Checkpoint> remembered, Reader reader) {
        SignedCheckpoint newest;
        try {
            byte[] note = tiles.read(LogFiles.CHECKPOINT).orElseThrow(() -> new Malformed("There is no checkpoint."));
            newest = SignedCheckpoint.verify(Strict.utf8(note, "checkpoint"), keys);
        } catch (Malformed | NotGenuine e) {
            return new Untrusted(e.getMessage());
        } catch (Unavailable e) {
            return new Unread(e.getMessage());
        }
        Checkpoint now = newest.checkpoint();
        Checkpoint before = remembered.orElseGet(() -> new Checkpoint(now.origin(), 0, Tree.EMPTY));
        if (!before.origin().equals(now.origin())) {
            return new Untrusted("The remembered checkpoint is of another log, " + before.origin() + ".");
        }
        if (before.size() > now.size()) {
            return new RolledBack(newest, before.size());
        }
        try {
            new Replay(tiles, now.size()).run(before.size(), before.root(), now.root(), reader::entry);
            return new Sound(newest, now.size() - before.size());
        } catch (Damaged e) {
            return new Broken(newest, e.getMessage());
        } catch (Unavailable e) {
            return new Unread(e.getMessage());
        }
    }
}
