package org.diurna.press.paper;

/** The little that must be known of a JPEG file to hand it through as it is. */
final class Jpeg {
    private Jpeg() {}

    /**
     * How many components its frame has (ISO 10918-1, B.2.2): 1 for grey, 3 for colours.
     *
     * @throws IllegalArgumentException when there is no frame
     */
    static int components(byte[] file) {
        int at = 2;
        while (at + 9 < file.length && (file[at] & 255) == 0xff) {
            int marker = file[at + 1] & 255;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return file[at + 9] & 255;
            }
            at += 2 + (((file[at + 2] & 255) << 8) | (file[at + 3] & 255));
        }
        throw new IllegalArgumentException("A picture for the paper is no JPEG file.");
    }
}
