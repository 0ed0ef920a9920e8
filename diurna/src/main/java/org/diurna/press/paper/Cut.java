package org.diurna.press.paper;

import java.util.Set;

/** The shapes of letters that a text asks for; scripts that lack one are set in what they have. */
enum Cut {
    SANS("sans"),
    SANS_BOLD("sans-bold"),
    SANS_ITALIC("sans-italic"),
    SERIF("serif"),
    SERIF_BOLD("serif-bold");

    /** The face of Latin, Greek and Cyrillic letters. */
    final String face;

    Cut(String face) {
        this.face = face;
    }

    boolean bold() {
        return this == SANS_BOLD || this == SERIF_BOLD;
    }

    Cut with(Set<Span.Way> ways) {
        boolean serif = this == SERIF || this == SERIF_BOLD;
        if (ways.contains(Span.Way.BOLD)) {
            return serif ? SERIF_BOLD : SANS_BOLD;
        }
        return ways.contains(Span.Way.ITALIC) && this == SANS ? SANS_ITALIC : this;
    }
}
