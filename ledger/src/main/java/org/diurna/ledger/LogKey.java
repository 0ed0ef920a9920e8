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
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diurna.ledger.LedgerException.AlreadyFounded;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotFounded;
import org.diurna.ledger.LedgerException.Unavailable;

/**
 * The secret key of a log, Ed25519, named after the log's origin. The file holds seed and public key both, because the
 * JDK derives no public key from a seed.
 */
public final class LogKey {
    private static final String FIRST_LINE = "diurna-log-key/v1";
    private static final int FILE_MAX_BYTES = 4096;

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey secret;

    private LogKey(VerifierKey verifier, byte[] seed) {
        this.verifier = verifier;
        this.seed = seed.clone();
        try {
            this.secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, this.seed));
        } catch (GeneralSecurityException e) {
            throw new Malformed("The seed of the key of " + verifier.name() + " is none of Ed25519.", e);
        }
    }

    /** @throws Malformed when seed and public key do not belong together */
    static LogKey of(VerifierKey verifier, byte[] seed) {
        LogKey key = new LogKey(verifier, seed);
        // a key file put together from two would sign checkpoints that nobody can verify
        byte[] nothing = {};
        if (verifier.algorithm() != Algorithm.ED25519
                || !verifier.verifies(nothing, Algorithm.ED25519.sign(key.secret, nothing))) {
            throw new Malformed("Seed and public key of " + verifier.name() + " do not belong together.");
        }
        return key;
    }

    /**
     * Makes a new key. It is nowhere but in memory until it is written.
     *
     * @param origin the log's name: its address without scheme and final slash
     */
    static LogKey random(String origin) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return of(VerifierKey.of(origin, Algorithm.ED25519, Algorithm.ED25519.raw(pair.getPublic())), seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes Ed25519 keys.", e);
        }
    }

    /**
     * Reads a key file.
     *
     * @throws NotFounded when there is none
     * @throws Malformed when it is no key file, or others than its owner may read it
     * @throws Unavailable when it cannot be read
     */
    public static LogKey read(Path file) {
        try {
            refuseIfOpenToOthers(file);
            if (Files.size(file) > FILE_MAX_BYTES) {
                throw new Malformed(file + " is too large for a key file.");
            }
            return parse(Strict.utf8(Files.readAllBytes(file), "key file"), file.toString());
        } catch (NoSuchFileException e) {
            throw new NotFounded("There is no key file " + file
                    + ". Found the ledger first, with the command for it; a lost key cannot be made again.");
        } catch (IOException e) {
            throw new Unavailable("The key file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static void refuseIfOpenToOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> wide = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        wide.removeAll(PosixFilePermissions.fromString("rwx------"));
        if (!wide.isEmpty()) {
            throw new Malformed(
                    "Others than its owner may use the key file " + file + ". Close it with: chmod 600 " + file);
        }
    }

    static LogKey parse(String text, String what) {
        List<String> lines = Strict.lines(text, "key file");
        if (lines.size() != 3
                || !lines.get(0).equals(FIRST_LINE)
                || !lines.get(1).startsWith("public ")
                || !lines.get(2).startsWith("secret ")) {
            throw new Malformed(what + " is no key file of a log; it begins with \"" + FIRST_LINE + "\".");
        }
        return of(
                VerifierKey.parse(lines.get(1).substring("public ".length())),
                Strict.base64(lines.get(2).substring("secret ".length()), "secret in the key file"));
    }

    /** Writes a file that nobody but its owner may read, and makes it durable; an existing file is never replaced. */
    void write(Path file) {
        String text = FIRST_LINE + "\npublic " + verifier.text() + "\nsecret "
                + Base64.getEncoder().encodeToString(seed) + "\n";
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var closed = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = posix ? FileChannel.open(file, options, closed) : FileChannel.open(file, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new AlreadyFounded("The key file " + file + " exists already and is never replaced.");
        } catch (IOException e) {
            throw new Unavailable("The key file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** What everybody may and should have: publish it in more than one place. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The name of the log. */
    public String origin() {
        return verifier.name();
    }

    /** The note with this key's signature alone. */
    SignedCheckpoint sign(Checkpoint checkpoint) {
        return SignedCheckpoint.verify(
                new SignedNote(checkpoint.text(), List.of(line(checkpoint))).note(), List.of(verifier));
    }

    SignedNote.Line line(Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(origin())) {
            throw new IllegalArgumentException(
                    "The key of " + origin() + " signs no checkpoint of " + checkpoint.origin() + ".");
        }
        byte[] signature =
                Algorithm.ED25519.sign(secret, SignedCheckpoint.message(checkpoint, origin(), Algorithm.ED25519, 0));
        return new SignedNote.Line(
                origin(),
                ByteBuffer.allocate(4 + signature.length)
                        .put(verifier.id())
                        .put(signature)
                        .array());
    }
}
