package org.diurna.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that must be read again, such as those of authenticators, unreadable in the database and its backups:
 * AES-256 in GCM (NIST SP 800-38D) under a key that lies beside the database in a file of its own. A sealed text opens
 * for the owner it was sealed for only, so that rows cannot be exchanged.
 */
public final class Seal {
    private static final String FIRST = "v1:";
    private static final int KEY_BYTES = 32;

    /** 96 bits, as SP 800-38D recommends for random ones; far fewer than 2³² are made in a lifetime. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final String place;

    private Seal(byte[] key, String place) {
        this.key = new SecretKeySpec(key, "AES");
        this.place = place;
    }

    /**
     * The seal whose key is in the file; a new key is made where there is none. Nodes that share a database share it.
     *
     * @throws IllegalStateException when the file is no such key
     */
    public static Seal keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("The file " + file + " is no key of the desk: it has " + key.length
                        + " bytes, not " + KEY_BYTES + ". Put the right one back from your backup of the keys.");
            }
            return new Seal(key, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the desk in " + file + " cannot be read or made.", e);
        }
    }

    /** A seal of this moment only. */
    static Seal passing() {
        return new Seal(Secrets.bytes(KEY_BYTES), "this test");
    }

    /** Whole or not at all, and only for the owner. */
    private static void make(Path file) throws IOException {
        Path half = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "desk",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel out = FileChannel.open(half, Set.of(StandardOpenOption.WRITE))) {
            out.write(ByteBuffer.wrap(Secrets.bytes(KEY_BYTES)));
            out.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    String seal(String secret, String owner) {
        byte[] nonce = Secrets.bytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return FIRST + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES in GCM.", e);
        }
    }

    /** Whether the text is sealed; rows of before are not. */
    static boolean sealed(String text) {
        return text.startsWith(FIRST);
    }

    /**
     * What was sealed for this owner; a text that is not sealed is itself.
     *
     * @throws IllegalStateException when it was sealed with another key or for somebody else
     */
    String open(String text, String owner) {
        if (!sealed(text)) {
            return text;
        }
        byte[] whole = Base64.getDecoder().decode(text.substring(FIRST.length()));
        try {
            byte[] secret = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE_BYTES), owner)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "A secret of \"" + owner + "\" does not open with the key in " + place
                            + ". Put the key back that this database was used with; without it, that person needs a recovery.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES in GCM.", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
