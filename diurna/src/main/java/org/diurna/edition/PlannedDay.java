package org.diurna.edition;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A day that an office thinks of when it plans.
 *
 * @param office its code; empty for all offices
 * @param day    month and day; that of 29 February is 28 February in other years
 * @param year   of what is remembered, or the only one where it does not come again
 * @param yearly whether it comes again each year
 */
public record PlannedDay(
        String id, String office, String name, Kind kind, MonthDay day, OptionalInt year, boolean yearly) {
    /** Longer names nobody reads in a calendar. */
    public static final int NAME_MAX = 160;

    /** What it is. */
    public enum Kind {
        NATIONAL,
        ANNIVERSARY,
        COMMEMORATION,
        MOURNING;

        /** The word in forms and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind with that word; empty for any other. */
        public static Optional<Kind> of(String word) {
            return List.of(values()).stream()
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * One coming of it.
     *
     * @param years since what is remembered; empty where that is not known, or it is the year itself
     */
    public record Coming(PlannedDay of, LocalDate date, OptionalInt years) {}

    /** When it comes between two days, both among them. */
    public List<Coming> between(LocalDate first, LocalDate last) {
        IntStream candidates = yearly ? IntStream.rangeClosed(first.getYear(), last.getYear()) : year.stream();
        return candidates
                .filter(each -> year.isEmpty() || each >= year.getAsInt())
                .mapToObj(day::atYear)
                .filter(date -> !date.isBefore(first) && !date.isAfter(last))
                .map(date -> new Coming(this, date, since(date)))
                .toList();
    }

    private OptionalInt since(LocalDate date) {
        return year.isPresent() && date.getYear() > year.getAsInt()
                ? OptionalInt.of(date.getYear() - year.getAsInt())
                : OptionalInt.empty();
    }
}
