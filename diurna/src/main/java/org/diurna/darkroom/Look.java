package org.diurna.darkroom;

/**
 * What a picture looks like, in 64 bits: each says whether one field of a 9 by 8 grid is clearly darker than its
 * neighbour to the right. Survives other sizes, formats and mild editing; not mirroring, turning or cropping.
 */
public record Look(long bits) {
    static final int SIDE_X = 9;
    static final int SIDE_Y = 8;

    /** Smaller steps of brightness are noise: two decoders would see them differently. */
    private static final int STEP = 2;

    /** Pictures that differ in so many bits or fewer are shown as probably the same. */
    public static final int ALIKE_BITS_MAX = 6;

    /** From 0 (same look) to 64. */
    public int distance(Look that) {
        return Long.bitCount(bits ^ that.bits);
    }

    /** A suggestion to a person, never a decision: two flat grey pictures are alike too. */
    public boolean alike(Look that) {
        return distance(that) <= ALIKE_BITS_MAX;
    }

    /** As it is stored. */
    String text() {
        return Long.toHexString(bits);
    }

    /** @throws IllegalArgumentException where it is no {@link #text} of a look */
    static Look parse(String text) {
        return new Look(Long.parseUnsignedLong(text, 16));
    }

    /** @param grey luma, 9 across by 8 down, row after row */
    static Look of(byte[] grey) {
        long bits = 0;
        for (int y = 0; y < SIDE_Y; y++) {
            for (int x = 0; x < SIDE_X - 1; x++) {
                int at = y * SIDE_X + x;
                bits = bits << 1 | ((grey[at] & 255) + STEP < (grey[at + 1] & 255) ? 1 : 0);
            }
        }
        return new Look(bits);
    }
}
