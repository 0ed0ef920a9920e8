package org.diurna.ledger;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the public files of a log are read: a folder, or a server. What comes from it is never trusted; every reader
 * checks it against a signed root. May be called from many threads.
 */
public interface Tiles extends AutoCloseable {
    /**
     * The bytes of a file, for example {@code checkpoint} or {@code tile/0/000.p/5}; empty when there is none.
     *
     * @param path relative to the log's prefix, without leading slash
     * @throws LedgerException.Unavailable when it cannot be read just now
     */
    Optional<byte[]> read(String path);

    /** Gives connections back, where there are some. */
    @Override
    default void close() {}

    /** A folder that holds {@code checkpoint} and {@code tile}. */
    static Tiles in(Path folder) {
        return new FolderTiles(folder);
    }

    /**
     * A server; close it.
     *
     * @param prefix the log's address
     * @param most how long one file may take
     */
    static Tiles at(URI prefix, Duration most) {
        return new HttpTiles(prefix, most);
    }
}
