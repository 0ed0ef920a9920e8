package org.diurna.darkroom;

/** WebP: RFC 9649, section 2. */
final class WebpHeader {
    private static final int MOVES = 0x02;

    private final Bytes file;
    private int canvasWidth;
    private int canvasHeight;
    private boolean moves;

    WebpHeader(Bytes file) {
        this.file = file;
    }

    Header read() {
        long end = 8 + file.u32le(4);
        if (end > file.size()) {
            throw file.cutOff();
        }
        for (long at = 12; at + 8 <= end; ) {
            String type = file.text(at, 4);
            long length = file.u32le(at + 4);
            if (at + 8 + length > end) {
                throw file.cutOff();
            }
            switch (type) {
                case "VP8X" -> canvas(at + 8);
                case "VP8 " -> {
                    return picture(file.u16le(at + 14) & 0x3fff, file.u16le(at + 16) & 0x3fff, end);
                }
                case "VP8L" -> {
                    long bits = file.u32le(at + 9);
                    return picture((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1, end);
                }
                case "ANMF" -> moves = true;
                default -> {
                    // profiles, metadata, transparency
                }
            }
            if (moves) {
                return new Header(MasterType.WEBP, canvasWidth, canvasHeight, Header.UPRIGHT, 1, true, end);
            }
            at += 8 + length + (length & 1);
        }
        throw file.lying("it holds no picture");
    }

    private void canvas(long at) {
        moves = (file.u8(at) & MOVES) != 0;
        canvasWidth = file.u24le(at + 4) + 1;
        canvasHeight = file.u24le(at + 7) + 1;
    }

    private Header picture(int width, int height, long end) {
        if (canvasWidth != 0 && (canvasWidth != width || canvasHeight != height)) {
            throw file.lying(
                    "it gives two sizes, " + canvasWidth + " by " + canvasHeight + " and " + width + " by " + height);
        }
        return new Header(MasterType.WEBP, width, height, Header.UPRIGHT, 1, false, end);
    }
}
