package org.diurna.darkroom;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes JPEG with Java and WebP with the libwebp that its library brings along. */
final class JavaWriters {
    private static final float JPEG_QUALITY = 0.82f;
    private static final float WEBP_QUALITY = 0.78f;
    private static final int WEBP_EFFORT = 2;

    private JavaWriters() {}

    static byte[] write(Pixels pixels, Format format) {
        try {
            return switch (format) {
                case JPEG -> {
                    ImageWriter writer = jpegWriter();
                    var how = (JPEGImageWriteParam) writer.getDefaultWriteParam();
                    how.setOptimizeHuffmanTables(true);
                    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                    how.setCompressionQuality(JPEG_QUALITY);
                    yield write(writer, how, pixels);
                }
                case WEBP -> {
                    ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
                    var how = (WebPWriteParam) writer.getDefaultWriteParam();
                    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                    how.setCompressionType(CompressionType.Lossy);
                    how.setCompressionQuality(WEBP_QUALITY);
                    how.setMethod(WEBP_EFFORT);
                    yield write(writer, how, pixels);
                }
                case AVIF ->
                    throw new IllegalStateException("Java has no encoder for AVIF; the door does not ask for it.");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A rendition of " + pixels.width() + " by " + pixels.height() + " cannot be written as " + format
                            + ".",
                    e);
        }
    }

    private static byte[] write(ImageWriter writer, ImageWriteParam how, Pixels pixels) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels.image(), null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static ImageWriter jpegWriter() {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException("This Java has no JPEG encoder of its own.");
    }
}
