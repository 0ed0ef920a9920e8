package org.diurna.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The few things that a log does to its folder, one method for each that a crash can come between. Paths are relative,
 * with slashes. Nothing is durable before it is synced: content by {@link #sync}, a name (new, moved or deleted) by
 * {@link #syncFolder} of the folder that holds it. Calls come from one thread at a time; failures are
 * {@link LedgerException.Unavailable}.
 */
interface Disk {
    /** Empty when there is no such file. */
    Optional<byte[]> read(String path);

    /** Names in a folder, sorted, folders with a final slash; empty when there is no such folder. */
    List<String> list(String folder);

    /** False when it was there already. Its parent must exist. */
    boolean createFolder(String folder);

    /** Creates or replaces a file; not in one step. */
    void write(String path, byte[] bytes);

    /** Gives a file another name in one step, replacing what has it. */
    void move(String from, String to);

    /** A file, or an empty folder. */
    void delete(String path);

    void sync(String path);

    /** The root is the empty path. */
    void syncFolder(String folder);
}
