package org.diurna.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.Block.SectionKind;

/** Titles of tail sections: alone in their line, or in front of the text with a colon or a dash. */
final class Sections {
    private static final int TITLE_MAX = 90;
    private static final int NAMED_WORDS_MAX = 7;
    private static final Pattern SPLIT = Pattern.compile("\\s*(?::|：|\\s[–—-]\\s)\\s*");
    private static final Pattern BRACKET = Pattern.compile("[(（\\[][^)）\\]]{1,60}[)）\\]]");
    private static final Map<String, SectionKind> TITLES = new HashMap<>();
    private static final List<Map.Entry<String, SectionKind>> NAMED = new ArrayList<>();

    static {
        Resource.each(
                "sections.tsv",
                (kind, titles) -> titles.forEach(title -> {
                    if (title.endsWith(" *")) {
                        NAMED.add(Map.entry(Fold.key(title), SectionKind.valueOf(kind)));
                    } else {
                        TITLES.putIfAbsent(Fold.key(title), SectionKind.valueOf(kind));
                    }
                }));
    }

    /**
     * A section title.
     *
     * @param rest the text behind it in the same line; may be empty
     */
    record Hit(SectionKind kind, String title, String rest) {}

    private Sections() {}

    static Optional<Hit> at(Line line) {
        String text = line.text();
        if (line.item() && text.length() > TITLE_MAX) {
            return Optional.empty();
        }
        if (text.length() <= TITLE_MAX) {
            Optional<SectionKind> kind = title(text);
            if (kind.isPresent()) {
                return Optional.of(new Hit(kind.get(), Fold.trim(text).isEmpty() ? text : stripped(text), ""));
            }
        }
        Matcher split = SPLIT.matcher(text);
        if (split.find() && split.start() > 1 && split.start() <= TITLE_MAX) {
            Optional<SectionKind> kind = title(text.substring(0, split.start()));
            if (kind.isPresent()) {
                return Optional.of(new Hit(kind.get(), text.substring(0, split.start()), text.substring(split.end())));
            }
        }
        return named(line);
    }

    private static String stripped(String text) {
        return text.replaceAll("[\\s:：]+$", "");
    }

    private static Optional<SectionKind> title(String words) {
        SectionKind kind = TITLES.get(Fold.key(words));
        if (kind == null) {
            kind = TITLES.get(Fold.key(BRACKET.matcher(words).replaceAll(" ")));
        }
        return Optional.ofNullable(kind);
    }

    /** "About the Port Authority": words, then a name in capitals and no sentence. */
    private static Optional<Hit> named(Line line) {
        String text = line.text();
        String folded = Fold.of(text);
        boolean sentence = Shape.ends(text) && !text.endsWith(":");
        if (text.length() > TITLE_MAX || sentence || line.item() || line.form() == Line.Form.CAPTION) {
            return Optional.empty();
        }
        for (Map.Entry<String, SectionKind> named : NAMED) {
            String head = named.getKey();
            if (folded.startsWith(head + " ") && folded.length() > head.length() + 2) {
                String[] words = text.substring(Math.min(text.length(), head.length() + 1))
                        .strip()
                        .split(" ", -1);
                boolean titled = line.form() == Line.Form.HEADING || line.strong() || line.gap() || head.length() > 4;
                long small = java.util.Arrays.stream(words)
                        .filter(w -> !w.isEmpty() && Character.isLowerCase(w.charAt(0)) && w.length() > 3)
                        .count();
                if (titled && words.length <= NAMED_WORDS_MAX && small <= (head.length() > 4 ? 1 : 0)) {
                    return Optional.of(new Hit(named.getValue(), stripped(text), ""));
                }
            }
        }
        return Optional.empty();
    }
}
