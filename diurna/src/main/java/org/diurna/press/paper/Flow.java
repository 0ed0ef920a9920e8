package org.diurna.press.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes down the pages. Lengths are points from the top left corner. */
final class Flow {
    static final float MARGIN = 54f;
    private static final float TOP = 46f;
    private static final float TOP_LATER = 74f;
    private static final float BOTTOM = Folio.HEIGHT - 76f;

    /** The column at the beginning of the line that holds facts and the code. */
    static final float SIDE = 104f;

    static final float GUTTER = 22f;

    /** Of the line height: where letters stand in it. */
    private static final float STANDS = 0.74f;

    private static final int FEWEST_LINES = 2;

    private final List<Folio> folios = new ArrayList<>();
    private final boolean rightToLeft;
    private final Ink ink;
    private float down;

    /** A column on the page. */
    record Column(float left, float width) {
        /** The same without some points at the beginning of its lines. */
        Column inset(float by, boolean rightToLeft) {
            return new Column(rightToLeft ? left : left + by, width - by);
        }
    }

    Flow(boolean rightToLeft, Ink ink) {
        this.rightToLeft = rightToLeft;
        this.ink = ink;
        turn();
        down = TOP;
    }

    /** Between the margins. */
    Column whole() {
        return new Column(MARGIN, Folio.WIDTH - 2 * MARGIN);
    }

    Column side() {
        float left = rightToLeft ? Folio.WIDTH - MARGIN - SIDE : MARGIN;
        return new Column(left, SIDE);
    }

    /** Where the text stands. */
    Column main() {
        return whole().inset(SIDE + GUTTER, rightToLeft);
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    List<Folio> folios() {
        return folios;
    }

    Folio folio() {
        return folios.getLast();
    }

    float down() {
        return down;
    }

    void to(float height) {
        down = height;
    }

    void gap(float height) {
        down += height;
    }

    /** What is left of the page. */
    float room() {
        return BOTTOM - down;
    }

    /** Goes to the next page where this one has no room for so much. */
    void fit(float height) {
        if (height > room() && !fresh()) {
            turn();
        }
    }

    private boolean fresh() {
        return folios.size() > 1 && down <= TOP_LATER;
    }

    void turn() {
        folios.add(new Folio(folios.size()));
        down = TOP_LATER;
    }

    /** Is told what of a page a paragraph has taken. */
    interface Beside {
        void piece(Folio folio, float top, float bottom);
    }

    void lines(List<Line> lines, Type type, @Nullable Tag tag, Column column) {
        lines(lines, type, tag, column, Line.Edge.START, (_, _, _) -> {});
    }

    /** Sets lines; a page neither begins nor ends with fewer than two lines of a longer paragraph. */
    void lines(List<Line> lines, Type type, @Nullable Tag tag, Column column, Line.Edge edge, Beside beside) {
        int next = 0;
        while (next < lines.size()) {
            int left = lines.size() - next;
            int fitting = (int) (room() / type.leading() + 0.01f);
            int taken = Math.min(left, fitting);
            if (left - taken == 1) {
                taken--;
            }
            if (taken < Math.min(left, FEWEST_LINES) && !fresh()) {
                turn();
                continue;
            }
            taken = Math.max(1, taken);
            float top = down;
            for (Line line : lines.subList(next, next + taken)) {
                line(line, type, tag, column, edge);
            }
            beside.piece(folio(), top, down);
            next += taken;
        }
    }

    /** One line at the present height, wherever the page ends. */
    void line(Line line, Type type, @Nullable Tag tag, Column column, Line.Edge edge) {
        float stands = down + (type.leading() - type.size()) / 2 + type.size() * STANDS + type.size() * 0.1f;
        ink.line(folio(), tag, line, column.left(), stands, column.width(), edge);
        down += type.leading();
    }

    /** A thin line across a column, for the eye alone. */
    void rule(Column column, float thickness, int colour) {
        bar(folio(), column.left(), down, column.width(), thickness, colour);
    }

    static void bar(Folio folio, float left, float top, float width, float height, int colour) {
        folio.begin(null);
        folio.fill(colour);
        folio.box(left, top, width, height);
        folio.end();
    }
}
