package org.diurna.run;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.diurna.press.Sheet;
import org.diurna.stand.Blob;
import org.diurna.stand.Change;
import org.diurna.stand.Coding;
import org.diurna.stand.Shelf;

/** Lays printed sheets on the shelf, coded as readers ask for them, and says what the turn will change. */
final class Imposition {
    /** Smaller bytes do not get shorter by being coded. */
    private static final int CODED_MIN_BYTES = 256;

    /** Of 11: where brotli still codes a page in about a millisecond. */
    private static final int BROTLI_QUALITY = 5;

    /** RFC 9110 section 5.6.7; the JDK's own RFC 1123 form writes days of one digit. */
    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Shelf shelf;

    Imposition(Shelf shelf) {
        this.shelf = shelf;
        if (!Brotli4jLoader.isAvailable()) {
            throw new IllegalStateException(
                    "The brotli library does not work on this machine: " + Brotli4jLoader.getUnavailabilityCause());
        }
    }

    /** What the codings of one sheet are, identity first. */
    private record Coded(Map<Coding, byte[]> bytes) {}

    /** Lays the bytes of all sheets; durable when it returns. */
    List<Change> lay(List<Sheet> sheets) {
        List<Coded> coded = sheets.parallelStream().map(Imposition::code).toList();
        List<byte[]> all =
                coded.stream().flatMap(one -> one.bytes().values().stream()).toList();
        List<Blob> blobs = shelf.lay(all);
        List<Change> changes = new ArrayList<>();
        int next = 0;
        for (int i : IntStream.range(0, sheets.size()).toArray()) {
            Map<Coding, Blob> laid = new EnumMap<>(Coding.class);
            for (Coding coding : coded.get(i).bytes().keySet()) {
                laid.put(coding, blobs.get(next++));
            }
            changes.add(change(sheets.get(i), laid));
        }
        return changes;
    }

    private static Change change(Sheet sheet, Map<Coding, Blob> laid) {
        return switch (sheet) {
            case Sheet.Printed printed ->
                new Change.Put(printed.host(), printed.path(), printed.type(), status(printed), headers(printed), laid);
            case Sheet.Moved moved -> new Change.Move(moved.host(), moved.path(), moved.to(), moved.status());
            case Sheet.Dated dated ->
                new Change.Dated(
                        dated.host(),
                        dated.path(),
                        dated.headers(),
                        dated.versions().entrySet().stream()
                                .map(each -> new Change.Dated.Version(each.getKey(), each.getValue()))
                                .toList());
            case Sheet.Gone gone ->
                new Change.Put(
                        gone.host(),
                        gone.path(),
                        "text/html; charset=utf-8",
                        410,
                        Map.of("Cache-Control", "public, max-age=60, no-transform", "X-Robots-Tag", "noindex"),
                        laid);
        };
    }

    /** The pages that the stand shows for its own answers lie at reserved addresses and bear the answer's status. */
    private static int status(Sheet.Printed sheet) {
        int reserved = sheet.path().lastIndexOf("/-/");
        return reserved < 0
                ? 200
                : switch (sheet.path().substring(reserved + 3)) {
                    case "404" -> 404;
                    case "410" -> 410;
                    case "503" -> 503;
                    default -> 200;
                };
    }

    private static Map<String, String> headers(Sheet.Printed sheet) {
        Map<String, String> headers = new TreeMap<>(sheet.headers());
        headers.put("Cache-Control", sheet.caching().header());
        sheet.modified().ifPresent(instant -> headers.put("Last-Modified", date(instant)));
        return headers;
    }

    /** An instant as headers write it, to the second. */
    static String date(Instant instant) {
        return IMF_FIXDATE.format(instant.atZone(ZoneOffset.UTC));
    }

    private static Coded code(Sheet sheet) {
        return switch (sheet) {
            case Sheet.Printed printed -> code(printed.bytes(), isText(printed.type()));
            case Sheet.Moved _, Sheet.Dated _ -> new Coded(Map.of());
            case Sheet.Gone gone -> code(gone.page(), true);
        };
    }

    private static Coded code(byte[] bytes, boolean text) {
        Map<Coding, byte[]> codings = new EnumMap<>(Coding.class);
        codings.put(Coding.IDENTITY, bytes);
        if (text && bytes.length >= CODED_MIN_BYTES) {
            putIfShorter(codings, Coding.GZIP, gzip(bytes));
            putIfShorter(codings, Coding.BR, brotli(bytes));
        }
        return new Coded(codings);
    }

    private static void putIfShorter(Map<Coding, byte[]> codings, Coding coding, byte[] coded) {
        byte[] identity = codings.get(Coding.IDENTITY);
        if (identity != null && coded.length < identity.length) {
            codings.put(coding, coded);
        }
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("xml") || type.contains("json");
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, 8_192) {
            {
                def.setLevel(Deflater.DEFAULT_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Coding in memory failed.", e);
        }
        return out.toByteArray();
    }

    private static byte[] brotli(byte[] bytes) {
        try {
            return Encoder.compress(bytes, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
        } catch (IOException e) {
            throw new UncheckedIOException("Coding in memory failed.", e);
        }
    }
}
