package org.diurna.stand;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The writing half of a file system, one method for each step that can fail by itself. Each step is durable only where
 * it says so. Safe for many threads.
 */
interface Disk {
    /** Fills a file. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Creates the file, which must not exist, and returns when its bytes (not its name) are durable. */
    void write(Path file, Content content) throws IOException;

    /** Gives the file its final name in one step. */
    void rename(Path from, Path to) throws IOException;

    /** Gives the file a second name in one step, unless that name is taken; answers whether it did. */
    boolean nameIfFree(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    void createFolder(Path folder) throws IOException;

    /** Makes the names in this folder durable. */
    void syncFolder(Path folder) throws IOException;
}
