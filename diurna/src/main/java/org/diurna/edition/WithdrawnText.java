package org.diurna.edition;

/** What a withdrawal does to the text. */
public enum WithdrawnText {
    /** It stays readable below a notice. */
    KEPT,
    /** It is no longer public; its address answers that it is gone. */
    REMOVED
}
