package org.diurna.guest;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;

/**
 * Somebody outside who may see one revision of a language version.
 *
 * @param revision of the draft that is shown, whatever becomes of the draft
 * @param digest   SHA-256 of its words
 * @param medium   that a journalist works for; may be empty
 * @param mail     where letters go; may be empty
 * @param tongue   that letters and the page around the text are in
 * @param comments whether the guest may say something about it
 * @param mark     key of the invisible mark, 64 hexadecimal digits
 * @param expires  after which the link is dead; empty where only the lift ends it
 * @param accepted when the terms were accepted
 * @param openings how often the text was opened
 * @param opened   when last
 */
public record Guest(
        String id,
        Kind kind,
        ReleaseId release,
        Language language,
        int revision,
        String digest,
        String name,
        String medium,
        String mail,
        Language tongue,
        boolean comments,
        String mark,
        Instant made,
        String maker,
        Optional<Instant> expires,
        Optional<End> end,
        Optional<Instant> accepted,
        int openings,
        Optional<Instant> opened) {
    /** Longer names nobody has. */
    public static final int NAME_MAX = 120;

    /** Before the id of a guest, wherever it is written who did something. */
    static final String DOER = "guest:";

    /** Why somebody is a guest. */
    public enum Kind {
        EXPERT,
        JOURNALIST;

        /** In the database and in addresses of words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it ended. */
    public enum How {
        REVOKED,
        /** What was signed off is no longer. */
        CANCELLED,
        /** The text is public. */
        LIFTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The end of it. */
    public record End(How how, Instant at) {}

    /** Whether the link leads to the text at that moment. */
    public boolean alive(Instant now) {
        return end.isEmpty() && expires.filter(until -> !now.isBefore(until)).isEmpty();
    }

    /** As it stands in the trail and in comments, beside what the guest does. */
    public String doer() {
        return DOER + id;
    }
}
