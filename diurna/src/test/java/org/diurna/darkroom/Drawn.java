package org.diurna.darkroom;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.diurna.house.Language;

/** Pictures that the tests draw, and what they say of them. */
final class Drawn {
    static final Language EN = Language.of("en");
    static final Language AR = Language.of("ar");

    private Drawn() {}

    /** Sky, hills and a few hundred discs: something that compresses like a photograph. */
    static BufferedImage photograph(int width, int height, long seed) {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < 120; i++) {
            pen.setColor(colour(random));
            int size = 1 + (int) (width * 0.3 * Math.pow(random.nextDouble(), 3));
            pen.fillOval(random.nextInt(width), random.nextInt(height), size, size);
        }
        pen.dispose();
        return image;
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    /** Red, green (above), blue and white (below) quarters, so that turning shows. */
    static BufferedImage quarters(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / 2;
                boolean top = y < height / 2;
                image.setRGB(x, y, top ? (left ? 0xff0000 : 0x00ff00) : (left ? 0x0000ff : 0xffffff));
            }
        }
        return image;
    }

    static BufferedImage flat(int width, int height, int rgb) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    static byte[] file(BufferedImage image, String format) {
        try {
            ImageWriter writer = format.equals("webp")
                    ? new WebPImageWriterSpi().createWriterInstance(null)
                    : ImageIO.getImageWritersByFormatName(format).next();
            return written(writer, new IIOImage(image, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException("The test cannot write a picture.", e);
        }
    }

    static byte[] jpeg(int width, int height, long seed) {
        return file(photograph(width, height, seed), "jpeg");
    }

    /** Four inks as Photoshop writes them: 0 is full ink. */
    static byte[] cmykJpeg(int width, int height, int[] inks) {
        try {
            var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    raster.setPixel(x, y, inks);
                }
            }
            ImageWriter writer = null;
            for (var all = ImageIO.getImageWritersByFormatName("jpeg"); all.hasNext(); ) {
                ImageWriter next = all.next();
                writer = next.getClass().getName().startsWith("com.sun") ? next : writer;
            }
            byte[] adobe = "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
            return withSegment(written(Objects.requireNonNull(writer), new IIOImage(raster, null, null)), 0xee, adobe);
        } catch (IOException e) {
            throw new UncheckedIOException("The test cannot write a picture.", e);
        }
    }

    private static byte[] written(ImageWriter writer, IIOImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(image);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The JPEG with one more segment behind its start. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var out = ByteBuffer.allocate(jpeg.length + content.length + 4);
        out.put(jpeg, 0, 2).putShort((short) (0xff00 | marker)).putShort((short) (content.length + 2));
        out.put(content).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    /** EXIF as a telephone writes it: turned, with place, owner, serial number and maker note. */
    static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        tiff.putShort((short) 4);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x013b, 2, 8, 200);
        entry(tiff, 0x8769, 4, 1, 100);
        entry(tiff, 0x8825, 4, 1, 160);
        tiff.putInt(0);
        tiff.position(100);
        tiff.putShort((short) 3);
        entry(tiff, 0xa430, 2, 8, 200);
        entry(tiff, 0xa431, 2, 8, 208);
        entry(tiff, 0x927c, 7, 8, 216);
        tiff.putInt(0);
        tiff.position(160);
        tiff.putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 240);
        tiff.putInt(0);
        tiff.position(200);
        tiff.put("A. Orlan".getBytes(StandardCharsets.US_ASCII));
        tiff.put("SN-12345".getBytes(StandardCharsets.US_ASCII));
        tiff.put("MAKERNOT".getBytes(StandardCharsets.US_ASCII));
        tiff.position(240);
        for (int part : new int[] {41, 1, 12, 1, 30, 1}) {
            tiff.putInt(part);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(tiff.array());
        return out.toByteArray();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A colour profile in which 128 is far lighter than in sRGB. */
    static byte[] linearProfileSegment() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var out = new ByteArrayOutputStream();
        out.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(profile);
        return out.toByteArray();
    }

    static Description description() {
        return new Description(
                List.of("Ana Orlan", "Şövkət Ək"),
                "The bridge is open again",
                Map.of(EN, "The old bridge of Lomara – open again after 3 years", AR, "جسر لومارا القديم"),
                Map.of(EN, "A stone bridge over a green river", AR, "جسر حجري فوق نهر"),
                EN,
                LocalDate.of(2026, 3, 1),
                DigitalSource.DIGITAL_CAPTURE);
    }

    static Rights rights() {
        return new Rights(
                "Ministry of Culture of Lomara / Ana Orlan",
                "Ministry of Culture of Lomara",
                "© 2026 Ministry of Culture of Lomara",
                new Rights.Licence("CC-BY-4.0", URI.create("https://creativecommons.org/licenses/by/4.0/")),
                "Free for use in news with the credit line",
                URI.create("https://press.culture.example/en/terms"),
                new Rights.Licensor("Press office", URI.create("https://press.culture.example/-/licence")),
                Rights.DataMining.PROHIBITED_GENERATIVE_TRAINING);
    }
}
