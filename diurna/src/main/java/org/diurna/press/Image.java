package org.diurna.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diurna.edition.Plate;
import org.jspecify.annotations.Nullable;

/**
 * A picture as HTML offers it: the browser takes the first source that it knows and that fits its window. Width and
 * height are told beforehand, so that nothing moves when the picture comes.
 *
 * @param sources the newer formats, and other crops for narrow windows
 * @param src     for readers that know no sources
 * @param alt     empty where it is decorative
 */
public record Image(List<Source> sources, String src, String srcset, String sizes, int width, int height, String alt) {
    /** Up to this width a window is a phone's: the tall crop fits it. */
    private static final String PHONE = "(max-width: 40rem)";

    private static final String ACROSS = "(min-width: 75rem) 66rem, 92vw";
    private static final String LEAD = "(min-width: 75rem) 46rem, (min-width: 64rem) 60vw, 92vw";
    private static final String JPEG = "image/jpeg";
    private static final List<String> FORMATS = List.of("image/avif", "image/webp", JPEG);

    public Image {
        sources = List.copyOf(sources);
    }

    /**
     * What is offered instead.
     *
     * @param media null where it fits every window
     */
    public record Source(@Nullable String media, String type, String srcset, String sizes, int width, int height) {}

    /** The banner above a release: tall on phones, wide above. */
    static Image banner(Plate plate) {
        List<Source> sources = new ArrayList<>();
        FORMATS.forEach(
                type -> source(plate, Plate.Cut.TALL, type, PHONE, "100vw").ifPresent(sources::add));
        return of(plate, Plate.Cut.WIDE, ACROSS, sources);
    }

    /** The banner of the release that leads a front page. */
    static Image lead(Plate plate) {
        return of(plate, Plate.Cut.MIDDLE, LEAD, new ArrayList<>());
    }

    private static Image of(Plate plate, Plate.Cut cut, String sizes, List<Source> sources) {
        FORMATS.stream()
                .filter(type -> !type.equals(JPEG))
                .forEach(type -> source(plate, cut, type, null, sizes).ifPresent(sources::add));
        List<Plate.Print> prints = plate.prints(cut, JPEG);
        if (prints.isEmpty()) {
            throw new IllegalStateException("The picture " + plate.picture() + " has no JPEG file for " + cut + ".");
        }
        Plate.Print widest = prints.getLast();
        return new Image(sources, widest.path(), srcset(prints), sizes, widest.width(), widest.height(), plate.alt());
    }

    private static Optional<Source> source(
            Plate plate, Plate.Cut cut, String type, @Nullable String media, String sizes) {
        List<Plate.Print> prints = plate.prints(cut, type);
        return prints.isEmpty()
                ? Optional.empty()
                : Optional.of(new Source(
                        media,
                        type,
                        srcset(prints),
                        sizes,
                        prints.getLast().width(),
                        prints.getLast().height()));
    }

    private static String srcset(List<Plate.Print> prints) {
        return prints.stream()
                .map(print -> print.path() + " " + print.width() + "w")
                .collect(Collectors.joining(", "));
    }
}
