package org.diurna.gate;

import java.util.List;
import java.util.Optional;
import org.diurna.edition.Inline;

/**
 * One line of a page, whether it came as a block of HTML or as a line of text: the unit that is counted in and out.
 *
 * @param at      place in the page, from 0
 * @param text    visible characters with single spaces, without soft hyphens
 * @param form    what the markup makes of it
 * @param level   of a heading (1 to 6), depth of a list item; 0 otherwise
 * @param gap     whether empty space stands before it
 * @param linked  share of its characters that are links, 0 to 1
 * @param region  where in the page it stands
 * @param strong  whether all of it is in bold type
 * @param glued   whether it goes on in the same block as the line before, after a line break
 * @param inlines the text with its marks
 * @param extra   what else the markup holds
 * @param list    number of the list that an item belongs to; 0 otherwise
 */
record Line(
        int at,
        String text,
        Form form,
        int level,
        boolean gap,
        double linked,
        Region region,
        boolean strong,
        boolean glued,
        List<Inline> inlines,
        Optional<Extra> extra,
        int list) {
    enum Form {
        TEXT,
        HEADING,
        ITEM,
        NUMBERED_ITEM,
        QUOTE,
        CAPTION,
        TABLE,
        PICTURE
    }

    /** Where a line stands, as the markup tells. A text file knows only {@code OPEN}. */
    enum Region {
        OPEN,
        INSIDE,
        OUTSIDE,
        CHROME,
        HIDDEN;

        boolean foreign() {
            return this == CHROME || this == HIDDEN;
        }
    }

    /** What is more than text. */
    sealed interface Extra {}

    /** A picture. */
    record Picture(String source, String alt, String caption, String credit) implements Extra {}

    /** A table of figures. */
    record Grid(List<Inline> caption, List<List<Inline>> head, List<List<List<Inline>>> rows) implements Extra {}

    boolean item() {
        return form == Form.ITEM || form == Form.NUMBERED_ITEM;
    }

    boolean empty() {
        return text.isEmpty() && extra.isEmpty();
    }

    Line in(Region now) {
        return new Line(at, text, form, level, gap, linked, now, strong, glued, inlines, extra, list);
    }

    Line with(int place, String words, List<Inline> marked, boolean after) {
        return new Line(place, words, form, level, gap, linked, region, strong, after, marked, extra, list);
    }
}
