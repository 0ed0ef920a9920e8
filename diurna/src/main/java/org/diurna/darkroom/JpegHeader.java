package org.diurna.darkroom;

/** JPEG: ITU-T T.81 annex B; orientation from the EXIF block in APP1. Walks to the end of the image. */
final class JpegHeader {
    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int APP1 = 0xe1;

    private final Bytes file;
    private int width;
    private int height;
    private int orientation = Header.UPRIGHT;

    JpegHeader(Bytes file) {
        this.file = file;
    }

    Header read() {
        long at = 2;
        while (true) {
            while (file.u8(at) == 0xff && file.u8(at + 1) == 0xff) {
                at++;
            }
            if (file.u8(at) != 0xff) {
                throw file.lying("there is no marker where one must be");
            }
            int marker = file.u8(at + 1);
            at += 2;
            if (marker == EOI) {
                if (width == 0) {
                    throw file.lying("it ends before it says how large it is");
                }
                return new Header(MasterType.JPEG, width, height, orientation, 1, false, at);
            }
            if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
                continue;
            }
            int length = file.u16(at);
            segment(marker, at, length);
            at += length;
            if (marker == SOS) {
                at = afterScan(at);
            }
        }
    }

    private void segment(int marker, long at, int length) {
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) {
            int h = file.u16(at + 3);
            int w = file.u16(at + 5);
            if (width != 0 && (w != width || h != height)) {
                throw file.lying("it gives two sizes, " + width + " by " + height + " and " + w + " by " + h);
            }
            if (w == 0 || h == 0) {
                throw file.lying("it is " + w + " by " + h + " pixels");
            }
            width = w;
            height = h;
        } else if (marker == APP1 && file.has(at + 2, "Exif\0\0")) {
            file.u8(at + length - 1);
            orientation = TiffHeader.orientation(file, at + 8, at + length);
        }
    }

    /** Within a scan, FF is followed by 00 (a stuffed FF) or a restart marker; anything else ends it. */
    private long afterScan(long from) {
        long at = from;
        while (true) {
            if (file.u8(at) == 0xff) {
                int next = file.u8(at + 1);
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return at;
                }
            }
            at++;
        }
    }
}
