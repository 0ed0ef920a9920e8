package org.diurna.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder that holds everything of an installation. One process has it at a time. */
public final class DataFolder implements AutoCloseable {
    /** Of the layout of the folder; a higher number was written by a newer Diurna. */
    public static final int FORMAT = 1;

    /** The system gives locks to processes: a second channel of this one, once closed, would give the first one's back. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
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
            if (!HELD.add(root.toRealPath())) {
                throw inUse(root, " by process " + ProcessHandle.current().pid());
            }
            return lockedOrRefused(root);
        } catch (IOException e) {
            throw new FolderUnusable("The data folder " + root + " cannot be used: " + e
                    + ". Check that it is a folder that you may write.");
        }
    }

    /**
     * Takes a folder that an installation has been made in; a mistyped name makes no new one.
     *
     * @throws FolderUnusable as {@link #take}, and when there is none
     */
    public static DataFolder takeExisting(Path root) {
        if (!Files.exists(root.resolve("format")) && !Files.exists(root.resolve("diurna.yaml"))) {
            throw new FolderUnusable(
                    "There is no data folder " + root.toAbsolutePath().normalize()
                            + ". Name the right one with --data, or make a new one with \"diurna ledger found\".");
        }
        return take(root);
    }

    private static DataFolder lockedOrRefused(Path root) throws IOException {
        try {
            return locked(root);
        } catch (IOException | RuntimeException e) {
            HELD.remove(root.toRealPath());
            throw e;
        }
    }

    private static DataFolder locked(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve("diurna.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(root, holder(root));
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
            Files.writeString(root.resolve("format"), FORMAT + "\n");
            return new DataFolder(root, channel, lock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FolderUnusable inUse(Path root, String holder) {
        return new FolderUnusable("The data folder " + root + " is in use" + holder
                + ". Stop that program, or name another folder with --data.");
    }

    private static void checkFormat(Path root) throws IOException {
        Path file = root.resolve("format");
        if (!Files.exists(file)) {
            return;
        }
        String written = Files.readString(file).strip();
        // a start that was killed while it wrote the file leaves it empty
        if (written.isEmpty()) {
            return;
        }
        if (!written.matches("[0-9]{1,6}") || Integer.parseInt(written) > FORMAT) {
            throw new FolderUnusable("The data folder " + root + " has format " + written
                    + "; this Diurna knows formats up to " + FORMAT + ". Start the newer version that wrote it.");
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

    /** What was made for releases that are not public yet. Private. */
    public Path backstage() {
        return privately("backstage");
    }

    /** Pictures on their way in, of which parts came. Private. */
    public Path uploads() {
        return privately("uploads");
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
            lock.release();
            channel.close();
            HELD.remove(root.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + root + " cannot be given back.", e);
        }
    }
}
