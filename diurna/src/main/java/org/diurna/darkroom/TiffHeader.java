package org.diurna.darkroom;

/** TIFF 6.0, section 2. The first page is the picture. BigTIFF is not read. */
final class TiffHeader {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private final Bytes file;
    private final long base;
    private final boolean little;

    TiffHeader(Bytes file) {
        this(file, 0);
    }

    private TiffHeader(Bytes file, long base) {
        this.file = file;
        this.base = base;
        this.little = file.u8(base) == 'I';
    }

    /** @param maxPages counting stops after one more than this, so a ring of pages ends too */
    Header read(int maxPages) {
        long first = u32(4);
        long width = value(first, WIDTH, 0);
        long height = value(first, HEIGHT, 0);
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw file.lying("it is " + width + " by " + height + " pixels");
        }
        int pages = 1;
        for (long next = after(first); next != 0 && pages <= maxPages; next = after(next)) {
            pages++;
        }
        int orientation = (int) value(first, ORIENTATION, Header.UPRIGHT);
        return new Header(MasterType.TIFF, (int) width, (int) height, orientation, pages, false, file.size());
    }

    /** Orientation in an EXIF block; a block that makes no sense turns nothing. */
    static int orientation(Bytes file, long from, long to) {
        if (to - from < 8 || !(file.has(from, "II*\0") || file.has(from, "MM\0*"))) {
            return Header.UPRIGHT;
        }
        var exif = new TiffHeader(file, from);
        long first = exif.u32(4);
        if (first < 8 || from + first + 2 > to) {
            return Header.UPRIGHT;
        }
        long entriesEnd = from + first + 2 + (long) exif.u16(first) * ENTRY_BYTES;
        return entriesEnd > to ? Header.UPRIGHT : (int) exif.value(first, ORIENTATION, Header.UPRIGHT);
    }

    private long after(long directory) {
        return u32(directory + 2 + (long) u16(directory) * ENTRY_BYTES);
    }

    private long value(long directory, int tag, long otherwise) {
        int entries = u16(directory);
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + (long) i * ENTRY_BYTES;
            if (u16(at) == tag) {
                return u16(at + 2) == SHORT ? u16(at + 8) : u32(at + 8);
            }
        }
        return otherwise;
    }

    private int u16(long at) {
        return little ? file.u16le(base + at) : file.u16(base + at);
    }

    private long u32(long at) {
        return little ? file.u32le(base + at) : file.u32(base + at);
    }
}
