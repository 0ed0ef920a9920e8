package org.diurna.press.paper;

import java.util.List;
import java.util.Optional;

/** A part of a leaflet, in reading order. */
public sealed interface Part {

    /** A sub-heading of level 2, 3 or 4. */
    record Heading(int level, List<Span> text) implements Part {}

    /** A paragraph. */
    record Paragraph(List<Span> text) implements Part {}

    /** Words of somebody, set apart; {@code by} may be empty. */
    record Quote(List<List<Span>> paragraphs, List<Span> by) implements Part {}

    /** A list; items may hold lists. */
    record Items(boolean numbered, List<Item> items) implements Part {}

    /** An item of a list. */
    record Item(List<Span> text, Optional<Items> inner) {}

    /** A table; {@code caption} and {@code head} may be empty, all rows are equally long. */
    record Table(List<Span> caption, List<List<Span>> head, List<List<List<Span>>> rows) implements Part {}

    /**
     * A picture.
     *
     * @param image   a JPEG file without CMYK
     * @param width   in pixels
     * @param height  in pixels
     * @param alt     read out in its place; empty where it says nothing
     * @param caption may be empty
     */
    record Picture(byte[] image, int width, int height, String alt, List<Span> caption) implements Part {}

    /** What would stand below a picture that is not there. */
    record Caption(List<Span> text) implements Part {}

    /** A footnote under its number. */
    record Note(String number, List<Span> text) implements Part {}

    /** Short texts side by side, two in a row. */
    record Cards(List<List<Span>> cards) implements Part {}

    /** A tail section. */
    record Section(String title, List<Part> parts) implements Part {}

    /** What must be known before reading. */
    record Notice(Tone tone, String title, String text) implements Part {}

    /** How serious a notice is; it is always said in words too. */
    enum Tone {
        AMBER(0x8a5a00),
        RED(0xa3211b),
        GREY(0x55585c);

        final int ink;

        Tone(int ink) {
            this.ink = ink;
        }
    }
}
