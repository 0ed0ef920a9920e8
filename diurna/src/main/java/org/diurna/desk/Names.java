package org.diurna.desk;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.diurna.house.Language;

/** How languages and times are called in the language of the reader. */
final class Names {
    private Names() {}

    static String of(Language language, Language reader) {
        return LocaleDisplayNames.getInstance(reader.locale()).localeDisplayName(language.locale());
    }

    /** With weekday, seconds and zone. */
    static String when(Instant instant, ZoneId zone, Language reader) {
        return format("yMMMEEEdHmmssz", instant, zone, reader);
    }

    /** Short, for lists: day, month, year and minutes. */
    static String shortly(Instant instant, ZoneId zone, Language reader) {
        return format("yMMMdHmm", instant, zone, reader);
    }

    /** What is planned: with weekday, minutes and zone. */
    static String planned(Instant instant, ZoneId zone, Language reader) {
        return format("yMMMMEEEEdHmmz", instant, zone, reader);
    }

    /** A day with its weekday. */
    static String day(LocalDate day, Language reader) {
        return format("yMMMMEEEEd", day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC, reader);
    }

    /** The same, short. */
    static String weekday(LocalDate day, Language reader) {
        return format("yMMMEd", day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC, reader);
    }

    /** The time of day that a clock on the wall shows. */
    static String time(LocalTime time, Language reader) {
        return format("Hmm", LocalDate.EPOCH.atTime(time).toInstant(ZoneOffset.UTC), ZoneOffset.UTC, reader);
    }

    /** The place after which a zone is called. */
    static String place(ZoneId zone, Language reader) {
        String place = TimeZoneNames.getInstance(reader.locale()).getExemplarLocationName(zone.getId());
        return place == null ? zone.getId() : place;
    }

    private static String format(String skeleton, Instant instant, ZoneId zone, Language reader) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, reader.locale());
        format.setTimeZone(TimeZone.getTimeZone(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
        return format.format(Date.from(instant));
    }
}
