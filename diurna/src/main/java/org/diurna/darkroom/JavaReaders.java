package org.diurna.darkroom;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes with Java alone. The reader is chosen by the sniffed type, never by ImageIO's own guess. */
final class JavaReaders {
    private static final int PROFILE_MAX_BYTES = 4 << 20;

    private JavaReaders() {}

    /**
     * @param every reads only each {@code every}-th pixel of each {@code every}-th row, 1 or more
     */
    static Pixels read(byte[] master, Header header, int every) throws Undecodable {
        var warnings = new ArrayList<String>();
        ImageReader reader = null;
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(master))) {
            reader = reader(header.type());
            reader.setInput(input, false, true);
            reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> warnings.add(warning));
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw new Undecodable("its header says " + header.width() + " by " + header.height()
                        + " pixels, its picture is " + reader.getWidth(0) + " by " + reader.getHeight(0));
            }
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(every, every, 0, 0);
            BufferedImage image = reader.read(0, how);
            heed(header.type(), warnings);
            return Colours.toSrgb(image, profile(master, header));
        } catch (IOException | RuntimeException e) {
            // Readers of strangers' files throw whatever their arithmetic meets; all of it means: damaged.
            throw new Undecodable(reason(e));
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(MasterType type) throws IOException {
        return switch (type) {
            case JPEG -> named("jpeg", "com.twelvemonkeys.");
            case PNG -> named("png", "com.sun.imageio.");
            case GIF -> named("gif", "com.sun.imageio.");
            case TIFF -> new TIFFImageReaderSpi().createReaderInstance(null);
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case AVIF, HEIC ->
                throw new IllegalStateException("Java has no decoder for " + type + "; the door refuses it.");
        };
    }

    /** The readers of these formats need the registry to find their neighbours. */
    private static ImageReader named(String format, String provider) {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(provider)) {
                return reader;
            }
        }
        throw new IllegalStateException("The class path has no reader for " + format + " from " + provider + "*.");
    }

    /** libjpeg fills missing rows with grey and warns; TIFF's reader warns of files that are in order. */
    private static void heed(MasterType type, List<String> warnings) throws Undecodable {
        if (type != MasterType.JPEG && type != MasterType.PNG) {
            return;
        }
        for (String warning : warnings) {
            String lower = warning.toLowerCase(Locale.ROOT);
            if (!lower.contains("profile") && !lower.contains("exif") && !lower.contains("metadata")) {
                throw new Undecodable(warning.length() > 200 ? warning.substring(0, 200) : warning);
            }
        }
    }

    /** Java's PNG reader does not heed a profile. */
    private static Optional<ICC_Profile> profile(byte[] master, Header header) {
        if (header.type() != MasterType.PNG) {
            return Optional.empty();
        }
        var file = Bytes.of(master, "");
        for (long at = 8; at + 8 <= file.size(); at += file.u32(at) + 12) {
            String type = file.text(at + 4, 4);
            if (type.equals("iCCP")) {
                return unpacked(file.copy(at + 8, (int) file.u32(at)));
            }
            if (type.equals("IDAT")) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Optional<ICC_Profile> unpacked(byte[] chunk) {
        int start = 0;
        while (start < chunk.length && chunk[start] != 0) {
            start++;
        }
        if (start + 2 > chunk.length) {
            return Optional.empty();
        }
        var packed = new ByteArrayInputStream(chunk, start + 2, chunk.length - start - 2);
        try (var inflated = new InflaterInputStream(packed)) {
            return Optional.of(ICC_Profile.getInstance(inflated.readNBytes(PROFILE_MAX_BYTES)));
        } catch (IOException | IllegalArgumentException e) {
            // A broken profile is as good as none.
            return Optional.empty();
        }
    }

    private static String reason(Exception e) {
        @Nullable String message = e.getMessage();
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.isBlank() || line.length() > 200 ? "it cannot be decoded" : line;
    }
}
