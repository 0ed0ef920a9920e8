package org.diurna.press;

import java.util.List;
import org.diurna.press.paper.QrSquares;
import org.jspecify.annotations.Nullable;

/**
 * The page of a release, or of one of its editions.
 *
 * @param type      with the list of its type
 * @param day       the day that it bears
 * @param body      the edition's own HTML between its two marks, printed as it is
 * @param standing  what this text counts for; null where it is the only one
 * @param published when it first became public
 * @param plain     the text without mark-up
 * @param paper     the PDF file; null while there is none
 * @param shareable links that hand the address on, without trackers
 * @param brief     the short permanent address
 * @param code      the short code that a person can type
 * @param qr        leads from a printed page to where it is checked
 * @param genuine   where anybody checks it, with the code filled in
 * @param history   what was changed, word by word
 * @param pictures  the banner, and all pictures for the press
 * @param events    that it announces, soonest first
 */
public record ReleasePage(
        Frame frame,
        Link type,
        @Nullable String number,
        Stamp day,
        String place,
        String headline,
        List<String> decks,
        List<Notice> notices,
        String body,
        List<Link> also,
        @Nullable String standing,
        Stamp published,
        Link plain,
        @Nullable Link paper,
        List<Link> shareable,
        String brief,
        String code,
        QrSquares.Drawing qr,
        Link genuine,
        Link rights,
        List<Line> editions,
        Link history,
        PicturesPart pictures,
        List<EventPart> events) {
    private static final int LONG_CHARS = 100;

    public ReleasePage {
        decks = List.copyOf(decks);
        notices = List.copyOf(notices);
        also = List.copyOf(also);
        shareable = List.copyOf(shareable);
        editions = List.copyOf(editions);
        events = List.copyOf(events);
    }

    /** A long headline is set smaller, so that it stays two or three lines and not a wall; null for the usual size. */
    public @Nullable String scale() {
        int width = headline.codePoints().map(c -> wide(c) ? 2 : 1).sum();
        return width > LONG_CHARS ? "long" : null;
    }

    /** Chinese, Japanese and Korean letters are twice as wide as others. */
    private static boolean wide(int c) {
        return Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3);
    }

    /**
     * What must be known before reading, between headline and body.
     *
     * @param kind  names its colour and shape in the style sheet
     * @param title in words what it is
     * @param text  may be empty
     * @param links where to go from here
     */
    public record Notice(String kind, String title, String text, List<Link> links) {
        public Notice {
            links = List.copyOf(links);
        }
    }

    /**
     * An edition in the history.
     *
     * @param json  path of edition.json; null where the text was removed
     * @param shown whether the page shows this edition
     */
    public record Line(
            Link edition,
            String kind,
            Stamp published,
            String note,
            @Nullable String json,
            String proof,
            boolean shown) {}
}
