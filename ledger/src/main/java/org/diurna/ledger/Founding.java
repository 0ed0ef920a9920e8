package org.diurna.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.diurna.ledger.LedgerException.AlreadyFounded;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.Unavailable;

/**
 * The making of a key and of an empty log. The key gets its name last: while it waits for it, it has signed nothing but
 * an empty log, so a founding that was killed can go on with it.
 */
final class Founding {
    private Founding() {}

    static LogKey run(Path folder, Path keyFile, String origin) {
        VerifierKey.checkedName(origin);
        if (Files.exists(keyFile)) {
            throw new AlreadyFounded(
                    "The key file " + keyFile + " exists. A new, empty log with a key that signed before"
                            + " would be a fork; to begin anew after all, take key and log away by hand.");
        }
        Path waiting = keyFile.resolveSibling(keyFile.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(folderOf(keyFile));
            try (FolderLock _ = FolderLock.take(folder)) {
                LogKey key = key(waiting, origin);
                log(new FolderDisk(folder), key);
                Files.move(waiting, keyFile, StandardCopyOption.ATOMIC_MOVE);
                KeyFile.syncFolderOf(keyFile);
                return key;
            }
        } catch (IOException e) {
            throw new Unavailable("The ledger cannot be founded in " + folder + ": " + e + ".", e);
        }
    }

    private static LogKey key(Path waiting, String origin) throws IOException {
        if (Files.exists(waiting)) {
            Optional<LogKey> earlier = whole(waiting);
            if (earlier.isPresent() && earlier.get().origin().equals(origin)) {
                return earlier.get();
            }
            Files.delete(waiting);
        }
        LogKey key = LogKey.random(origin);
        key.write(waiting);
        return key;
    }

    /** Empty when a killed process had not written it to the end, so that nothing was signed with it. */
    private static Optional<LogKey> whole(Path waiting) {
        try {
            return Optional.of(LogKey.read(waiting));
        } catch (Malformed torn) {
            return Optional.empty();
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    /** Writes the empty log; may be called again with the same key. */
    static void log(Disk disk, LogKey key) {
        LogFiles files = new LogFiles(disk);
        byte[] empty = key.sign(new Checkpoint(key.origin(), 0, Tree.EMPTY)).bytes();
        Optional<byte[]> signed = files.read(LogFiles.SIGNED);
        boolean ours = signed.isPresent() && Arrays.equals(signed.get(), empty);
        boolean none = signed.isEmpty() && files.read(LogFiles.CHECKPOINT).isEmpty();
        if (!files.list("tile").isEmpty() || !(ours || none)) {
            throw new AlreadyFounded("There is a log already where the ledger is to be founded; open it with its key.");
        }
        files.replace(LogFiles.SIGNED, empty);
        files.replace(LogFiles.CHECKPOINT, empty);
    }
}
