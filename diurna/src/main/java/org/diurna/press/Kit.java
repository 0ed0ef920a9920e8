package org.diurna.press;

/** Whether a release's media kit lies where the public gets it. A page names it only then. */
public sealed interface Kit {
    /** There is none. */
    record None() implements Kit {}

    /**
     * It lies there.
     *
     * @param bytes its length
     */
    record Laid(long bytes) implements Kit {}

    /** One lies there that no longer says or shows what the public may have: it leaves with the pages that are printed. */
    record Stale() implements Kit {}
}
