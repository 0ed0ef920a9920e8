package org.diurna.stand;

/** Bytes that lie on a shelf: what they are called and how many they are ({@code size} in bytes). */
public record Blob(Digest digest, long size) {
    public Blob {
        if (size < 0) {
            throw new IllegalArgumentException("a blob has a size of 0 bytes or more, not " + size);
        }
    }

    public static Blob of(byte[] bytes) {
        return new Blob(Digest.of(bytes), bytes.length);
    }
}
