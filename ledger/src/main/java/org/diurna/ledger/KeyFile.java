package org.diurna.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diurna.ledger.LedgerException.AlreadyFounded;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotFounded;
import org.diurna.ledger.LedgerException.Unavailable;

/** Secret keys as files of three lines that nobody but their owner may read, and that are never replaced. */
final class KeyFile {
    private static final int SIZE_MAX_BYTES = 16 * 1024;

    private KeyFile() {}

    /** What stands in a key file. */
    record Parts(VerifierKey verifier, byte[] secret) {}

    static Parts read(Path file, String firstLine) {
        try {
            refuseIfOpenToOthers(file);
            if (Files.size(file) > SIZE_MAX_BYTES) {
                throw new Malformed(file + " is too large for a key file.");
            }
            return parse(Strict.utf8(Files.readAllBytes(file), "key file"), firstLine, file.toString());
        } catch (NoSuchFileException e) {
            throw new NotFounded("There is no key file " + file
                    + ". Found the ledger first, with the command for it; a lost key cannot be made again.");
        } catch (IOException e) {
            throw new Unavailable("The key file " + file + " cannot be read: " + e + ".", e);
        }
    }

    private static void refuseIfOpenToOthers(Path file) throws IOException {
        if (!posix(file)) {
            return;
        }
        Set<PosixFilePermission> wide = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        wide.removeAll(PosixFilePermissions.fromString("rwx------"));
        if (!wide.isEmpty()) {
            throw new Malformed("Others than its owner may use the key file " + file + ". Close it with \"chmod 600 "
                    + file + "\".");
        }
    }

    static Parts parse(String text, String firstLine, String what) {
        List<String> lines = Strict.lines(text, "key file");
        if (lines.size() != 3
                || !lines.get(0).equals(firstLine)
                || !lines.get(1).startsWith("public ")
                || !lines.get(2).startsWith("secret ")) {
            throw new Malformed(what + " is no key file of this kind; it begins with \"" + firstLine + "\".");
        }
        return new Parts(
                VerifierKey.parse(lines.get(1).substring("public ".length())),
                Strict.base64(lines.get(2).substring("secret ".length()), "secret in the key file"));
    }

    /** Durable on return but for the name, which is the caller's to sync where that matters. */
    static void write(Path file, String firstLine, VerifierKey verifier, String secret) {
        String text = firstLine + "\npublic " + verifier.text() + "\nsecret " + secret + "\n";
        var closed = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out =
                posix(file) ? FileChannel.open(file, options, closed) : FileChannel.open(file, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new AlreadyFounded("The key file " + file + " exists already and is never replaced.");
        } catch (IOException e) {
            throw new Unavailable("The key file " + file + " cannot be written: " + e + ".", e);
        }
    }

    /** Makes the name of a file durable. */
    static void syncFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && posix(file)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
