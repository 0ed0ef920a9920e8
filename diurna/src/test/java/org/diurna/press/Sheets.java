package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds printed sheets by their address. */
final class Sheets {
    private Sheets() {}

    static Sheet at(List<Sheet> sheets, String path) {
        return sheets.stream()
                .filter(sheet -> sheet.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing was printed at " + path + ", only at "
                        + sheets.stream().map(Sheet::path).toList()));
    }

    static byte[] bytes(Sheet sheet) {
        return switch (sheet) {
            case Sheet.Printed printed -> printed.bytes();
            case Sheet.Gone gone -> gone.page();
            case Sheet.Dated dated -> dated.versions().toString().getBytes(StandardCharsets.UTF_8);
            case Sheet.Moved moved -> moved.to().getBytes(StandardCharsets.UTF_8);
        };
    }

    static String text(List<Sheet> sheets, String path) {
        return new String(bytes(at(sheets, path)), StandardCharsets.UTF_8);
    }
}
