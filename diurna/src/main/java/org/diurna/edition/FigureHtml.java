package org.diurna.edition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The picture inside a figure of a body: the newest formats first, JPEG for everybody, its size told beforehand. */
final class FigureHtml {
    /** The text column: 42 rem, or the window without its margins. */
    private static final String SIZES = "(min-width: 46rem) 42rem, 92vw";

    private static final List<String> NEWER = List.of("image/avif", "image/webp");

    private FigureHtml() {}

    static String of(Plate plate) {
        Plate.Print widest = plate.widest(Plate.Cut.WHOLE)
                .orElseThrow(() -> new IllegalStateException("The picture " + plate.picture() + " has no JPEG file."));
        StringBuilder out = new StringBuilder("<picture>");
        for (String type : NEWER) {
            List<Plate.Print> prints = plate.prints(Plate.Cut.WHOLE, type);
            if (!prints.isEmpty()) {
                out.append("<source type=\"")
                        .append(type)
                        .append("\" srcset=\"")
                        .append(srcset(prints))
                        .append("\" sizes=\"")
                        .append(SIZES)
                        .append("\">");
            }
        }
        return out.append(String.format(
                        Locale.ROOT,
                        "<img src=\"%s\" srcset=\"%s\" sizes=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\""
                                + " decoding=\"async\" alt=\"%s\"></picture>",
                        widest.path(),
                        srcset(plate.prints(Plate.Cut.WHOLE, "image/jpeg")),
                        SIZES,
                        widest.width(),
                        widest.height(),
                        BodyHtml.escape(plate.alt())))
                .toString();
    }

    private static String srcset(List<Plate.Print> prints) {
        return prints.stream()
                .map(print -> print.path() + " " + print.width() + "w")
                .collect(Collectors.joining(", "));
    }
}
