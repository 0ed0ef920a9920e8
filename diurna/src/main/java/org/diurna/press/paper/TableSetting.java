package org.diurna.press.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets a table: columns as wide as what they hold, rows that stay whole, the head again on each page. */
final class TableSetting {
    private static final float PAD = 14f;
    private static final float AIR = 4f;
    private static final Pattern NUMBER =
            Pattern.compile("[\\p{Nd}\\p{Sc}\\s.,’'%+−–-]*[\\p{Nd}–-][\\p{Nd}\\p{Sc}\\s.,’'%]*");

    /** A table that is lower than this is not parted; in points. */
    private static final float WHOLE_MAX = 280f;

    private final Flow flow;
    private final Breaking breaking;
    private final Part.Table table;
    private final Type type;
    private final Type bold;
    private final Type caption;

    TableSetting(Flow flow, Breaking breaking, Measures measures, Part.Table table) {
        this.flow = flow;
        this.breaking = breaking;
        this.table = table;
        this.type = measures.of(Type.CELL);
        this.bold = measures.of(Type.CELL.cut(Cut.SANS_BOLD));
        this.caption = measures.of(Type.TAIL.cut(Cut.SANS_BOLD));
    }

    void set(Tag parent, Flow.Column column) {
        flow.gap(4f);
        List<Flow.Column> columns = columns(column);
        float whole = caption.leading() * 2 + height(table.head(), bold, columns);
        for (List<List<Span>> cells : table.rows()) {
            whole += height(cells, type, columns);
        }
        if (whole < WHOLE_MAX) {
            flow.fit(whole);
        }
        Tag tag = parent.add("Table");
        if (!table.caption().isEmpty()) {
            List<Line> lines = breaking.lines(table.caption(), caption, column.width());
            flow.fit(caption.leading() * (lines.size() + 4));
            flow.lines(lines, caption, tag.add("Caption").add("P"), column);
            flow.gap(3f);
        }
        List<Line.Edge> edges = edges();
        if (!table.head().isEmpty()) {
            row(table.head(), bold, columns, edges, tag.add("THead").add("TR"), "TH");
        }
        flow.rule(column, 0.9f, Type.BLACK);
        Tag body = tag.add("TBody");
        for (List<List<Span>> cells : table.rows()) {
            if (height(cells, type, columns) > flow.room()) {
                flow.turn();
                if (!table.head().isEmpty()) {
                    row(table.head(), bold, columns, edges, null, "TH");
                    flow.rule(column, 0.9f, Type.BLACK);
                }
            }
            row(cells, type, columns, edges, body.add("TR"), "TD");
            flow.rule(column, 0.4f, Setting.HAIRLINE);
        }
        flow.gap(14f);
    }

    private float height(List<List<Span>> cells, Type type, List<Flow.Column> columns) {
        int most = IntStream.range(0, cells.size())
                .map(i -> lines(cells.get(i), type, columns.get(i)).size())
                .max()
                .orElse(0);
        return most * type.leading() + 2 * AIR;
    }

    private List<Line> lines(List<Span> cell, Type type, Flow.Column column) {
        return breaking.lines(cell, type, column.width());
    }

    private void row(
            List<List<Span>> cells,
            Type type,
            List<Flow.Column> columns,
            List<Line.Edge> edges,
            @Nullable Tag row,
            String cell) {
        float top = flow.down();
        float height = height(cells, type, columns);
        for (int i = 0; i < cells.size(); i++) {
            @Nullable Tag tag = row == null ? null : row.add(cell);
            @Nullable Tag text = tag == null ? null : tag.add("P");
            flow.to(top + AIR);
            for (Line line : lines(cells.get(i), type, columns.get(i))) {
                flow.line(line, type, text, columns.get(i), edges.get(i));
            }
        }
        flow.to(top + height);
    }

    /** Columns of figures but the first are set to the end of the line, so that digits stand below each other. */
    private List<Line.Edge> edges() {
        return IntStream.range(0, table.rows().getFirst().size())
                .mapToObj(i -> i > 0
                                && table.rows().stream()
                                        .map(row -> Setting.plain(row.get(i)))
                                        .allMatch(text -> text.isEmpty()
                                                || NUMBER.matcher(text).matches())
                        ? Line.Edge.END
                        : Line.Edge.START)
                .toList();
    }

    private List<Flow.Column> columns(Flow.Column whole) {
        int count = table.rows().getFirst().size();
        float[] least = new float[count];
        float[] most = new float[count];
        Stream.concat(table.head().isEmpty() ? Stream.of() : Stream.of(table.head()), table.rows().stream())
                .forEach(row -> {
                    for (int i = 0; i < count; i++) {
                        float[] measured = breaking.measure(row.get(i), bold);
                        least[i] = Math.max(least[i], measured[0]);
                        most[i] = Math.max(most[i], measured[1]);
                    }
                });
        return placed(whole, widths(least, most, whole.width() - PAD * (count - 1)));
    }

    private static float[] widths(float[] least, float[] most, float room) {
        float leasts = sum(least);
        float mosts = sum(most);
        float[] widths = new float[least.length];
        for (int i = 0; i < widths.length; i++) {
            if (mosts <= room) {
                widths[i] = most[i] + (room - mosts) / widths.length;
            } else if (leasts >= room) {
                widths[i] = least[i] * room / leasts;
            } else {
                widths[i] = least[i] + (most[i] - least[i]) * (room - leasts) / (mosts - leasts);
            }
        }
        return widths;
    }

    private List<Flow.Column> placed(Flow.Column whole, float[] widths) {
        List<Flow.Column> columns = new ArrayList<>();
        float from = 0;
        for (float width : widths) {
            float left = flow.rightToLeft() ? whole.left() + whole.width() - from - width : whole.left() + from;
            columns.add(new Flow.Column(left, width + 0.1f));
            from += width + PAD;
        }
        return columns;
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
