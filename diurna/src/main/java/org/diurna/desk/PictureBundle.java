package org.diurna.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diurna.darkroom.Cut;
import org.diurna.darkroom.Development;
import org.diurna.darkroom.Format;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Slot;
import org.diurna.edition.Slug;
import org.diurna.house.Language;
import org.diurna.house.Words;

/**
 * Pictures in one ZIP file for those who work with them elsewhere: each whole, as a JPEG with its credit and without private
 * data, and what is known of all of them as text and as a table (CSV, RFC 4180). A picture that is not described yet is
 * named and left out, since nobody could say whose it is.
 */
final class PictureBundle {
    /** In one file; more of them are more downloads. */
    static final int PICTURES_MAX = 48;

    /** Of a JPEG in the bundle, in pixels: what a newspaper prints across two pages. */
    private static final int WIDTH_MAX = 5_000;

    /** Cells that begin so are taken for formulas by programs for tables. */
    private static final String FORMULA = "=+-@\t";

    /** Tells programs for tables that the text is UTF-8. */
    private static final String MARK = "\ufeff";

    private static final List<String> COLUMNS = List.of(
            "headline",
            "creators",
            "credit",
            "holder",
            "copyright",
            "usage",
            "licence",
            "terms",
            "people",
            "place",
            "event",
            "created",
            "expires");

    private final Studio studio;
    private final Language reader;
    private final Words words;

    PictureBundle(Studio studio, Language reader) {
        this.studio = studio;
        this.reader = reader;
        this.words = Words.of("desk", reader);
    }

    /** Writes it picture by picture, so that nothing waits in memory but the one that is being written. */
    void write(List<Picture> pictures, OutputStream out) throws IOException {
        List<String[]> rows = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Set<Language> languages = new TreeSet<>();
        pictures.forEach(picture -> languages.addAll(picture.facts().captions().keySet()));
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            // JPEG files do not become smaller
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Picture picture : pictures) {
                Optional<byte[]> file = file(picture);
                if (file.isEmpty()) {
                    left.add(LibraryPages.Shown.title(picture));
                    continue;
                }
                String name = name(rows.size() + 1, picture);
                rows.add(row(name, picture, languages));
                entry(zip, name, file.get());
            }
            entry(zip, "captions.txt", text(rows, left, languages).getBytes(StandardCharsets.UTF_8));
            entry(zip, "captions.csv", table(rows, languages).getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<byte[]> file(Picture picture) {
        if (picture.description().isEmpty() || picture.rights().isEmpty()) {
            return Optional.empty();
        }
        int width = Math.min(WIDTH_MAX, picture.master().width());
        Cut whole = new Cut(
                Slot.WHOLE,
                picture.framing()
                        .crop(
                                Slot.WHOLE,
                                picture.master().width(),
                                picture.master().height()),
                List.of(width),
                Set.of(Format.JPEG));
        return switch (studio.darkroom()
                .develop(
                        picture.master().sha256(),
                        List.of(whole),
                        picture.description().get(),
                        picture.rights().get())) {
            case Development.Developed developed ->
                Optional.of(developed.renditions().getFirst().bytes());
            case Development.NotDeveloped _ -> Optional.empty();
        };
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
        zip.flush();
    }

    private String name(int number, Picture picture) {
        return String.format(
                Locale.ROOT,
                "%02d-%s.jpg",
                number,
                Slug.of(reader, picture.facts().headline()));
    }

    private static String[] row(String name, Picture picture, Set<Language> languages) {
        Picture.Facts facts = picture.facts();
        List<String> cells = new ArrayList<>(List.of(
                name,
                facts.headline(),
                facts.creators(),
                facts.credit(),
                facts.holder(),
                facts.copyright(),
                facts.usage(),
                facts.licence(),
                facts.terms(),
                facts.people(),
                facts.place(),
                facts.event(),
                facts.created().map(LocalDate::toString).orElse(""),
                facts.expires().map(LocalDate::toString).orElse("")));
        languages.forEach(language -> {
            cells.add(facts.captions().getOrDefault(language, ""));
            cells.add(facts.alts().getOrDefault(language, ""));
        });
        return cells.toArray(String[]::new);
    }

    private List<String> heads(Set<Language> languages) {
        List<String> heads = new ArrayList<>();
        heads.add(say("picture.bundle-file"));
        COLUMNS.forEach(column -> heads.add(say("picture.column." + column)));
        languages.forEach(language -> {
            heads.add(say("picture.field.caption") + " (" + language + ")");
            heads.add(say("picture.column.alt") + " (" + language + ")");
        });
        return heads;
    }

    /** For people: a paragraph for each picture, with a line for each thing that is known. */
    private String text(List<String[]> rows, List<String> left, Set<Language> languages) {
        List<String> heads = heads(languages);
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            text.append(row[0]).append('\n');
            for (int i = 1; i < row.length; i++) {
                if (!row[i].isBlank()) {
                    text.append(heads.get(i)).append(": ").append(row[i]).append('\n');
                }
            }
            text.append('\n');
        }
        if (!left.isEmpty()) {
            text.append(say("picture.bundle-left")).append('\n');
            left.forEach(title -> text.append("– ").append(title).append('\n'));
        }
        return text.toString();
    }

    private String table(List<String[]> rows, Set<Language> languages) {
        StringBuilder table = new StringBuilder(MARK);
        line(table, heads(languages));
        rows.forEach(row -> line(table, List.of(row)));
        return table.toString();
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append(cells.stream().map(PictureBundle::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private String say(String key) {
        return words.say(key, Map.of());
    }
}
