package org.diurna.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diurna.darkroom.Region;

/**
 * The field of the parts of a picture that no crop should cut: left, top, width and height of each in hundredths of the
 * picture, a line for each.
 */
final class KeptField {
    static final String NAME = "kept";

    private static final int PER_CENT = 100;
    private static final Pattern LINE =
            Pattern.compile("([0-9]{1,3})[ ,]+([0-9]{1,3})[ ,]+([0-9]{1,3})[ ,]+([0-9]{1,3})");

    private KeptField() {}

    /** Rounded outwards: a face that is a little too large in the form is still whole. */
    static String write(List<Region> kept) {
        return kept.stream()
                .map(part -> {
                    int x = part.x() / PER_CENT;
                    int y = part.y() / PER_CENT;
                    int right = Math.ceilDiv(part.x() + part.width(), PER_CENT);
                    int bottom = Math.ceilDiv(part.y() + part.height(), PER_CENT);
                    return x + " " + y + " " + (right - x) + " " + (bottom - y);
                })
                .collect(Collectors.joining("\n"));
    }

    /** Empty where a line is none. */
    static Optional<List<Region>> read(String text) {
        List<Region> kept = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            Matcher numbers = LINE.matcher(line);
            if (!numbers.matches() || kept.size() == Region.REGIONS_MAX) {
                return Optional.empty();
            }
            try {
                kept.add(new Region(
                        Integer.parseInt(numbers.group(1)) * PER_CENT,
                        Integer.parseInt(numbers.group(2)) * PER_CENT,
                        Integer.parseInt(numbers.group(3)) * PER_CENT,
                        Integer.parseInt(numbers.group(4)) * PER_CENT));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // it lies outside of the picture
            }
        }
        return Optional.of(kept);
    }

    static void errors(PictureFields fields, Map<String, String> errors) {
        if (read(fields.text(NAME)).isEmpty()) {
            errors.put(NAME, "picture.no-kept");
        }
    }
}
