package org.diurna.gate;

import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.Inline;
import org.diurna.edition.Mark;
import org.diurna.edition.Texts;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Collects the text nodes of one block with the marks that their elements put on them. */
final class Run {
    private static final int CLIMB_MAX = 12;

    private final List<Inline> inlines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int linked;
    private int strong;
    private int seen;

    void add(TextNode node, Element parent) {
        put(node.getWholeText(), parent);
    }

    void say(String words, Element parent) {
        put(words, parent);
    }

    private void put(String raw, Element parent) {
        StringBuilder words = new StringBuilder();
        boolean space = text.isEmpty() || text.charAt(text.length() - 1) == ' ';
        String clean = Texts.clean(raw);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean blank = Character.isWhitespace(c) || c == '\u200b';
            if (!blank) {
                words.append(c);
                space = false;
            } else if (!space) {
                words.append(' ');
                space = true;
            }
        }
        seen += raw.isBlank() && raw.indexOf('\u00a0') < 0 ? 0 : raw.length();
        if (words.isEmpty()) {
            return;
        }
        List<Mark> marks = marks(parent);
        int letters = words.toString().strip().length();
        linked += marks.stream().anyMatch(Mark.Link.class::isInstance) || within(parent, "a") ? letters : 0;
        strong += marks.contains(new Mark.Strong()) ? letters : 0;
        text.append(words);
        inlines.add(new Inline.Text(words.toString(), marks));
    }

    private static boolean within(Element element, String name) {
        Element at = element;
        for (int i = 0; i < CLIMB_MAX && at != null; i++, at = at.parent()) {
            if (at.nameIs(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<Mark> marks(Element parent) {
        List<Mark> marks = new ArrayList<>();
        Element at = parent;
        for (int i = 0; i < CLIMB_MAX && at != null && (!at.isBlock() || at.nameIs("ins")); i++, at = at.parent()) {
            Mark mark = switch (at.normalName()) {
                case "strong", "b" -> new Mark.Strong();
                case "em", "i" -> new Mark.Emphasis();
                case "a" ->
                    Mark.Link.allowed(at.attr("href").strip())
                            ? new Mark.Link(at.attr("href").strip())
                            : null;
                case "abbr" -> at.attr("title").isBlank() ? null : new Mark.Abbreviation(at.attr("title"));
                default -> null;
            };
            if (mark != null
                    && marks.stream().noneMatch(other -> other.getClass().equals(mark.getClass()))) {
                marks.add(mark);
            }
        }
        return marks;
    }

    String text() {
        return text.toString();
    }

    int length() {
        return Math.max(seen, text.length());
    }

    double linked() {
        int letters = text.toString().strip().length();
        return letters == 0 ? 0 : Math.min(1, linked / (double) letters);
    }

    boolean strong() {
        int letters = text.toString().strip().length();
        return letters > 0 && strong * 10 >= letters * 9;
    }

    /** Runs without spaces at the two ends, neighbours with the same marks joined. */
    List<Inline> inlines() {
        List<Inline> kept = new ArrayList<>();
        for (Inline inline : inlines) {
            if (inline instanceof Inline.Text now
                    && !kept.isEmpty()
                    && kept.getLast() instanceof Inline.Text last
                    && last.marks().equals(now.marks())) {
                kept.removeLast();
                kept.add(new Inline.Text(last.text() + now.text(), now.marks()));
            } else {
                kept.add(inline);
            }
        }
        return Inlines.strip(kept);
    }

    void clear() {
        inlines.clear();
        text.setLength(0);
        linked = 0;
        strong = 0;
        seen = 0;
    }
}
