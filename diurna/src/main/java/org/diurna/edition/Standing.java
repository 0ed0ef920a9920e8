package org.diurna.edition;

import java.util.Locale;

/** What a language version counts for: its status beside the other languages. */
public enum Standing {
    ORIGINAL,
    EQUALLY_AUTHENTIC,
    OFFICIAL,
    COURTESY,
    MACHINE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why the first edition of such a version exists. */
    public Kind first() {
        return switch (this) {
            case ORIGINAL, EQUALLY_AUTHENTIC -> Kind.RELEASE;
            case OFFICIAL, COURTESY, MACHINE -> Kind.TRANSLATION;
        };
    }

    public static Standing of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
