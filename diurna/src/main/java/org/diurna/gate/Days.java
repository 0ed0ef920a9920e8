package org.diurna.gate;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days of other calendars as days of ours. */
final class Days {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;
    private static final int BUDDHIST = 543;
    private static final int MINGUO = 1911;

    private Days() {}

    /** A day of the common calendar within the years that releases are of. */
    static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return year < EARLIEST || year > LATEST ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // 31 June is a number, not a day
            return Optional.empty();
        }
    }

    /** A day whose year tells its calendar: 2569 is Buddhist, 1404 Solar Hijri, two digits are of this century. */
    static Optional<LocalDate> byYear(int year, int month, int day) {
        if (year > LATEST && year < 2_700) {
            return of(year - BUDDHIST, month, day);
        }
        if (year >= 1_300 && year < 1_440) {
            return in(Months.Era.PERSIAN, year, month, day);
        }
        return of(year < 100 ? century(year) : year, month, day);
    }

    /** Two digits: up to 69 of this century. */
    static int century(int year) {
        return year < 70 ? 2000 + year : 1900 + year;
    }

    static Optional<LocalDate> minguo(int year, int month, int day) {
        return of(year + MINGUO, month, day);
    }

    static Optional<LocalDate> in(Months.Era era, int year, int month, int day) {
        if (era == Months.Era.GREGORIAN) {
            return byYear(year, month, day);
        }
        boolean range = era == Months.Era.PERSIAN ? year > 1_270 && year < 1_480 : year > 1_310 && year < 1_530;
        if (!range || month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("en@calendar=" + era.type()));
        calendar.clear();
        calendar.set(Calendar.EXTENDED_YEAR, year);
        calendar.set(Calendar.MONTH, month - 1);
        calendar.set(Calendar.DAY_OF_MONTH, day);
        return Optional.of(LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), 86_400_000L)));
    }
}
