package org.diurna.house;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of CSV (RFC 4180), safe to open in table programs. */
public final class Csv {
    private Csv() {}

    /** A row with its end. A cell that begins like a formula gets an apostrophe, since table programs would calculate it. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
