package org.diurna.stand;

/** What became of an attempt to turn. */
public sealed interface Turned {
    /** The turn is durable; {@code digest} is that of its journal file. */
    record Made(long number, Digest digest) implements Turned {}

    /** Another writer was faster; {@code last} is its turn or a later one. Read what it changed, then try again. */
    record Overtaken(long last) implements Turned {}
}
