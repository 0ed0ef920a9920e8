package org.diurna.darkroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * The folder of masters: {@code <2 hex>/<sha256>}, readable by the owner only. A file appears under its digest whole and
 * written to the disk, or not at all; what a crash left half-written is removed at the next start.
 */
final class Masters {
    private static final String PART = ".part";
    private static final int COPY_BYTES = 1 << 16;
    private static final boolean POSIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    private final Path root;

    Masters(Path root) {
        this.root = root;
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root, ownerOnly("rwx------"));
            }
            try (DirectoryStream<Path> left = Files.newDirectoryStream(root, "*" + PART)) {
                for (Path part : left) {
                    Files.delete(part);
                }
            }
        } catch (IOException e) {
            throw new DarkroomUnavailable(
                    "The folder of masters " + root + " cannot be used; check its owner and permissions.", e);
        }
    }

    /** A master that was received but not yet accepted. Closing it removes it, unless it was kept. */
    final class Arrival implements AutoCloseable {
        private final Path part;
        private final String sha256;

        private Arrival(Path part, String sha256) {
            this.part = part;
            this.sha256 = sha256;
        }

        Path path() {
            return part;
        }

        String sha256() {
            return sha256;
        }

        /** True where this master is new; false where the same bytes lay here already. */
        boolean keep() {
            Path place = place(sha256);
            try {
                if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    return false;
                }
                Path folder = root.resolve(sha256.substring(0, 2));
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(folder, ownerOnly("rwx------"));
                }
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
                return true;
            } catch (IOException e) {
                throw new DarkroomUnavailable("A master cannot be moved to " + place + "; check the disk.", e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw new DarkroomUnavailable("What is left of an upload, " + part + ", cannot be removed.", e);
            }
        }
    }

    /**
     * Reads to the end of the stream.
     *
     * @throws Turned where more than {@code maxBytes} come; nothing is left of them
     * @throws DarkroomUnavailable where the disk or the stream fails; nothing is left either
     */
    Arrival receive(InputStream bytes, String name, long maxBytes) {
        Path part = root.resolve(UUID.randomUUID() + PART);
        var digest = Digests.start();
        boolean whole = false;
        try (FileChannel file = FileChannel.open(
                part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
            var buffer = new byte[COPY_BYTES];
            long total = 0;
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                total += n;
                if (total > maxBytes) {
                    throw new Turned(new Refusal.TooManyBytes(name, maxBytes));
                }
                digest.update(buffer, 0, n);
                var rest = ByteBuffer.wrap(buffer, 0, n);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
            }
            file.force(true);
            whole = true;
            return new Arrival(part, Digests.end(digest));
        } catch (IOException e) {
            throw new DarkroomUnavailable(
                    name + " was not received whole; send it again, and check the disk if that fails too.", e);
        } finally {
            if (!whole) {
                new Arrival(part, "").close();
            }
        }
    }

    boolean has(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    /** Where the master of that digest lies, or would. */
    Path place(String sha256) {
        Digests.checked(sha256);
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
