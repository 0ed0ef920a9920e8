package org.diurna.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates whose month is a number. */
final class NumericDates {
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<![\\d./-])(\\d{4})\\s?([-./]|年|년)\\s?(\\d{1,2})\\s?(?:[-./]|月|월)\\s?(\\d{1,2})(?:\\s?[日일])?(?![\\d/])");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?<![\\d./-])(\\d{1,2})\\s?([-./])\\s?(\\d{1,2})\\s?[-./]\\s?(\\d{4}|\\d{2})(?![\\d/]|-\\d|\\.\\d)");
    private static final Pattern REIGN = Pattern.compile("(令和|平成|昭和)\\s?(\\d{1,2}|元)年\\s?(\\d{1,2})月\\s?(\\d{1,2})日");
    private static final Pattern MINGUO = Pattern.compile(
            "(?:中華民國|民國)?\\s?(?<!\\d)(\\d{2,3})\\s?(?:年|[./])\\s?(\\d{1,2})\\s?(?:月|[./])\\s?(\\d{1,2})\\s?日?(?!\\d)");
    private static final Pattern HAN = Pattern.compile("([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日");
    private static final Pattern VIETNAMESE =
            Pattern.compile("(?i)(?:ngày\\s+)?(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?:\\s*,)?(?:\\s+năm)?\\s+(\\d{4})");
    private static final Pattern MONGOLIAN =
            Pattern.compile("(\\d{4})\\s+оны?\\s+(\\d{1,2})(?:\\s*-?\\s*(?:р|дугаар|дүгээр))?\\s+сарын\\s+(\\d{1,2})");
    private static final Map<String, Integer> REIGNS = Map.of("令和", 2018, "平成", 1988, "昭和", 1925);

    private NumericDates() {}

    /**
     * All of them.
     *
     * @param plain the line with ASCII digits ({@link Digits#plain})
     * @param line  the line itself
     */
    static List<DateHit> find(String plain, String line, String language) {
        List<DateHit> hits = new ArrayList<>();
        each(
                REIGN,
                plain,
                m -> single(
                        m,
                        line,
                        Days.of(
                                REIGNS.getOrDefault(m.group(1), 0) + (m.group(2).equals("元") ? 1 : number(m, 2)),
                                number(m, 3),
                                number(m, 4))),
                hits);
        each(
                HAN,
                plain,
                m -> single(m, line, Days.of(Digits.han(m.group(1)), Digits.han(m.group(2)), Digits.han(m.group(3)))),
                hits);
        each(VIETNAMESE, plain, m -> single(m, line, Days.of(number(m, 3), number(m, 2), number(m, 1))), hits);
        each(MONGOLIAN, plain, m -> single(m, line, Days.of(number(m, 1), number(m, 2), number(m, 3))), hits);
        each(YEAR_FIRST, plain, m -> single(m, line, Days.byYear(number(m, 1), number(m, 3), number(m, 4))), hits);
        if (language.startsWith("zh") || plain.contains("民國")) {
            each(MINGUO, plain, m -> single(m, line, Days.minguo(number(m, 1), number(m, 2), number(m, 3))), hits);
        }
        each(YEAR_LAST, plain, m -> yearLast(m, line), hits);
        return hits;
    }

    private interface Reader {
        Optional<DateHit> read(Matcher match);
    }

    private static void each(Pattern pattern, String plain, Reader reader, List<DateHit> hits) {
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find()) {
            reader.read(matcher)
                    .filter(hit -> hits.stream().noneMatch(hit::overlaps))
                    .ifPresent(hits::add);
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static Optional<DateHit> single(Matcher m, String line, Optional<LocalDate> day) {
        return day.map(d -> new DateHit(
                m.start(), m.end(), List.of(d), line.substring(m.start(), m.end()), DateHit.Form.YEAR_FIRST));
    }

    private static Optional<DateHit> yearLast(Matcher m, String line) {
        int first = number(m, 1);
        int second = number(m, 3);
        int year = number(m, 4);
        boolean dots = m.group(2).equals(".");
        List<LocalDate> days = new ArrayList<>();
        Days.byYear(year, second, first).ifPresent(days::add);
        if (!dots && first != second) {
            Days.byYear(year, first, second).ifPresent(days::add);
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        DateHit.Form form = days.size() > 1
                ? DateHit.Form.UNDECIDED
                : first > 12 || dots
                        ? DateHit.Form.DAY_FIRST
                        : second > 12 ? DateHit.Form.MONTH_FIRST : DateHit.Form.UNDECIDED;
        return Optional.of(new DateHit(m.start(), m.end(), days, line.substring(m.start(), m.end()), form));
    }
}
