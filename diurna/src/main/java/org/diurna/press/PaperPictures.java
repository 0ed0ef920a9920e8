package org.diurna.press;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Plate;
import org.diurna.press.paper.Part;
import org.diurna.press.paper.Span;

/** The pictures of an edition on paper: files that are public anyway, handed through as they are. */
final class PaperPictures {
    /** Sharp enough across a page of A4, and no heavier than it needs to be. */
    private static final int WIDTH_MAX = 1_600;

    private PaperPictures() {}

    /** The file that is printed. */
    static Optional<Plate.Print> print(Plate plate) {
        List<Plate.Print> prints = plate.prints(plate.banner() ? Plate.Cut.WIDE : Plate.Cut.WHOLE, "image/jpeg");
        return prints.stream()
                .filter(print -> print.width() <= WIDTH_MAX)
                .max(Comparator.comparingInt(Plate.Print::width))
                .or(() -> prints.stream().findFirst());
    }

    /** By the place where they stand; under a banner stands its caption, under a figure so far only whose it is. */
    static Map<String, Part.Picture> of(PublicEdition edition, Map<String, byte[]> files) {
        Map<String, Part.Picture> pictures = new HashMap<>();
        for (Plate plate : edition.plates()) {
            print(plate)
                    .ifPresent(print -> Optional.ofNullable(files.get(print.sha256()))
                            .ifPresent(bytes -> pictures.put(
                                    plate.place(),
                                    new Part.Picture(
                                            bytes, print.width(), print.height(), plate.alt(), below(plate)))));
        }
        return pictures;
    }

    private static List<Span> below(Plate plate) {
        List<Span> caption = plate.banner() && !plate.caption().isEmpty() ? Span.text(plate.caption()) : List.of();
        return PaperBody.below(caption, plate);
    }

    /** The same picture with words before those that it has. */
    static Part.Picture captioned(Part.Picture picture, List<Span> words) {
        List<Span> caption = new ArrayList<>(words);
        if (!words.isEmpty() && !picture.caption().isEmpty()) {
            caption.add(Span.plain(" · "));
        }
        caption.addAll(picture.caption());
        return new Part.Picture(picture.image(), picture.width(), picture.height(), picture.alt(), caption);
    }
}
