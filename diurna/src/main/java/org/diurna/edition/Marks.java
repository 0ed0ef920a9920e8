package org.diurna.edition;

import java.util.Comparator;
import java.util.List;

/** The elements of marks, always nested in the same order. */
final class Marks {
    private Marks() {}

    static List<Mark> inOrder(List<Mark> marks) {
        return marks.stream().sorted(Comparator.comparingInt(Marks::depth)).toList();
    }

    private static int depth(Mark mark) {
        return switch (mark) {
            case Mark.Link _ -> 0;
            case Mark.Foreign _ -> 1;
            case Mark.Strong _ -> 2;
            case Mark.Emphasis _ -> 3;
            case Mark.Abbreviation _ -> 4;
        };
    }

    static String tag(Mark mark) {
        return switch (mark) {
            case Mark.Link link -> "<a href=\"" + BodyHtml.escape(link.target()) + "\">";
            case Mark.Foreign foreign ->
                "<span lang=\"" + foreign.language() + "\" dir=\""
                        + foreign.language().direction() + "\">";
            case Mark.Strong _ -> "<strong>";
            case Mark.Emphasis _ -> "<em>";
            case Mark.Abbreviation abbreviation -> "<abbr title=\"" + BodyHtml.escape(abbreviation.meaning()) + "\">";
        };
    }

    /** The end of an element that began with this tag. */
    static String end(String tag) {
        int name = 1;
        while (Character.isLetterOrDigit(tag.charAt(name))) {
            name++;
        }
        return "</" + tag.substring(1, name) + ">";
    }
}
