package org.diurna.ledger;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A log's public files in a folder, or in a copy of one.
 *
 * @param folder holds {@code checkpoint} and {@code tile}
 */
record FolderTiles(Path folder) implements Tiles {
    @Override
    public Optional<byte[]> read(String path) {
        return new FolderDisk(folder).read(path);
    }
}
