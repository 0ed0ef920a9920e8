package org.diurna.press.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Streams of a file. */
final class Streams {
    private Streams() {}

    /** Bytes, deflated. */
    static COSStream of(PDDocument document, byte[] bytes) {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing in memory failed.", e);
        }
        return stream;
    }

    /** Bytes as they are. */
    static COSStream raw(PDDocument document, byte[] bytes) {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing in memory failed.", e);
        }
        return stream;
    }
}
