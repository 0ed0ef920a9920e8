package org.diurna.darkroom;

/**
 * The point of a picture that every crop should show, in ten-thousandths of the width and of the height of the upright
 * picture, from its left upper corner.
 *
 * @param x 0 to 10,000
 * @param y 0 to 10,000
 */
public record Focus(int x, int y) {
    static final int WHOLE = 10_000;

    /** Where nobody chose: the middle, a little above it, since heads are up. */
    public static final Focus USUAL = new Focus(5_000, 4_000);

    public Focus {
        if (x < 0 || x > WHOLE || y < 0 || y > WHOLE) {
            throw new IllegalArgumentException("A focal point lies within the picture, 0 to " + WHOLE
                    + " ten-thousandths both ways; this one is at " + x + ", " + y + ".");
        }
    }
}
