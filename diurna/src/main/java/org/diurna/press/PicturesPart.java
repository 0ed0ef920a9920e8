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
 * @param kit     all of it with the words in one file; null while there is none
 */
public record PicturesPart(
        @Nullable Banner banner,
        List<Entry> entries,
        @Nullable Link kit) {
    private static final List<Plate.Cut> SHOWN =
            List.of(Plate.Cut.PRINT, Plate.Cut.WHOLE, Plate.Cut.WIDE, Plate.Cut.MIDDLE, Plate.Cut.TALL);

    /** Isolates figures that are read from the left, in words of any direction (Unicode Standard Annex 9). */
    private static final String LTR = "\u2066";

    private static final String POP = "\u2069";

    public PicturesPart {
        entries = List.copyOf(entries);
    }

    /** The banner with what stands below it. */
    public record Banner(Image image, String caption, String credit, String terms) {}

    /**
     * A picture.
     *
     * @param larger  that there is a larger one, for whoever asks; empty where the largest file is public
     * @param licence where a licence is asked for, with the picture filled in; null where there is none to have
     */
    public record Entry(
            String title,
            String credit,
            String copyright,
            String terms,
            List<Size> sizes,
            String larger,
            @Nullable Link licence) {
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

    static PicturesPart of(PublicVersion version, PublicEdition edition, Papers papers, Speech speech) {
        @Nullable
        Banner banner = edition.banner()
                .map(plate -> new Banner(Image.banner(plate), plate.caption(), plate.credit(), plate.terms()))
                .orElse(null);
        Map<String, List<Plate>> pictures = new LinkedHashMap<>();
        edition.plates()
                .forEach(plate -> pictures.computeIfAbsent(plate.picture(), _ -> new ArrayList<>())
                        .add(plate));
        List<Entry> entries = new ArrayList<>();
        for (List<Plate> plates : pictures.values()) {
            entries.add(entry(plates, licence(version, entries.size() + 1, speech), speech));
        }
        return new PicturesPart(banner, entries, kit(version, papers, speech));
    }

    /** What stands no more is not given out. */
    private static @Nullable Link licence(PublicVersion version, int picture, Speech speech) {
        return version.withdrawn().isPresent()
                ? null
                : Link.to(
                        Paths.licence(version.release(), version.language()) + "&picture=" + picture,
                        speech.say("licence.ask"));
    }

    private static @Nullable Link kit(PublicVersion version, Papers papers, Speech speech) {
        return switch (papers.kit()) {
            case Kit.Laid(var bytes) ->
                Link.to(MediaKit.path(version), speech.say("kit") + " · ZIP · " + speech.length(bytes));
            case Kit.None _, Kit.Stale _ -> null;
        };
    }

    private static Entry entry(List<Plate> plates, @Nullable Link licence, Speech speech) {
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
        return new Entry(
                title, first.credit(), first.copyright(), first.terms(), sizes, larger(plates, speech), licence);
    }

    /** The picture as it came may have more pixels than any of its public files; in a preview none was developed. */
    private static String larger(List<Plate> plates, Speech speech) {
        Plate first = plates.getFirst();
        if (first.prints().stream().anyMatch(print -> print.bytes() == 0)) {
            return "";
        }
        int most = plates.stream()
                .flatMap(plate -> plate.prints().stream())
                .mapToInt(Plate.Print::width)
                .max()
                .orElse(0);
        return most < first.width()
                ? speech.say("pictures.larger", "pixels", LTR + first.width() + " × " + first.height() + POP)
                : "";
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
