package org.diurna.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.Inline;
import org.diurna.edition.Texts;

/** A plain-text copy of a page as lines. */
final class TextLines {
    private static final int WRAP_MIN = 45;
    private static final int WRAP_MAX = 110;
    private static final int WRAPS_MIN = 3;
    private static final Pattern BULLET = Pattern.compile("^\\s*([-*•◦▪‣·●○–]|\\(?\\d{1,2}[.)])\\s+(?=\\S)");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u2007\u202f\u3000\u200b]+");
    private static final Pattern ENDS = Pattern.compile("[.!?:;。！？।॥։؟…][\"”»“’')\\]]*$");
    private static final Pattern GOES_ON = Pattern.compile("^\\p{Ll}");
    private static final Pattern NEW_LINE = Pattern.compile("\\R|\\f|\u2028|\u2029");

    private final List<Line> lines = new ArrayList<>();
    private final boolean wraps;
    private boolean gap = true;
    private int width;
    private int joined;
    private int spacers;

    private TextLines(boolean wraps) {
        this.wraps = wraps;
    }

    /** Whether lines of this file are broken at the width of a screen, again and again. */
    private static boolean wraps(List<String> raw) {
        int broken = 0;
        int full = 0;
        for (int i = 0; i + 1 < raw.size(); i++) {
            String line = raw.get(i).strip();
            full += line.isEmpty() ? 0 : 1;
            boolean cut = line.length() >= WRAP_MIN
                    && line.length() <= WRAP_MAX
                    && !ENDS.matcher(line).find();
            broken += cut && GOES_ON.matcher(raw.get(i + 1).strip()).find() ? 1 : 0;
        }
        return broken >= WRAPS_MIN && broken * 5 >= full;
    }

    static Page read(Decoded.Text file) {
        List<String> raw =
                NEW_LINE.splitAsStream(file.text()).limit(Gate.LINES_MAX).toList();
        TextLines text = new TextLines(wraps(raw));
        raw.forEach(text::add);
        List<Found.Report> reports = new ArrayList<>(file.reports());
        if (text.joined > 0) {
            reports.add(
                    new Found.Report(
                            Found.Matter.LINES_JOINED,
                            text.joined
                                    + " hard line breaks inside paragraphs were joined; compare the paragraphs with the page."));
        }
        return new Page(text.lines, false, "", List.of(), List.of(), text.spacers, reports);
    }

    private void add(String raw) {
        String text = tidy(raw);
        if (text.isEmpty()) {
            spacers += raw.isEmpty() ? 0 : 1;
            gap = true;
            return;
        }
        Matcher bullet = BULLET.matcher(raw);
        boolean item = bullet.find() && text.length() > 2;
        boolean goesOn = wraps && !gap && !item && width >= WRAP_MIN && width <= WRAP_MAX;
        width = text.length();
        if (goesOn) {
            Line last = lines.removeLast();
            String whole = last.text() + " " + text;
            lines.add(last.with(last.at(), whole, plain(whole), last.glued()));
            joined++;
            return;
        }
        boolean numbered =
                item && Character.isDigit(bullet.group(1).charAt(bullet.group(1).startsWith("(") ? 1 : 0));
        boolean dash = item && bullet.group(1).equals("–");
        String words = item && !dash && !numbered ? tidy(raw.substring(bullet.end())) : text;
        Line.Form form = !item || dash || numbered ? Line.Form.TEXT : Line.Form.ITEM;
        lines.add(new Line(
                lines.size(),
                words,
                form,
                0,
                gap,
                0,
                Line.Region.OPEN,
                false,
                false,
                plain(words),
                Optional.empty(),
                form == Line.Form.ITEM ? 1 : 0));
        gap = false;
    }

    static String tidy(String raw) {
        return SPACES.matcher(Texts.clean(raw)).replaceAll(" ").strip();
    }

    static List<Inline> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(Inline.Text.plain(text));
    }
}
