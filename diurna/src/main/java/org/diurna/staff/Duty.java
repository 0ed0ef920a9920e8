package org.diurna.staff;

import java.util.Locale;

/** What a member of staff may do, in general words; a {@link Grant} says where. */
public enum Duty {
    WRITER,
    TRANSLATOR,
    REVIEWER,
    PUBLISHER,
    PICTURE_EDITOR,
    ADMINISTRATOR,
    AUDITOR;

    /** As in the database and in settings: {@code picture-editor}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The duty of that word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Duty of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
