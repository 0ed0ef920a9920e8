package org.diurna.press;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release as a line of a list.
 *
 * @param number    as printed; null where it has none
 * @param withdrawn the word for it; null while the release stands
 * @param also      the other languages in which it can be read
 * @param image     the banner, for the release that leads; null where it has none
 */
public record Entry(
        String href,
        String headline,
        String summary,
        String type,
        @Nullable String number,
        Stamp day,
        String place,
        @Nullable String withdrawn,
        List<Link> also,
        @Nullable Image image) {
    public Entry {
        also = List.copyOf(also);
    }
}
