package org.diurna.run;

/** The stand has not shown a turn in time. Trying again makes sense: the turn is on the shelf. */
public final class StandSilent extends RuntimeException {
    private static final long serialVersionUID = 1;

    StandSilent(String message) {
        super(message);
    }
}
