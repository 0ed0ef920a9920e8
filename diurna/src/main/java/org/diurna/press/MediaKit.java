package org.diurna.press;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diurna.edition.Plate;

/**
 * The media kit of a release: one ZIP file with its pictures in their largest public file, whose they are and what may be
 * done with them, and its words in each language as text, as the logged edition.json and with its proof. There is one for
 * all languages, at one address, so that what may be shown no more is taken from one place. Only a release with pictures has
 * one: words alone are offered as files already.
 */
public final class MediaKit {
    private static final List<String> COLUMNS = List.of(
            "file",
            "language",
            "caption",
            "description",
            "credit",
            "creators",
            "copyright",
            "terms",
            "licence",
            "width",
            "height",
            "bytes",
            "sha256");

    /** Cells that begin so are taken for formulas by programs for tables. */
    private static final String FORMULA = "=+-@\t";

    /** Tells programs for tables that the text is UTF-8. */
    private static final String MARK = "\ufeff";

    private MediaKit() {}

    /**
     * Its path on the office's host. No language is in it: it stays when the office changes its languages, so that what
     * lies there is still found when it must go.
     */
    public static String path(PublicVersion version) {
        return Paths.mediaKit(version.release());
    }

    /** The languages that are in it: those that were not withdrawn. */
    private static List<PublicVersion> standing(List<PublicVersion> versions) {
        return versions.stream()
                .filter(version -> version.withdrawn().isEmpty())
                .filter(version -> Editions.shown(version).json().length > 0)
                .toList();
    }

    /** Whether there is to be one: some language that stands shows a picture. */
    public static boolean wanted(List<PublicVersion> versions) {
        return !files(versions).isEmpty();
    }

    /** The files of pictures that are in it, each once, in the order of the first language that shows them. */
    public static List<Plate.Print> files(List<PublicVersion> versions) {
        return List.copyOf(largest(standing(versions)).values());
    }

    /** When what it says last changed; a kit of another moment is stale. */
    public static Instant modified(List<PublicVersion> versions) {
        return versions.stream()
                .flatMap(version -> version.editions().stream().map(edition -> Papers.modified(version, edition)))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** What it is made of: two kits of the same are the same. */
    public static String made(List<PublicVersion> versions) {
        return standing(versions).stream()
                .map(version -> version.language() + " "
                        + Editions.shown(version).seal().code() + " "
                        + Editions.shown(version).plates().size())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Plate.Print> largest(List<PublicVersion> versions) {
        Map<String, Plate.Print> files = new LinkedHashMap<>();
        for (PublicVersion version : versions) {
            for (Plate plate : Editions.shown(version).plates()) {
                Plate.Print file = plate.widest(Plate.Cut.PRINT).orElseGet(() -> Media.largest(plate));
                files.merge(plate.picture(), file, (one, other) -> other.width() > one.width() ? other : one);
            }
        }
        return files;
    }

    /**
     * Prints it.
     *
     * @param pictures the bytes of {@link #files}, by the SHA-256 of the file
     */
    static Sheet print(List<PublicVersion> versions, Map<PublicVersion, String> texts, Map<String, byte[]> pictures) {
        List<PublicVersion> standing = standing(versions);
        Map<String, Plate.Print> largest = largest(standing);
        Map<String, String> names = new LinkedHashMap<>();
        largest.keySet().forEach(picture -> names.put(picture, "pictures/" + number(names.size() + 1) + ".jpg"));
        PublicVersion first = standing.getFirst();
        Instant modified = modified(versions);
        LocalDateTime stamp = LocalDateTime.ofInstant(modified, ZoneOffset.UTC);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            // JPEG files do not become smaller
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, Plate.Print> picture : largest.entrySet()) {
                String sha256 = picture.getValue().sha256();
                byte[] file = Optional.ofNullable(pictures.get(sha256))
                        .orElseThrow(() -> new IllegalArgumentException("The file " + sha256 + " was not handed in."));
                entry(zip, stamp, names.getOrDefault(picture.getKey(), ""), file);
            }
            zip.setLevel(Deflater.DEFAULT_COMPRESSION);
            entry(zip, stamp, "captions.csv", bytes(table(standing, names, largest)));
            for (PublicVersion version : standing) {
                PublicEdition shown = Editions.shown(version);
                String language = "." + version.language();
                entry(zip, stamp, "captions" + language + ".txt", bytes(captions(shown, names)));
                entry(zip, stamp, "release" + language + ".txt", bytes(texts.getOrDefault(version, "")));
                entry(zip, stamp, "edition" + language + ".json", shown.json());
                entry(
                        zip,
                        stamp,
                        "edition" + language + ".tlog-proof",
                        shown.seal().proof());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory failed.", e);
        }
        return new Sheet.Printed(
                first.office().host(),
                path(first),
                "application/zip",
                Caching.FEED,
                Optional.of(modified),
                Map.of(
                        "Content-Disposition",
                        "attachment; filename=\"" + first.release() + ".zip\"",
                        "X-Robots-Tag",
                        "noindex"),
                bytes.toByteArray());
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same kit has the same bytes: its stamp is that of what it says. */
    private static void entry(ZipOutputStream zip, LocalDateTime stamp, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(stamp);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** For people: a paragraph for each picture. */
    private static String captions(PublicEdition edition, Map<String, String> names) {
        return Media.distinct(edition.plates()).stream()
                .map(plate -> List.of(
                                names.getOrDefault(plate.picture(), ""),
                                plate.caption(),
                                plate.credit(),
                                plate.copyright(),
                                plate.terms(),
                                plate.licence())
                        .stream()
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining("\n", "", "\n")))
                .collect(Collectors.joining("\n"));
    }

    private static String table(
            List<PublicVersion> versions, Map<String, String> names, Map<String, Plate.Print> largest) {
        StringBuilder table = new StringBuilder(MARK);
        row(table, COLUMNS);
        for (PublicVersion version : versions) {
            for (Plate plate : Media.distinct(Editions.shown(version).plates())) {
                Plate.Print file =
                        Optional.ofNullable(largest.get(plate.picture())).orElseThrow();
                List<String> cells = new ArrayList<>(List.of(
                        names.getOrDefault(plate.picture(), ""),
                        version.language().tag(),
                        plate.caption(),
                        plate.alt(),
                        plate.credit(),
                        String.join("; ", plate.creators()),
                        plate.copyright(),
                        plate.terms()));
                cells.addAll(List.of(
                        plate.licence(),
                        Integer.toString(file.width()),
                        Integer.toString(file.height()),
                        Long.toString(file.bytes()),
                        file.sha256()));
                row(table, cells);
            }
        }
        return table.toString();
    }

    /** RFC 4180. */
    private static void row(StringBuilder table, List<String> cells) {
        table.append(cells.stream().map(MediaKit::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
