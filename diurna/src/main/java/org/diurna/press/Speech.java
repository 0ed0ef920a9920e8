package org.diurna.press;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import org.diurna.house.Words;

/**
 * How an office speaks in one language: its words, and dates and numbers as that language writes them. The calendar is
 * always the Gregorian one, since a release's date must be the same day in all its languages.
 */
final class Speech {
    private static final DateTimeFormatter MACHINE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    /** Stands for the language's own long form of a date, which is not always the one that its parts would give. */
    private static final String LONG = "long";

    private static final double MEGABYTE = 1_000_000.0;

    private static final Map<String, String> OWN_NAMES = new ConcurrentHashMap<>();

    private final Language language;
    private final ZoneId zone;
    private final Words words;
    private final ULocale locale;
    // finding the pattern of a skeleton costs ICU more than all the rest of a page
    private final Map<String, DateFormat> formats = new ConcurrentHashMap<>();

    Speech(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.words = Words.of("press", language);
        this.locale = regional(language).setKeywordValue("calendar", "gregorian");
    }

    Language language() {
        return language;
    }

    Words words() {
        return words;
    }

    String say(String key) {
        return words.say(key);
    }

    String say(String key, String name, Object value) {
        return words.say(key, Map.of(name, value));
    }

    /** {@code 20 January 2026}. */
    Stamp day(LocalDate day) {
        return new Stamp(written(day), day.toString());
    }

    /** The day of an instant in the office's zone. */
    Stamp day(Instant instant) {
        return new Stamp(written(instant.atZone(zone).toLocalDate()), machine(instant));
    }

    /** Day, time and zone: {@code 20 January 2026 · 14:00 CET}. */
    Stamp moment(Instant instant) {
        DateFormat time = format("jmmz");
        time.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        String day = written(instant.atZone(zone).toLocalDate());
        return new Stamp(day + " · " + time.format((Object) instant.toEpochMilli()), machine(instant));
    }

    /** Time and zone: {@code 14:00 CET}. */
    Stamp time(Instant instant) {
        DateFormat time = format("jmmz");
        time.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return new Stamp(time.format((Object) instant.toEpochMilli()), machine(instant));
    }

    /** {@code January 2026}. */
    String month(YearMonth month) {
        return written("yMMMM", month.atDay(1));
    }

    /** {@code January}. */
    String monthName(YearMonth month) {
        return written("LLLL", month.atDay(1));
    }

    String year(int year) {
        return written("y", LocalDate.of(year, 1, 1));
    }

    String number(long number) {
        return NumberFormat.getInstance(locale).format(number);
    }

    /** The length of a file: {@code 214 kB}. */
    String length(long bytes) {
        boolean small = bytes < MEGABYTE;
        return NumberFormatter.withLocale(locale)
                .unit(small ? MeasureUnit.KILOBYTE : MeasureUnit.MEGABYTE)
                .unitWidth(NumberFormatter.UnitWidth.SHORT)
                .precision(small ? Precision.integer() : Precision.fixedFraction(1))
                .format(bytes / (small ? 1_000.0 : MEGABYTE))
                .toString();
    }

    /** What another language is called in this one. */
    String languageName(Office office, Language other) {
        ULocale mine = words.language().locale();
        return alone(office, other)
                ? ULocale.getDisplayLanguage(other.tag(), mine)
                : ULocale.getDisplayName(other.tag(), mine);
    }

    /** RFC 3339 in the office's zone, to the second. */
    String machine(Instant instant) {
        return MACHINE.format(instant.atZone(zone));
    }

    private String written(LocalDate day) {
        return written(LONG, day);
    }

    private String written(String skeleton, LocalDate day) {
        return written(format(skeleton), day);
    }

    /** A copy, because a format keeps state while it works. */
    private DateFormat format(String skeleton) {
        DateFormat format = formats.computeIfAbsent(
                skeleton,
                _ -> skeleton.equals(LONG)
                        ? DateFormat.getDateInstance(DateFormat.LONG, locale)
                        : DateFormat.getInstanceForSkeleton(skeleton, locale));
        return format.clone();
    }

    private static String written(DateFormat format, LocalDate day) {
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(
                (Object) day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    /**
     * What a language calls itself, with a capital where its script has them. The script is named only where the office
     * writes the language in more than one.
     */
    static String ownName(Office office, Language language) {
        boolean alone = alone(office, language);
        return OWN_NAMES.computeIfAbsent(language + " " + alone, _ -> {
            ULocale locale = language.locale();
            String name = alone
                    ? ULocale.getDisplayLanguage(language.tag(), locale)
                    : ULocale.getDisplayNameWithDialect(language.tag(), locale);
            int first = name.offsetByCodePoints(0, 1);
            return name.substring(0, first).toUpperCase(locale.toLocale()) + name.substring(first);
        });
    }

    /** {@code FR}, or {@code SR Latn} where the office writes the language in more than one script. */
    static String code(Office office, Language language) {
        String[] subtags = language.tag().split("-", 2);
        String first = subtags[0].toUpperCase(Locale.ROOT);
        return alone(office, language) || subtags.length == 1 ? first : first + " " + subtags[1].replace('-', ' ');
    }

    private static boolean alone(Office office, Language language) {
        String name = language.locale().getLanguage();
        return office.languages().stream()
                .noneMatch(other ->
                        !other.equals(language) && other.locale().getLanguage().equals(name));
    }

    /** {@code en_GB}: with the territory where the language is most at home; English here is that of Europe. */
    static String territorial(Language language) {
        ULocale full = ULocale.addLikelySubtags(regional(language));
        return full.getLanguage() + "_" + full.getCountry();
    }

    private static ULocale regional(Language language) {
        return language.tag().equals("en") ? ULocale.UK : language.locale();
    }
}
