package org.diurna.ledger;

import java.util.ArrayList;
import java.util.List;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * The words in the HTML of an edition, which has the few elements that Diurna writes.
 *
 * @param body     without captions and without the numbers before footnotes
 * @param captions of pictures and tables, each piece by itself
 */
record EditionWords(String body, List<String> captions) {

    /**
     * Reads them.
     *
     * @throws Malformed when a tag or an entity has no end
     */
    static EditionWords of(String html) {
        Reading reading = new Reading();
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c != '<' && c != '&') {
                reading.text(c);
                at++;
                continue;
            }
            int end = html.indexOf(c == '<' ? '>' : ';', at);
            if (end < 0) {
                throw new Malformed("The HTML of the edition ends inside of a tag or an entity.");
            }
            if (c == '<') {
                reading.tag(html.substring(at + 1, end));
            } else {
                reading.text(entity(html.substring(at + 1, end)));
            }
            at = end + 1;
        }
        reading.piece();
        return new EditionWords(reading.body.toString(), List.copyOf(reading.captions));
    }

    private static int entity(String name) {
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            default -> {
                if (!name.matches("#[0-9]{1,7}")) {
                    throw new Malformed("The HTML of the edition has an entity that is not known here.");
                }
                yield Integer.parseInt(name.substring(1));
            }
        };
    }

    /** Where the words go that come next. */
    private static final class Reading {
        private final StringBuilder body = new StringBuilder();
        private final List<String> captions = new ArrayList<>();
        private final StringBuilder piece = new StringBuilder();
        private boolean picture;
        private boolean caption;
        private boolean number;

        void text(int character) {
            if (number) {
                return;
            }
            (picture || caption ? piece : body).appendCodePoint(character);
        }

        void tag(String tag) {
            String name = tag.split("[ /]", 2)[0];
            if (tag.startsWith("figure class=\"picture\"")) {
                picture = true;
            } else if (tag.equals("/figure")) {
                piece();
                picture = false;
            } else if (name.equals("caption")) {
                caption = true;
            } else if (tag.equals("/caption")) {
                piece();
                caption = false;
            } else if (picture && (name.equals("small") || (name.equals("span") && tag.contains("\"caption\"")))) {
                piece();
            } else if (tag.startsWith("a class=\"back\"")) {
                number = true;
            } else if (tag.equals("/a")) {
                number = false;
            }
        }

        private void piece() {
            if (!piece.toString().isBlank()) {
                captions.add(piece.toString().strip());
            }
            piece.setLength(0);
        }
    }
}
