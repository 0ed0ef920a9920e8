package org.diurna.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.diurna.ledger.LedgerException.Unavailable;
import org.jspecify.annotations.Nullable;

/** Held while a log is open, so that no second writer signs another history. Falls with the process. */
final class FolderLock implements AutoCloseable {
    private static final String NAME = "lock";
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Unavailable when somebody holds it, in this process or another */
    static FolderLock take(Path folder) {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Unavailable("The ledger in " + folder + " cannot be locked: " + e + ".", e);
        }
        FolderLock lock = new FolderLock(channel);
        if (lock.tryLock() == null) {
            lock.close();
            throw new Unavailable(
                    "The ledger in " + folder + " is in use by another process. Only one may write it; end the other.");
        }
        return lock;
    }

    private @Nullable FileLock tryLock() {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            close();
            throw new Unavailable("The ledger cannot be locked: " + e + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Unavailable("The lock of the ledger cannot be given back: " + e + ".", e);
        }
    }
}
