package org.diurna.darkroom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Puts the XMP packet into a PNG file that the house has drawn itself, as an {@code iTXt} chunk behind the header (XMP
 * part 3, section 1.1.5; PNG third edition, section 11.3.3.4). Pure: the same file and description give the same bytes.
 */
public final class PngMetadata {
    private static final int SIGNATURE_BYTES = 8;

    /** Length, name and checksum of a chunk. */
    private static final int FRAME_BYTES = 12;

    private static final int HEADER_BYTES = 13;
    private static final byte[] KEYWORD = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

    private PngMetadata() {}

    /**
     * The same picture with what it says of itself.
     *
     * @param png that begins with its header, as every PNG file does, and has no packet yet
     */
    public static byte[] put(byte[] png, Description description, Rights rights) {
        int behindHeader = SIGNATURE_BYTES + FRAME_BYTES + HEADER_BYTES;
        byte[] packet = Xmp.packet(description, rights);
        var out = new ByteArrayOutputStream(png.length + packet.length + KEYWORD.length + FRAME_BYTES);
        out.write(png, 0, behindHeader);
        out.writeBytes(chunk(packet));
        out.write(png, behindHeader, png.length - behindHeader);
        return out.toByteArray();
    }

    private static byte[] chunk(byte[] packet) {
        int length = KEYWORD.length + packet.length;
        var chunk = ByteBuffer.allocate(length + FRAME_BYTES);
        chunk.putInt(length);
        chunk.put("iTXt".getBytes(StandardCharsets.US_ASCII)).put(KEYWORD).put(packet);
        var sum = new CRC32();
        sum.update(chunk.array(), Integer.BYTES, Integer.BYTES + length);
        chunk.putInt((int) sum.getValue());
        return chunk.array();
    }
}
