package org.diurna.desk;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.ZoneId;
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

    private static String format(String skeleton, Instant instant, ZoneId zone, Language reader) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, reader.locale());
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }
}
