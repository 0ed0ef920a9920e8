package org.diurna.press.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One page while it is drawn. Lengths are points from the top left corner. */
final class Folio {
    /** A4. */
    static final float WIDTH = 595.28f;

    static final float HEIGHT = 841.89f;

    private final int number;
    private final StringBuilder out = new StringBuilder();
    private final List<Tag> marked = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();

    /** A rectangle that leads to an address. */
    record Area(float left, float top, float right, float bottom, String href, String words, Tag tag) {}

    Folio(int number) {
        this.number = number;
    }

    /** From 0. */
    int number() {
        return number;
    }

    String content() {
        return out.toString();
    }

    /** The nodes of its marked contents, by their number. */
    List<Tag> marked() {
        return marked;
    }

    List<Area> areas() {
        return areas;
    }

    /** Begins content that belongs to a node, or to none: then it is decoration. */
    void begin(@Nullable Tag tag) {
        if (tag == null) {
            out.append("/Artifact BMC\n");
            return;
        }
        int mark = marked.size();
        marked.add(tag);
        tag.add(new Tag.Content(this, mark));
        out.append('/').append(tag.type()).append(" <</MCID ").append(mark).append(">> BDC\n");
    }

    void end() {
        out.append("EMC\n");
    }

    void area(Area area) {
        area.tag().add(new Tag.Area(this, areas.size()));
        areas.add(area);
    }

    void fill(int ink) {
        out.append(colour(ink)).append(" rg\n");
    }

    void stroke(int ink) {
        out.append(colour(ink)).append(" RG\n");
    }

    /** A filled rectangle. */
    void box(float left, float top, float width, float height) {
        out.append(number(left))
                .append(' ')
                .append(number(HEIGHT - top - height))
                .append(' ')
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append(" re f\n");
    }

    void picture(String name, float left, float top, float width, float height) {
        out.append("q ")
                .append(number(width))
                .append(" 0 0 ")
                .append(number(height))
                .append(' ')
                .append(number(left))
                .append(' ')
                .append(number(HEIGHT - top - height))
                .append(" cm /")
                .append(name)
                .append(" Do Q\n");
    }

    /** Operators as they are. */
    Folio raw(String operators) {
        out.append(operators);
        return this;
    }

    private static String colour(int ink) {
        return number(((ink >> 16) & 255) / 255f) + " " + number(((ink >> 8) & 255) / 255f) + " "
                + number((ink & 255) / 255f);
    }

    /** A number as content streams write it: no exponent, no more digits than are seen. */
    static String number(float value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        if (text.charAt(end - 1) == '.') {
            end--;
        }
        String brief = text.substring(0, end);
        return brief.equals("-0") ? "0" : brief;
    }
}
