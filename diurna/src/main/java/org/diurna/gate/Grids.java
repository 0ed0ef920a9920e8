package org.diurna.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Inline;
import org.jsoup.nodes.Element;

/** Tells tables of figures from tables that only place things on a page. */
final class Grids {
    private static final int ROWS_MAX = 300;
    private static final int CELL_MAX = 300;
    private static final int COLUMNS_MAX = 30;

    private Grids() {}

    static Optional<Line.Grid> of(Element table) {
        if (table.selectFirst("table table, h1, h2, h3, form, ul, img") != null) {
            return Optional.empty();
        }
        List<Element> trs = table.select("tr");
        if (trs.size() < 2 || trs.size() > ROWS_MAX) {
            return Optional.empty();
        }
        int width = trs.stream().mapToInt(tr -> cells(tr).size()).max().orElse(0);
        boolean narrow = width < 2 || width > COLUMNS_MAX;
        if (narrow
                || table.select("td").stream()
                        .anyMatch(td ->
                                td.text().length() > CELL_MAX || td.select("p").size() > 2)) {
            return Optional.empty();
        }
        List<List<Inline>> head = new ArrayList<>();
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Element tr : trs) {
            List<List<Inline>> row = row(tr, width);
            if (rows.isEmpty() && head.isEmpty() && tr.selectFirst("td") == null && tr.selectFirst("th") != null) {
                head = row;
            } else if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(row);
            }
        }
        Element caption = table.selectFirst("caption");
        List<Inline> words = caption == null ? List.of() : TextLines.plain(TextLines.tidy(caption.text()));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Line.Grid(words, head, rows));
    }

    private static List<Element> cells(Element tr) {
        return tr.children().stream()
                .filter(e -> e.nameIs("td") || e.nameIs("th"))
                .toList();
    }

    private static List<List<Inline>> row(Element tr, int width) {
        List<List<Inline>> row = new ArrayList<>();
        cells(tr).forEach(cell -> row.add(TextLines.plain(TextLines.tidy(cell.text()))));
        while (row.size() < width) {
            row.add(List.of());
        }
        return row;
    }
}
