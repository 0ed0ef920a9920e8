package org.diurna.stand;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest (FIPS 180-4), held as four big-endian words because a shelf in memory holds millions of them.
 * Written everywhere as 64 lower-case hexadecimal digits.
 */
public record Digest(long a, long b, long c, long d) implements Comparable<Digest> {
    static final int LENGTH = 32;
    /** What stands before the first turn. */
    static final Digest NONE = new Digest(0, 0, 0, 0);

    public static Digest of(byte[] bytes) {
        try {
            return ofDigestBytes(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Reads 64 lower-case hexadecimal digits; anything else is an {@link IllegalArgumentException}. */
    public static Digest parse(String hex) {
        if (hex.length() != 2 * LENGTH || !hex.equals(hex.toLowerCase(java.util.Locale.ROOT))) {
            throw new IllegalArgumentException("a digest is 64 lower-case hexadecimal digits, not “" + hex + "”");
        }
        return ofDigestBytes(HexFormat.of().parseHex(hex));
    }

    static Digest ofDigestBytes(byte[] bytes) {
        var words = ByteBuffer.wrap(bytes);
        return new Digest(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    @Override
    public int compareTo(Digest other) {
        return hex().compareTo(other.hex());
    }

    @Override
    public String toString() {
        return hex();
    }
}
