package org.diurna.gate;

import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.Inline;

/** Cuts marked text. */
final class Inlines {
    private Inlines() {}

    static List<Inline> strip(List<Inline> text) {
        return from(until(text, length(text) - trailing(text)), leading(text));
    }

    private static int length(List<Inline> text) {
        return text.stream()
                .mapToInt(i -> i instanceof Inline.Text t ? t.text().length() : 0)
                .sum();
    }

    private static int leading(List<Inline> text) {
        String plain = joined(text);
        int count = 0;
        while (count < plain.length() && blank(plain.charAt(count))) {
            count++;
        }
        return count;
    }

    private static int trailing(List<Inline> text) {
        String plain = joined(text);
        int count = 0;
        while (count < plain.length() && blank(plain.charAt(plain.length() - 1 - count))) {
            count++;
        }
        return count;
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }

    private static String joined(List<Inline> text) {
        StringBuilder all = new StringBuilder();
        text.forEach(i -> all.append(i instanceof Inline.Text t ? t.text() : ""));
        return all.toString();
    }

    /** The text without its first characters. */
    static List<Inline> from(List<Inline> text, int skip) {
        List<Inline> kept = new ArrayList<>();
        int left = skip;
        for (Inline inline : text) {
            if (inline instanceof Inline.Text run && left > 0) {
                int cut = Math.min(left, run.text().length());
                left -= cut;
                if (cut < run.text().length()) {
                    kept.add(new Inline.Text(run.text().substring(cut), run.marks()));
                }
            } else {
                kept.add(inline);
            }
        }
        return kept;
    }

    /** The first characters of the text. */
    static List<Inline> until(List<Inline> text, int length) {
        List<Inline> kept = new ArrayList<>();
        int left = length;
        for (Inline inline : text) {
            if (left <= 0) {
                break;
            }
            if (inline instanceof Inline.Text run) {
                int take = Math.min(left, run.text().length());
                kept.add(
                        take == run.text().length()
                                ? run
                                : new Inline.Text(run.text().substring(0, take), run.marks()));
                left -= take;
            } else {
                kept.add(inline);
            }
        }
        return kept;
    }
}
