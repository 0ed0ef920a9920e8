package org.diurna.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 digest: 32 bytes, compared by value. */
public final class Hash {
    /** Length of every digest, in bytes. */
    public static final int LENGTH_BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Wraps a copy of 32 digest bytes.
     *
     * @throws IllegalArgumentException when there are not exactly 32 of them
     */
    public static Hash of(byte[] digest) {
        if (digest.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("A SHA-256 digest has 32 bytes, this has " + digest.length + ".");
        }
        return new Hash(digest.clone());
    }

    /** SHA-256 of the parts, one after the other. */
    public static Hash sha256(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(part);
            }
            return new Hash(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, for readers inside the room that promise not to change them. */
    byte[] view() {
        return bytes;
    }

    /** 44 characters of standard base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
