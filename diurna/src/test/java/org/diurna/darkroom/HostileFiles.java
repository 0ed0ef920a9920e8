package org.diurna.darkroom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Files that mean harm, made byte by byte. */
final class HostileFiles {
    private HostileFiles() {}

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] truncated(byte[] file) {
        return Arrays.copyOf(file, file.length * 6 / 10);
    }

    /** A JPEG whose frame says another size than it has. */
    static byte[] lyingJpeg(byte[] jpeg, int width, int height) {
        byte[] copy = jpeg.clone();
        for (int at = 2; at < copy.length; ) {
            int marker = copy[at + 1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xc2) {
                ByteBuffer.wrap(copy).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return copy;
            }
            at += 2 + ByteBuffer.wrap(copy).getShort(at + 2);
        }
        throw new IllegalArgumentException("This JPEG has no frame.");
    }

    static byte[] png(int width, int height, byte[]... chunks) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin1("\u0089PNG\r\n\u001a\n"));
        out.writeBytes(chunk("IHDR", header.array()));
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        out.writeBytes(chunk("IDAT", packed(new byte[Math.min(1_000_000, (width * 3 + 1) * Math.min(height, 300))])));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(latin1(type));
        crc.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(latin1(type))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] packed(byte[] plain) {
        try (var deflater = new Deflater(9)) {
            deflater.setInput(plain);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8_192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    static byte[] gif(int width, int height, int frames) {
        var out = ByteBuffer.allocate(64 + frames * 32).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin1("GIF89a"))
                .putShort((short) width)
                .putShort((short) height)
                .put(new byte[] {(byte) 0x80, 0, 0});
        out.put(new byte[] {0, 0, 0, (byte) 255, (byte) 255, (byte) 255});
        for (int i = 0; i < frames; i++) {
            out.put((byte) 0x2c)
                    .putInt(0)
                    .putShort((short) 1)
                    .putShort((short) 1)
                    .put((byte) 0);
            out.put(new byte[] {2, 2, 0x44, 1, 0});
        }
        out.put((byte) 0x3b);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** As many pages as wanted, none of which holds a picture worth looking at. */
    static byte[] tiff(int width, int height, int pages) {
        var out = ByteBuffer.allocate(8 + pages * 40).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin1("II*\0")).putInt(8);
        for (int i = 0; i < pages; i++) {
            out.putShort((short) 2);
            out.putShort((short) 256).putShort((short) 4).putInt(1).putInt(width);
            out.putShort((short) 257).putShort((short) 4).putInt(1).putInt(height);
            out.putInt(i == pages - 1 ? 0 : out.position() + 4);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    static byte[] zip() {
        return join(latin1("PK\u0003\u0004"), new byte[40], latin1("PK\u0005\u0006"), new byte[18]);
    }

    /** The file with a few things broken, the same for the same random source. */
    static byte[] mutated(byte[] file, Random random) {
        byte[] copy = file.clone();
        int hits = 1 + random.nextInt(8);
        for (int i = 0; i < hits; i++) {
            // Headers are where the damage is interesting.
            int reach = random.nextBoolean() ? Math.min(copy.length, 600) : copy.length;
            int at = random.nextInt(reach);
            switch (random.nextInt(5)) {
                case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> copy[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(copy, at, Math.min(copy.length, at + 4), (byte) 0xff);
                case 3 -> Arrays.fill(copy, at, Math.min(copy.length, at + 1 + random.nextInt(64)), (byte) 0);
                default -> copy = shuffled(copy, at, random);
            }
        }
        return copy;
    }

    private static byte[] shuffled(byte[] file, int at, Random random) {
        int length = Math.min(file.length - at, 1 + random.nextInt(200));
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(file, Math.max(1, at));
            case 1 -> join(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + length, file.length));
            default ->
                join(
                        Arrays.copyOf(file, at + length),
                        Arrays.copyOfRange(file, at, at + length),
                        Arrays.copyOfRange(file, at + length, file.length));
        };
    }
}
