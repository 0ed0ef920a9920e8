package org.diurna.desk;

/** What became of a step of a review. */
public sealed interface Reviewed permits Reviewed.Done, Refusal {
    /** It is noted. */
    record Done() implements Reviewed {}
}
