package org.diurna.darkroom;

/**
 * A part of a picture that no crop should cut: a face, a name plate, a line of text. In ten-thousandths of the width and of
 * the height of the upright picture, from its left upper corner.
 *
 * @param width  1 or more
 * @param height 1 or more
 */
public record Region(int x, int y, int width, int height) {
    static final int WHOLE = Focus.WHOLE;

    /** So many are kept of a picture. */
    public static final int REGIONS_MAX = 20;

    public Region {
        if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > WHOLE || y + height > WHOLE) {
            throw new IllegalArgumentException("A region lies within the picture, 0 to " + WHOLE
                    + " ten-thousandths both ways; this one is at " + x + ", " + y + " and has " + width + " by "
                    + height + ".");
        }
    }

    /** The region of a picture as it is stored, when the picture is shown upright (EXIF 2.32, table 6). */
    Region upright(int orientation) {
        int right = WHOLE - x - width;
        int below = WHOLE - y - height;
        return switch (orientation) {
            case 2 -> new Region(right, y, width, height);
            case 3 -> new Region(right, below, width, height);
            case 4 -> new Region(x, below, width, height);
            case 5 -> new Region(y, x, height, width);
            case 6 -> new Region(below, x, height, width);
            case 7 -> new Region(below, right, height, width);
            case 8 -> new Region(y, right, height, width);
            default -> this;
        };
    }

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    /** Whether a crop of a picture of that size shows all of it; a pixel less on each side is seen by nobody. */
    boolean within(Crop crop, int pictureWidth, int pictureHeight) {
        return at(x, pictureWidth) >= crop.x() - 1
                && at(y, pictureHeight) >= crop.y() - 1
                && at(right(), pictureWidth) <= crop.x() + crop.width() + 1
                && at(bottom(), pictureHeight) <= crop.y() + crop.height() + 1;
    }

    /** A place in pixels. */
    static long at(int place, int pixels) {
        return (place * (long) pixels + WHOLE / 2) / WHOLE;
    }
}
