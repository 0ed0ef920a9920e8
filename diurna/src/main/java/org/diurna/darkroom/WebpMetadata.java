package org.diurna.darkroom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts the XMP packet into a WebP file (RFC 9649, section 2.7) and takes out every other chunk but the picture. */
final class WebpMetadata {
    private static final int HAS_XMP = 0x04;
    private static final int HAS_ALPHA = 0x10;
    private static final int CANVAS_BYTES = 10;

    private WebpMetadata() {}

    static byte[] put(byte[] webp, int width, int height, byte[] xmp) {
        if (xmp.length == 0) {
            return webp;
        }
        var file = Bytes.of(webp, "rendition");
        var out = ByteBuffer.allocate(webp.length + xmp.length + 64).order(ByteOrder.LITTLE_ENDIAN);
        name(out, "RIFF").putInt(0);
        name(out, "WEBP");
        name(out, "VP8X").putInt(CANVAS_BYTES);
        int flagsAt = out.position();
        out.putInt(HAS_XMP);
        u24(out, width - 1);
        u24(out, height - 1);
        for (long at = 12; at + 8 <= webp.length; ) {
            int length = (int) file.u32le(at + 4);
            String type = file.text(at, 4);
            if (type.equals("ALPH")) {
                out.put(flagsAt, (byte) (HAS_XMP | HAS_ALPHA));
            }
            if (type.equals("VP8 ") || type.equals("VP8L") || type.equals("ALPH")) {
                chunk(out, type, file.copy(at + 8, length));
            }
            at += 8L + length + (length & 1);
        }
        chunk(out, "XMP ", xmp);
        out.putInt(4, out.position() - 8);
        var bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private static void chunk(ByteBuffer out, String type, byte[] content) {
        name(out, type).putInt(content.length).put(content);
        if ((content.length & 1) == 1) {
            out.put((byte) 0);
        }
    }

    private static ByteBuffer name(ByteBuffer out, String name) {
        return out.put(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static void u24(ByteBuffer out, int value) {
        out.putShort((short) value).put((byte) (value >> 16));
    }
}
