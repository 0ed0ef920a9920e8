package org.diurna.darkroom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Puts the packets into a JPEG file, XMP as APP1 (XMP part 3, 1.1.3) and IIM as APP13, and takes out whatever the encoder
 * put into application segments but JFIF.
 */
final class JpegMetadata {
    private static final byte[] XMP_NAME = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PHOTOSHOP_NAME = "Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IIM_RESOURCE = {'8', 'B', 'I', 'M', 0x04, 0x04, 0, 0};
    private static final int SEGMENT_MAX_BYTES = 65_533;

    private JpegMetadata() {}

    static byte[] put(byte[] jpeg, Packets packets) {
        var file = Bytes.of(jpeg, "rendition");
        var out = new ByteArrayOutputStream(jpeg.length + packets.xmp().length + packets.iim().length + 128);
        out.writeBytes(file.copy(0, 2));
        int at = 2;
        if (file.has(at, "\u00ff\u00e0")) {
            int end = at + 2 + file.u16(at + 2);
            out.writeBytes(file.copy(at, end - at));
            at = end;
        }
        if (packets.xmp().length > 0) {
            segment(out, 0xe1, XMP_NAME, packets.xmp());
        }
        if (packets.iim().length > 0) {
            segment(out, 0xed, PHOTOSHOP_NAME, resource(packets.iim()));
        }
        while (isApplicationOrComment(file.u8(at + 1))) {
            int end = at + 2 + file.u16(at + 2);
            boolean adobe = file.has(at, "\u00ff\u00ee");
            if (adobe) {
                out.writeBytes(file.copy(at, end - at));
            }
            at = end;
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    private static boolean isApplicationOrComment(int marker) {
        return (marker >= 0xe0 && marker <= 0xef) || marker == 0xfe;
    }

    private static byte[] resource(byte[] iim) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(IIM_RESOURCE);
        out.write(iim.length >> 24);
        out.write(iim.length >> 16);
        out.write(iim.length >> 8);
        out.write(iim.length);
        out.writeBytes(iim);
        if ((iim.length & 1) == 1) {
            out.write(0);
        }
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] name, byte[] content) {
        int length = name.length + content.length + 2;
        if (length - 2 > SEGMENT_MAX_BYTES) {
            throw new IllegalStateException("A description of " + length + " bytes does not fit into a JPEG file.");
        }
        out.write(0xff);
        out.write(marker);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(name);
        out.writeBytes(content);
    }
}
