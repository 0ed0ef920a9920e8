package org.diurna.press.paper;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run of text that is set in one way.
 *
 * @param text  a line feed breaks the line
 * @param ways  how it differs from the text around it
 * @param href  absolute address that it leads to
 * @param lang  language tag, where it differs from the text around it
 */
public record Span(String text, Set<Way> ways, Optional<String> href, Optional<String> lang) {
    /** What a run of text can be. */
    public enum Way {
        BOLD,
        ITALIC,
        RAISED
    }

    public Span {
        // a soft hyphen is no letter: lines are broken where the script allows it
        text = text.replace("\u00AD", "");
        ways = Set.copyOf(ways);
    }

    /** Text as the text around it. */
    public static Span plain(String text) {
        return new Span(text, Set.of(), Optional.empty(), Optional.empty());
    }

    /** Text of weight. */
    public static Span bold(String text) {
        return new Span(text, Set.of(Way.BOLD), Optional.empty(), Optional.empty());
    }

    /** Text that leads somewhere. */
    public static Span link(String text, String href) {
        return new Span(text, Set.of(), Optional.of(href), Optional.empty());
    }

    /** One plain run. */
    public static List<Span> text(String text) {
        return List.of(plain(text));
    }

    boolean is(Way way) {
        return ways.contains(way);
    }
}
