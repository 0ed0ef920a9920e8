package org.diurna.darkroom;

import java.util.Locale;

/**
 * Judges a file by its bytes, in plain Java and before any decoder: libvips reserves memory as soon as it sees a header,
 * and 65,535 by 65,535 pixels are easily written.
 */
final class Sniffer {
    /** Where other programs look for the start of their own format. */
    private static final int HEAD_BYTES = 1_024;

    private final long maxPixels;
    private final int maxPages;

    Sniffer(long maxPixels, int maxPages) {
        this.maxPixels = maxPixels;
        this.maxPages = maxPages;
    }

    /** @throws Turned where the file is refused */
    Header sniff(Bytes file) {
        Header header = read(file);
        if (header.width() < 1 || header.height() < 1) {
            throw file.lying("it is " + header.width() + " by " + header.height() + " pixels");
        }
        if ((long) header.width() * header.height() > maxPixels) {
            throw new Turned(new Refusal.TooManyPixels(file.name(), header.width(), header.height(), maxPixels));
        }
        if (header.moves()) {
            throw new Turned(new Refusal.Animated(file.name()));
        }
        if (header.pages() > maxPages) {
            throw new Turned(new Refusal.TooManyPages(file.name(), maxPages));
        }
        Faces.check(file, header.end());
        return header;
    }

    private Header read(Bytes file) {
        if (file.has(0, "\u00ff\u00d8\u00ff")) {
            return new JpegHeader(file).read();
        }
        if (file.has(0, "\u0089PNG\r\n\u001a\n")) {
            return new PngHeader(file).read();
        }
        if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
            return new GifHeader(file).read();
        }
        if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
            return new WebpHeader(file).read();
        }
        if (file.has(0, "II*\0") || file.has(0, "MM\0*")) {
            return new TiffHeader(file).read(maxPages);
        }
        if (file.has(4, "ftyp")) {
            return new HeifHeader(file).read();
        }
        String head = file.text(0, HEAD_BYTES).toLowerCase(Locale.ROOT);
        if (head.contains("<svg")) {
            throw new Turned(new Refusal.Drawing(file.name()));
        }
        throw new Turned(new Refusal.NotAPicture(file.name()));
    }
}
