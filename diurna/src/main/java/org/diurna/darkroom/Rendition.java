package org.diurna.darkroom;

/**
 * One file that the public may see: upright, in sRGB, with its credit and without private data.
 *
 * @param width  in pixels
 * @param height in pixels
 * @param sha256 64 lower-case hexadecimal digits, of {@code bytes}
 * @param bytes  the file
 */
public record Rendition(Slot slot, int width, int height, Format format, String sha256, byte[] bytes) {
    static Rendition of(Slot slot, int width, int height, Format format, byte[] bytes) {
        return new Rendition(slot, width, height, format, Digests.sha256(bytes), bytes);
    }
}
