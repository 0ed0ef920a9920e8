package org.diurna.press.paper;

/**
 * How a paragraph is set.
 *
 * @param size    of letters, in points
 * @param leading from line to line, in points
 * @param cut     of letters that are not marked
 * @param ink     0xrrggbb
 */
record Type(float size, float leading, Cut cut, int ink) {
    static final int BLACK = 0x1b1c1e;
    static final int GREY = 0x55585c;

    static final Type BODY = new Type(10.5f, 16f, Cut.SANS, BLACK);
    static final Type HEADLINE = new Type(23f, 29f, Cut.SERIF_BOLD, BLACK);
    static final Type LONG_HEADLINE = new Type(19f, 25f, Cut.SERIF_BOLD, BLACK);
    static final Type DECK = new Type(13f, 19f, Cut.SANS, GREY);
    static final Type SMALL = new Type(8.5f, 12.5f, Cut.SANS, GREY);
    static final Type TAIL = new Type(9.5f, 14f, Cut.SANS, BLACK);
    static final Type QUOTE = new Type(13.5f, 20f, Cut.SERIF, BLACK);
    static final Type CELL = new Type(9.5f, 13.5f, Cut.SANS, BLACK);

    Type in(int other) {
        return new Type(size, leading, cut, other);
    }

    Type cut(Cut other) {
        return new Type(size, leading, other, ink);
    }

    Type size(float other, float line) {
        return new Type(other, line, cut, ink);
    }
}
