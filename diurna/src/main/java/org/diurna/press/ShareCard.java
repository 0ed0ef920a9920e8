package org.diurna.press;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.diurna.darkroom.Description;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.PngMetadata;
import org.diurna.darkroom.Rights;
import org.diurna.edition.Office;
import org.diurna.house.Language;

/**
 * The picture that networks show beside a link: the posted notice in an office's colour. It bears no letters, because
 * the networks set the headline beside it and because fonts differ between machines, and the press must print the same
 * bytes on all of them. PNG with a palette (RFC 2083), written by hand: it needs two colours and six rectangles.
 */
final class ShareCard {
    /** The size that Open Graph readers want, 1.91 : 1. */
    static final int WIDTH = 1200;

    static final int HEIGHT = 630;

    private static final byte GROUND = 0;
    private static final byte INK = 1;
    private static final byte LINE = 2;

    private ShareCard() {}

    /** The card of an office; it says whose it is, so that it can be told apart from pictures that may be taken. */
    static byte[] draw(Office office, Frames frames) {
        Language language = office.defaultLanguage();
        Speech speech = frames.speech(office, language);
        String name = office.name(language);
        URI terms = URI.create(frames.address(office, Paths.standing(language, "rights")));
        return PngMetadata.put(
                draw(office.brand().ink()),
                new Description(
                        List.of(name),
                        name,
                        Map.of(language, name),
                        Map.of(language, name),
                        language,
                        LocalDate.parse(frames.site().since()),
                        DigitalSource.DIGITAL_CREATION),
                new Rights(
                        name,
                        name,
                        "© " + name,
                        new Rights.Licence(speech.say("rights"), terms),
                        speech.say("rights.contact"),
                        terms,
                        new Rights.Licensor(name, terms),
                        Rights.DataMining.PROHIBITED));
    }

    private static byte[] draw(String ink) {
        byte[][] rows = new byte[HEIGHT][WIDTH];
        fill(rows, 0, 0, WIDTH, 24, INK);
        fill(rows, 400, 155, 400, 360, INK);
        fill(rows, 470, 245, 260, 30, GROUND);
        fill(rows, 470, 320, 260, 30, GROUND);
        fill(rows, 470, 395, 150, 30, GROUND);
        fill(rows, 0, HEIGHT - 2, WIDTH, 2, LINE);
        byte[] palette = HexFormat.of().parseHex("fdfcf9" + ink.substring(1) + "dcd7ca");
        return png(rows, palette);
    }

    private static void fill(byte[][] rows, int left, int top, int width, int height, byte colour) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                rows[y][x] = colour;
            }
        }
    }

    private static byte[] png(byte[][] rows, byte[] palette) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(png);
            out.write(HexFormat.of().parseHex("89504e470d0a1a0a"));
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(WIDTH);
            fields.writeInt(HEIGHT);
            fields.write(new byte[] {8, 3, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "PLTE", palette);
            ByteArrayOutputStream pixels = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflated =
                    new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_COMPRESSION))) {
                for (byte[] row : rows) {
                    deflated.write(0);
                    deflated.write(row);
                }
            }
            chunk(out, "IDAT", pixels.toByteArray());
            chunk(out, "IEND", new byte[0]);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a picture in memory failed.", e);
        }
    }

    private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(data);
        out.writeInt(data.length);
        out.write(type);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
