package org.diurna.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diurna.ledger.LedgerException.Unavailable;

/** A folder of the machine's file system. */
final class FolderDisk implements Disk {
    private final Path root;

    FolderDisk(Path root) {
        this.root = root;
    }

    @Override
    public Optional<byte[]> read(String path) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw trouble("read", path, e);
        }
    }

    @Override
    public List<String> list(String folder) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw trouble("listed", folder, e);
        }
    }

    @Override
    public boolean createFolder(String folder) {
        try {
            Files.createDirectory(root.resolve(folder));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw trouble("created", folder, e);
        }
    }

    @Override
    public void write(String path, byte[] bytes) {
        try {
            Files.write(root.resolve(path), bytes);
        } catch (IOException e) {
            throw trouble("written", path, e);
        }
    }

    @Override
    public void move(String from, String to) {
        try {
            Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw trouble("moved", from, e);
        }
    }

    @Override
    public void delete(String path) {
        try {
            Files.deleteIfExists(root.resolve(path));
        } catch (IOException e) {
            throw trouble("deleted", path, e);
        }
    }

    @Override
    public void sync(String path) {
        force(path, StandardOpenOption.WRITE);
    }

    @Override
    public void syncFolder(String folder) {
        // Windows cannot open folders; its file systems keep the order of names by themselves
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            force(folder, StandardOpenOption.READ);
        }
    }

    private void force(String path, StandardOpenOption access) {
        try (FileChannel file = FileChannel.open(root.resolve(path), access)) {
            file.force(true);
        } catch (IOException e) {
            throw trouble("made durable", path, e);
        }
    }

    private Unavailable trouble(String deed, String path, IOException e) {
        return new Unavailable(root.resolve(path) + " cannot be " + deed + ": " + e + ". Mend that and try again.", e);
    }
}
