package org.diurna.edition;

import java.util.Locale;

/** Why an edition exists; the words of the ledger's leaf. */
public enum Kind {
    RELEASE,
    TRANSLATION,
    UPDATE,
    CORRECTION,
    REFILE,
    WITHDRAWAL,
    RESTORE,
    ERASURE;

    /** The lower-case word in edition.json and in the leaf. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
