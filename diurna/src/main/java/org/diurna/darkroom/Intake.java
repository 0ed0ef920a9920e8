package org.diurna.darkroom;

/** What became of a picture that was handed in. */
public sealed interface Intake {
    /**
     * Kept for the first time.
     *
     * @param described what the file says about itself, for a person to confirm
     */
    record Taken(Master master, Described described) implements Intake {}

    /** The same bytes lie here already; nothing was changed. */
    record TakenBefore(Master master, Described described) implements Intake {}

    /** Not kept; no byte of it is left. */
    record TurnedAway(Refusal refusal) implements Intake {}
}
