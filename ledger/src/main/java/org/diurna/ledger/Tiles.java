package org.diurna.ledger;

import java.util.Optional;

/**
 * Where the public files of a log are read: a folder, or a server. What comes from it is never trusted; every reader
 * checks it against a signed root. May be called from many threads.
 */
public interface Tiles {
    /**
     * The bytes of a file, for example {@code checkpoint} or {@code tile/0/000.p/5}; empty when there is none.
     *
     * @param path relative to the log's prefix, without leading slash
     * @throws LedgerException.Unavailable when it cannot be read just now
     */
    Optional<byte[]> read(String path);
}
