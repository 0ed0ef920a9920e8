package org.diurna.press.paper;

/**
 * A piece of a line that is shown with one font, in one direction, with one look.
 *
 * @param size  in points
 * @param level of the bidirectional algorithm (UAX #9); odd runs from right to left
 * @param rise  above the line, in points
 * @param blank whether it holds nothing but spaces
 */
record Bit(Faces.Choice face, float size, int level, float rise, boolean blank, Span span, int ink, Glyphs glyphs) {
    float width() {
        return glyphs.width() * size / Face.UNITS;
    }

    boolean rightToLeft() {
        return level % 2 == 1;
    }
}
