package org.diurna.gate;

import java.time.LocalDate;
import java.util.List;

/** The day that a page says its release is of, with how sure the page lets us be. */
public sealed interface FoundDate {
    /**
     * One day, and no other reading.
     *
     * @param asFound the words of the page
     */
    record Certain(LocalDate day, String asFound) implements FoundDate {}

    /**
     * Several days can be meant ({@code 5/3/2026}) and nothing in the page decides; an editor must.
     *
     * @param days at least two, the earliest first
     */
    record Ambiguous(List<LocalDate> days, String asFound) implements FoundDate {
        public Ambiguous {
            days = days.stream().sorted().toList();
            if (days.size() < 2) {
                throw new IllegalArgumentException("An ambiguous date has at least two readings: " + asFound);
            }
        }
    }

    /** The page names no day. */
    record NotFound() implements FoundDate {}
}
