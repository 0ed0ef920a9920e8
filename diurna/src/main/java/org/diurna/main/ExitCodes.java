package org.diurna.main;

/** What the exit code of a command means; the same list stands in docs/reference/commands.md. */
final class ExitCodes {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USE = 2;
    static final int INPUT = 3;
    static final int PLACE = 4;
    static final int PORT = 5;
    static final int FAILURE = 70;

    private ExitCodes() {}
}
