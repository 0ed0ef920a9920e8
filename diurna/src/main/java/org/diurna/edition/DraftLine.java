package org.diurna.edition;

import java.time.Instant;
import java.util.Locale;
import org.diurna.house.Language;

/**
 * A language version as it stands in the desk's lists.
 *
 * @param office code
 * @param type   code
 */
public record DraftLine(
        ReleaseId release,
        Language language,
        String office,
        String type,
        At at,
        String headline,
        Instant changed,
        String changer) {

    /** How far it has come, as far as a list tells it. */
    public enum At {
        DRAFTED,
        IN_REVIEW,
        APPROVED,
        SCHEDULED,
        HELD,
        IN_PRESS,
        PUBLIC,
        WITHDRAWN;

        /** The word in addresses and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The stage with that word.
         *
         * @throws IllegalArgumentException for any other word
         */
        public static At of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
