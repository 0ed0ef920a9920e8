package org.diurna.stand;

import java.nio.file.Path;
import java.util.UUID;

/** Names for files that are not finished. They lie in a folder of their own; what a crash leaves there may be deleted. */
record Temporaries(Path folder) {
    Path next() {
        return folder.resolve(UUID.randomUUID().toString());
    }
}
