package org.diurna.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything of an installation. One process has it at a time. */
public final class DataFolder implements AutoCloseable {
    /** Of the layout of the folder; a higher number was written by a newer Diurna. */
    public static final int FORMAT = 1;

    private final Path root;
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private DataFolder(Path root, FileChannel channel, @Nullable FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder, making it where there is none.
     *
     * @throws FolderUnusable when another process has it, a newer Diurna wrote it, or it cannot be written
     */
    public static DataFolder take(Path root) {
        try {
            Files.createDirectories(root);
            checkFormat(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("diurna.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                String holder = holder(root);
                channel.close();
                throw new FolderUnusable("The data folder " + root + " is in use" + holder
                        + ". Stop that program, or name another folder with --data.");
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
            Files.writeString(root.resolve("format"), FORMAT + "\n");
            return new DataFolder(root, channel, lock);
        } catch (IOException e) {
            throw new FolderUnusable("The data folder " + root + " cannot be used: " + e
                    + ". Check that it is a folder that you may write.");
        }
    }

    private static void checkFormat(Path root) throws IOException {
        Path file = root.resolve("format");
        if (!Files.exists(file)) {
            return;
        }
        String written = Files.readString(file).strip();
        if (!written.matches("[0-9]{1,6}") || Integer.parseInt(written) > FORMAT) {
            throw new FolderUnusable("The data folder " + root + " has format " + written
                    + "; this Diurna knows formats up to " + FORMAT + ". Start the newer version that wrote it.");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(Path root) throws IOException {
        String pid = Files.readString(root.resolve("diurna.lock")).strip();
        return pid.isEmpty() ? "" : " by process " + pid;
    }

    public Path root() {
        return root;
    }

    public Path settings() {
        return root.resolve("diurna.yaml");
    }

    public Path database() {
        return root.resolve("diurna.sqlite");
    }

    public Path shelf() {
        return root.resolve("shelf");
    }

    public Path ledger() {
        return root.resolve("ledger");
    }

    /** Pictures and files as they came, and pages as they were found. Private. */
    public Path masters() {
        return privately("masters");
    }

    /** Keys; nobody but the owner may look in. */
    public Path keys() {
        return privately("keys");
    }

    private Path privately(String name) {
        try {
            Path folder = root.resolve(name);
            if (!Files.exists(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + name + " cannot be made in " + root + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + root + " cannot be given back.", e);
        }
    }
}
