package org.diurna.press.paper;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a file says.
 *
 * @param lang       language tag
 * @param title      of the document; also its headline
 * @param subject    a sentence for lists of files; may be empty
 * @param author     the office
 * @param created    the moment that the file bears
 * @param identity   text that tells this file from any other; its digest becomes the file's identifier
 * @param ink        the office's colour, {@code #rrggbb}
 * @param letterhead who speaks
 * @param facts      short lines beside the headline: type, number, day, place
 * @param banner     above the headline
 * @param decks      below the headline
 * @param notices    below the decks
 * @param body       the text
 * @param tail       after the text: contacts
 * @param colophon   how the paper is checked
 * @param foot       one line on each page
 * @param files      what is attached
 */
public record Leaflet(
        String lang,
        String title,
        String subject,
        String author,
        Instant created,
        String identity,
        String ink,
        Letterhead letterhead,
        List<String> facts,
        Optional<Part.Picture> banner,
        List<String> decks,
        List<Part.Notice> notices,
        List<Part> body,
        List<Part> tail,
        Colophon colophon,
        String foot,
        List<Attached> files) {

    /**
     * The head of the first page.
     *
     * @param organisation above the office's name; empty where they are the same
     */
    public record Letterhead(String organisation, String office) {}

    /**
     * How whoever holds the paper checks it.
     *
     * @param alt   read out in place of the QR code
     * @param link  what the QR code leads to
     * @param title of the block
     * @param code  the short code
     * @param lines what follows, a paragraph each
     */
    public record Colophon(String alt, String link, String title, String code, List<List<Span>> lines) {}

    /** What an attached file is to the paper (ISO 19005-3, annex E). */
    public enum Relation {
        SOURCE("Source"),
        DATA("Data");

        final String word;

        Relation(String word) {
            this.word = word;
        }
    }

    /** A file inside the file. */
    public record Attached(String name, String type, String description, Relation relation, byte[] bytes) {}

    boolean rightToLeft() {
        return locale().isRightToLeft();
    }

    ULocale locale() {
        return ULocale.forLanguageTag(lang);
    }

    int colour() {
        return Integer.parseInt(ink.substring(1), 16);
    }
}
