package org.diurna.stand;

import java.time.Instant;
import java.util.List;

/**
 * One atomic set of changes to a shelf.
 *
 * @param number 1 for the first, then without gaps
 * @param before the digest of the journal file of the turn before; 64 zeros for the first
 * @param at when the writer made it, for people; the order is that of the numbers
 * @param changes in the order in which they become public
 */
public record Turn(long number, Digest before, Instant at, List<Change> changes) {
    public Turn {
        if (number < 1) {
            throw new IllegalArgumentException("turns are numbered from 1, not " + number);
        }
        changes = List.copyOf(changes);
    }
}
