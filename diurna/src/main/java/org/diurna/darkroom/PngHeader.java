package org.diurna.darkroom;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** PNG, third edition (W3C, 2025), sections 5 and 11. Texts and profiles are unpacked only to be counted. */
final class PngHeader {
    /** More text or profile than any camera or editor writes. */
    private static final int UNPACKED_MAX_BYTES = 16 << 20;

    private static final int SIGNATURE_BYTES = 8;
    private static final int FRAME_BYTES = 12;

    private final Bytes file;
    private boolean moves;
    private boolean drawn;

    PngHeader(Bytes file) {
        this.file = file;
    }

    Header read() {
        if (!file.has(SIGNATURE_BYTES + 4, "IHDR") || file.u32(SIGNATURE_BYTES) != 13) {
            throw file.lying("it does not start with its size");
        }
        long width = file.u32(16);
        long height = file.u32(20);
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw file.lying("it is " + width + " by " + height + " pixels");
        }
        long at = SIGNATURE_BYTES;
        while (true) {
            long length = file.u32(at);
            String type = file.text(at + 4, 4);
            chunk(type, at + 8, length);
            at += length + FRAME_BYTES;
            if (at > file.size()) {
                throw file.cutOff();
            }
            if (type.equals("IEND")) {
                if (!drawn) {
                    throw file.lying("it holds no picture");
                }
                return new Header(MasterType.PNG, (int) width, (int) height, Header.UPRIGHT, 1, moves, at);
            }
        }
    }

    private void chunk(String type, long at, long length) {
        if (at + length > file.size()) {
            throw file.cutOff();
        }
        switch (type) {
            case "acTL" -> moves = true;
            case "IDAT" -> drawn = true;
            case "zTXt", "iCCP" -> count(type, at, length, 1);
            case "iTXt" -> count(type, at, length, 2);
            default -> {
                // every other chunk is either raw or of no use here
            }
        }
    }

    /** After the keyword and its zero come {@code skip} bytes, then packed data. */
    private void count(String type, long at, long length, int skip) {
        long start = at;
        while (start < at + length && file.u8(start) != 0) {
            start++;
        }
        if (type.equals("iTXt")) {
            if (file.u8(start + 1) == 0) {
                return;
            }
            for (int zeros = 0; zeros < 2 && start + 2 < at + length; start++) {
                zeros += file.u8(start + 3) == 0 ? 1 : 0;
            }
        }
        start += 1 + skip;
        if (start < at + length) {
            unpack(type, start, (int) (at + length - start));
        }
    }

    private void unpack(String type, long start, int length) {
        long total = 0;
        try (var inflater = new Inflater()) {
            inflater.setInput(file.copy(start, length));
            var sink = new byte[8_192];
            int n;
            while ((n = inflater.inflate(sink)) > 0) {
                total += n;
                if (total > UNPACKED_MAX_BYTES) {
                    throw new Turned(new Refusal.Bomb(file.name(), "its " + type + " text"));
                }
            }
        } catch (DataFormatException e) {
            // Not packed as it should be: no bomb, and no decoder of ours reads this text.
            return;
        }
    }
}
