package org.diurna.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;

/**
 * A request to use what a release shows, and what became of it.
 *
 * @param id       10 letters and digits, which people write in letters
 * @param language in which it was asked and is answered
 * @param edition  that was public when it was asked
 * @param headline of that edition
 * @param version  counts its changes: who decides on what has changed meanwhile is told so
 * @param ends     of a granted one: when it ends by itself
 * @param erased   when the person was forgotten; everything that was written is empty then
 */
public record Licence(
        String id,
        String office,
        ReleaseId release,
        Language language,
        int edition,
        String headline,
        Requester requester,
        Use use,
        List<Item> items,
        State state,
        int version,
        Instant asked,
        Instant changed,
        Optional<Instant> ends,
        Optional<Instant> erased) {
    public Licence {
        items = List.copyOf(items);
    }

    /** Who asks, in the own words; all of it empty once forgotten. */
    public record Requester(String name, String organisation, String mail) {}

    /**
     * What for.
     *
     * @param territory may be empty
     */
    public record Use(
            String medium, String purpose, String territory, Optional<LocalDate> first, Optional<LocalDate> last) {}

    /**
     * What is asked for.
     *
     * @param place   0 for the words, otherwise the picture's number in the edition, from 1
     * @param picture its id in the library; empty for the words
     * @param title   what it shows, or the headline
     */
    public record Item(int place, String picture, String title) {
        /** The place of the words. */
        public static final int WORDS = 0;

        public boolean words() {
            return place == WORDS;
        }

        /**
         * What a form sends for it. A picture's place is another's once a picture before it was taken back, so that its id
         * is sent.
         */
        String value() {
            return words() ? String.valueOf(WORDS) : picture;
        }
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        /** The office has asked something back. */
        QUESTION,
        GRANTED,
        REFUSED,
        /** It was granted, and has ended. */
        EXPIRED;

        /** As in the database and in words: {@code granted}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether an officer can still decide. */
        public boolean undecided() {
            return this == OPEN || this == QUESTION;
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Something that happened to it.
     *
     * @param doer  id of the member of staff; empty for the requester and for what happens by itself
     * @param kind  {@code asked}, {@code question}, {@code reply}, {@code granted}, {@code refused}, {@code expired},
     *              {@code erased}
     * @param words that were written; may be empty
     */
    public record Step(Instant at, String doer, String kind, String words) {}

    /**
     * A picture of it in full size.
     *
     * @param sha256 of the file, backstage
     * @param bytes  its length
     */
    public record File(int place, String sha256, int width, int height, long bytes, int downloads) {}

    /** What was granted: terms in the office's words, and the signed receipt. */
    public record Grant(String terms, String receipt) {}
}
