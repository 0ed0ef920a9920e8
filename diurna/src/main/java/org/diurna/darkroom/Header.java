package org.diurna.darkroom;

/**
 * What a file says about itself before any decoder sees it.
 *
 * @param width       in pixels as stored, before orientation is applied
 * @param height      in pixels as stored
 * @param orientation EXIF 2.32, table 6: 1 (upright) to 8; 5 to 8 swap width and height
 * @param pages       1 or more
 * @param end         where the picture ends in the file; what follows is not part of it
 */
record Header(MasterType type, int width, int height, int orientation, int pages, boolean moves, long end) {
    static final int UPRIGHT = 1;

    Header {
        if (orientation < UPRIGHT || orientation > 8) {
            orientation = UPRIGHT;
        }
    }

    int uprightWidth() {
        return orientation >= 5 ? height : width;
    }

    int uprightHeight() {
        return orientation >= 5 ? width : height;
    }
}
