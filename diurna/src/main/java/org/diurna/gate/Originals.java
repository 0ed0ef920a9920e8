package org.diurna.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files as they were found, kept privately by their digest for as long as the installation lives. */
public final class Originals {
    private final Path folder;

    /** Keeps them below a folder that nobody serves. */
    public Originals(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps these bytes; durable when it returns. Keeping them again does nothing.
     *
     * @param digest their SHA-256, 64 hexadecimal digits
     */
    public void keep(String digest, byte[] bytes) {
        Path file = file(digest);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(
                    file.getParent(),
                    "part",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The page as it was found cannot be kept in " + folder
                            + ". Check that there is room and that it may be written.",
                    e);
        }
    }

    private Path file(String digest) {
        return folder.resolve("found").resolve(digest.substring(0, 2)).resolve(digest);
    }
}
