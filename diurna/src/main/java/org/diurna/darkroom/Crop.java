package org.diurna.darkroom;

/**
 * A part of a picture, in pixels of the upright picture (orientation applied) from its left upper corner.
 *
 * @param x      0 or more
 * @param y      0 or more
 * @param width  1 or more
 * @param height 1 or more
 */
public record Crop(int x, int y, int width, int height) {
    public Crop {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A crop starts at 0 or later and is at least one pixel wide and high; this one is " + width + " by "
                            + height + " at " + x + ", " + y + ".");
        }
    }

    /** True where the crop lies within a picture of that size. */
    public boolean within(int pictureWidth, int pictureHeight) {
        return (long) x + width <= pictureWidth && (long) y + height <= pictureHeight;
    }

    boolean contains(long px, long py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }

    /**
     * The same part of the picture after it was scaled from {@code from} to {@code to}: never outside, never empty.
     */
    Crop scaled(int fromWidth, int fromHeight, int toWidth, int toHeight) {
        int left = scale(x, fromWidth, toWidth);
        int top = scale(y, fromHeight, toHeight);
        int right = scale(x + width, fromWidth, toWidth);
        int bottom = scale(y + height, fromHeight, toHeight);
        left = Math.min(left, toWidth - 1);
        top = Math.min(top, toHeight - 1);
        return new Crop(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static int scale(long at, long from, long to) {
        return (int) ((2 * at * to + from) / (2 * from));
    }
}
