package org.diurna.ledger;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the words of a printed edition with the logged ones, without spaces and line ends, which paper has its own of. */
final class PaperWords {
    private static final int SHOWN = 40;

    private PaperWords() {}

    /** What differs, in words; empty where the paper says what was logged and nothing else. */
    static Optional<String> difference(Json.Members edition, Paper paper) {
        EditionWords words = EditionWords.of(edition.needed("bodyHtml"));
        List<Optional<String>> found = new ArrayList<>();
        found.add(compare("headline", edition.text("title").orElse(""), paper.headline()));
        found.add(compare("summary", edition.text("summary").orElse(""), paper.summary()));
        found.add(compare("text", words.body(), paper.body()));
        String captions = plain(paper.captions());
        for (String caption : words.captions()) {
            found.add(
                    captions.contains(plain(caption))
                            ? Optional.empty()
                            : Optional.of("the paper does not have the caption " + Strict.shown(caption) + "."));
        }
        if (!plain(paper.stray()).isEmpty()) {
            found.add(Optional.of("words were added beside the text: " + shown(plain(paper.stray()), 0) + "."));
        }
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> compare(String part, String logged, String shown) {
        String one = plain(shown);
        String other = plain(logged);
        if (one.equals(other)) {
            return Optional.empty();
        }
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return Optional.of("the " + part + " of the paper differs from the published one: the paper has "
                + shown(one, at) + ", published was " + shown(other, at) + " (written without spaces).");
    }

    private static String shown(String text, int at) {
        int from = Math.max(0, at - SHOWN / 2);
        return Strict.shown(text.substring(from, Math.min(text.length(), at + SHOWN)));
    }

    /** In one spelling, without spaces and without what has no shape. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.CONTROL)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
