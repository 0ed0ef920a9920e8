package org.diurna.darkroom;

/** GIF 89a (CompuServe, 1990). Walks all blocks to count the frames. */
final class GifHeader {
    private final Bytes file;
    private final int width;
    private final int height;
    private int frames;

    GifHeader(Bytes file) {
        this.file = file;
        this.width = file.u16le(6);
        this.height = file.u16le(8);
    }

    Header read() {
        long at = 13L + palette(file.u8(10));
        while (true) {
            int kind = file.u8(at);
            if (kind == 0x3b) {
                if (frames == 0) {
                    throw file.lying("it holds no picture");
                }
                return new Header(MasterType.GIF, width, height, Header.UPRIGHT, frames, frames > 1, at + 1);
            } else if (kind == 0x21) {
                at = afterBlocks(at + 2);
            } else if (kind == 0x2c) {
                frames++;
                frame(at);
                at = afterBlocks(at + 11 + palette(file.u8(at + 9)));
            } else {
                throw file.lying("there is no block where one must be");
            }
        }
    }

    private void frame(long at) {
        if (file.u16le(at + 1) + file.u16le(at + 5) > width || file.u16le(at + 3) + file.u16le(at + 7) > height) {
            throw file.lying("a frame is larger than the picture");
        }
    }

    private long afterBlocks(long from) {
        long at = from;
        for (int length = file.u8(at); length != 0; length = file.u8(at)) {
            at += length + 1;
        }
        return at + 1;
    }

    private static int palette(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }
}
