package org.diurna.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Files of a log on a {@link Disk}, written so that whoever reads the folder sees each whole or not at all. */
final class LogFiles {
    /** The published checkpoint. */
    static final String CHECKPOINT = "checkpoint";

    /**
     * The largest checkpoint that was ever signed. It is durable before the world can see that checkpoint, and what it
     * names is durable before it is.
     */
    static final String SIGNED = "signed";

    /** One file waits for its name at a time; a crash leaves at most this one. */
    private static final String WAITING = "waiting";

    private final Disk disk;

    LogFiles(Disk disk) {
        this.disk = disk;
    }

    Optional<byte[]> read(String path) {
        return disk.read(path);
    }

    List<String> list(String folder) {
        return disk.list(folder);
    }

    /**
     * Writes new tiles and makes them durable all at once: after the first sync has written the file system's journal,
     * the others find little to do. A torn tile that a crash leaves is beyond every signed checkpoint.
     */
    void lay(Map<TilePath, byte[]> tiles) {
        Set<String> folders = new TreeSet<>();
        tiles.forEach((tile, bytes) -> {
            String path = tile.path();
            createFolders(path);
            disk.write(WAITING, bytes);
            disk.move(WAITING, path);
            folders.add(folder(path));
        });
        tiles.keySet().forEach(tile -> disk.sync(tile.path()));
        folders.forEach(disk::syncFolder);
    }

    /** Replaces a file in the root, durable on return; never anything between the old and the new content. */
    void replace(String name, byte[] bytes) {
        disk.write(WAITING, bytes);
        disk.sync(WAITING);
        disk.move(WAITING, name);
        disk.syncFolder("");
    }

    private void createFolders(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (disk.createFolder(folder)) {
                disk.syncFolder(folder(folder));
            }
        }
    }

    /** A crash may have come between the making of a folder and its sync; afterwards it would count as there. */
    void syncFolders(List<TilePath> tiles) {
        Set<String> folders = new LinkedHashSet<>();
        for (TilePath tile : tiles) {
            for (String path = folder(tile.path()); !path.isEmpty(); path = folder(path)) {
                folders.add(path);
            }
        }
        folders.forEach(disk::syncFolder);
        disk.syncFolder("");
    }

    void delete(String path) {
        disk.delete(path);
    }

    void syncFolder(String folder) {
        disk.syncFolder(folder);
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
