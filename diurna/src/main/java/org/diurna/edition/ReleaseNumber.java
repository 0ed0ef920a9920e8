package org.diurna.edition;

import java.util.Locale;

/**
 * The number that a release bears: {@code 012/2026}, {@code SC-33}. Unique for office, series and year.
 *
 * @param series  letters before the number, may be empty
 * @param serial  1 or more
 * @param year    four digits
 * @param printed the form that readers see, not blank
 */
public record ReleaseNumber(String series, int serial, int year, String printed) {
    public ReleaseNumber {
        if (serial < 1 || year < 1000 || year > 9999 || printed.isBlank()) {
            throw new IllegalArgumentException(
                    "A release number needs a serial from 1, a year of four digits and a printed form; this is "
                            + series + " " + serial + " " + year + " \"" + printed + "\".");
        }
    }

    /** A number in its usual printed form. */
    public static ReleaseNumber of(String series, int serial, int year) {
        String printed = series.isEmpty() ? String.format(Locale.ROOT, "%03d/%d", serial, year) : series + "-" + serial;
        return new ReleaseNumber(series, serial, year, printed);
    }
}
