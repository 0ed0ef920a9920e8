package org.diurna.darkroom;

/** Averages a small grey picture into a smaller one, the same way for every engine. */
final class GreyGrid {
    private GreyGrid() {}

    /**
     * @param grey   pixels row after row, the width and the height multiples of the wanted ones
     * @param stride pixels in a row
     */
    static byte[] shrink(byte[] grey, int stride, int width, int height) {
        int acrossEach = stride / width;
        int downEach = grey.length / stride / height;
        var out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int dy = 0; dy < downEach; dy++) {
                    for (int dx = 0; dx < acrossEach; dx++) {
                        sum += grey[(y * downEach + dy) * stride + x * acrossEach + dx] & 255;
                    }
                }
                out[y * width + x] = (byte) (sum / (acrossEach * downEach));
            }
        }
        return out;
    }
}
