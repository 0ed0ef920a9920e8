package org.diurna.gate;

import java.time.LocalDate;
import java.util.List;

/**
 * A date in a line.
 *
 * @param start  of the words in the line
 * @param end    behind them
 * @param days   one reading, or two where day and month can be exchanged (day first comes first)
 * @param asFound the words
 * @param form   how day and month stand
 */
record DateHit(int start, int end, List<LocalDate> days, String asFound, Form form) {
    /** Order of day and month, as evidence for other dates of the page. */
    enum Form {
        DAY_FIRST,
        MONTH_FIRST,
        YEAR_FIRST,
        UNDECIDED
    }

    boolean certain() {
        return days.size() == 1;
    }

    LocalDate day() {
        return days.getFirst();
    }

    DateHit as(LocalDate day) {
        return new DateHit(start, end, List.of(day), asFound, form);
    }

    boolean overlaps(DateHit that) {
        return start < that.end && that.start < end;
    }
}
