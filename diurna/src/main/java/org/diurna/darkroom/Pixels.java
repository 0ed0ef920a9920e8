package org.diurna.darkroom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * An opaque picture in sRGB.
 *
 * @param rgb row after row, {@code 0xRRGGBB}
 */
record Pixels(int width, int height, int[] rgb) {
    /** The upright picture of one that is stored with an EXIF orientation (EXIF 2.32, table 6). */
    Pixels upright(int orientation) {
        if (orientation == Header.UPRIGHT) {
            return this;
        }
        boolean swaps = orientation >= 5;
        int w = swaps ? height : width;
        int h = swaps ? width : height;
        var out = new int[rgb.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int from = switch (orientation) {
                    case 2 -> at(width - 1 - x, y);
                    case 3 -> at(width - 1 - x, height - 1 - y);
                    case 4 -> at(x, height - 1 - y);
                    case 5 -> at(y, x);
                    case 6 -> at(y, height - 1 - x);
                    case 7 -> at(width - 1 - y, height - 1 - x);
                    case 8 -> at(width - 1 - y, x);
                    default -> at(x, y);
                };
                out[y * w + x] = rgb[from];
            }
        }
        return new Pixels(w, h, out);
    }

    private int at(int x, int y) {
        return y * width + x;
    }

    BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] target = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(rgb, 0, target, 0, rgb.length);
        return image;
    }

    /** Luma (Rec. 601), one byte each. */
    byte[] grey() {
        var grey = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            int p = rgb[i];
            grey[i] = (byte) ((299 * (p >> 16 & 255) + 587 * (p >> 8 & 255) + 114 * (p & 255) + 500) / 1000);
        }
        return grey;
    }
}
