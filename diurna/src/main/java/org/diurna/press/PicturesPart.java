package org.diurna.press;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Plate;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a release for those who want to print them: what each shows, whose it is and what may be done with it,
 * and its files with their sizes.
 *
 * @param banner  above the release; null where it has none
 * @param entries each picture once
 */
public record PicturesPart(@Nullable Banner banner, List<Entry> entries) {
    private static final List<Plate.Cut> SHOWN =
            List.of(Plate.Cut.WHOLE, Plate.Cut.WIDE, Plate.Cut.MIDDLE, Plate.Cut.TALL);

    public PicturesPart {
        entries = List.copyOf(entries);
    }

    /** The banner with what stands below it. */
    public record Banner(Image image, String caption, String credit, String terms) {}

    /** A picture. */
    public record Entry(String title, String credit, String copyright, String terms, List<Size> sizes) {
        public Entry {
            sizes = List.copyOf(sizes);
        }
    }

    /** One size in pixels, in the formats that there are; each link names the format and the length of the file. */
    public record Size(String pixels, List<Link> files) {
        public Size {
            files = List.copyOf(files);
        }
    }

    static PicturesPart of(PublicEdition edition, Speech speech) {
        @Nullable
        Banner banner = edition.banner()
                .map(plate -> new Banner(Image.banner(plate), plate.caption(), plate.credit(), plate.terms()))
                .orElse(null);
        Map<String, List<Plate>> pictures = new LinkedHashMap<>();
        edition.plates()
                .forEach(plate -> pictures.computeIfAbsent(plate.picture(), _ -> new ArrayList<>())
                        .add(plate));
        return new PicturesPart(
                banner,
                pictures.values().stream().map(plates -> entry(plates, speech)).toList());
    }

    private static Entry entry(List<Plate> plates, Speech speech) {
        Plate first = plates.getFirst();
        String title = Optional.of(first.caption())
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.of(first.alt()).filter(text -> !text.isEmpty()))
                .orElse(first.credit());
        List<Size> sizes = new ArrayList<>();
        for (Plate.Cut cut : SHOWN) {
            Map<Integer, List<Plate.Print>> widths = new LinkedHashMap<>();
            plates.stream()
                    .flatMap(plate -> plate.prints().stream())
                    .filter(print -> print.cut() == cut)
                    .distinct()
                    .sorted(Comparator.comparingInt(Plate.Print::width).reversed())
                    .forEach(print -> widths.computeIfAbsent(print.width(), _ -> new ArrayList<>())
                            .add(print));
            widths.values().forEach(prints -> sizes.add(size(prints, speech)));
        }
        return new Entry(title, first.credit(), first.copyright(), first.terms(), sizes);
    }

    private static Size size(List<Plate.Print> prints, Speech speech) {
        Plate.Print any = prints.getFirst();
        return new Size(
                any.width() + " × " + any.height(),
                prints.stream()
                        .sorted(Comparator.comparingInt(PicturesPart::rank))
                        .map(print -> Link.to(print.path(), label(print, speech)))
                        .toList());
    }

    /** What every program opens comes first. */
    private static int rank(Plate.Print print) {
        return List.of("image/jpeg", "image/webp", "image/avif").indexOf(print.type());
    }

    /** In a preview nothing has been developed, so no length is known. */
    private static String label(Plate.Print print, Speech speech) {
        return print.bytes() == 0 ? format(print) : format(print) + " " + speech.length(print.bytes());
    }

    private static String format(Plate.Print print) {
        return switch (print.type()) {
            case "image/avif" -> "AVIF";
            case "image/webp" -> "WebP";
            default -> "JPEG";
        };
    }
}
