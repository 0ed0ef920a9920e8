package org.diurna.gate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the dates and times of a line, in every calendar, script and order that releases use. */
final class Dates {
    /** Dates stand in the first characters of a line or not at all. */
    private static final int LINE_MAX = 1_500;

    private static final int GAP = 4;
    private static final Pattern TOKEN =
            Pattern.compile("\\d+|[\\p{L}\\p{M}\u200c]+(?:\\.(?=[\\p{L}])[\\p{L}\\p{M}]+)*|\\S");
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d.:/])([01]?\\d|2[0-4])(?:\\s?:\\s?([0-5]\\d)(?::[0-5]\\d)?|\\s?[h時时点](?:\\s?([0-5]\\d)[分분]?)?|\\s?Uhr)(?![\\d/])\\s*(a\\.?m\\.?|p\\.?m\\.?|AM|PM|م|ص)?(?![\\p{L}])");
    private static final Pattern ZONE = Pattern.compile(
            "\\b((?:GMT|UTC)(?:\\s?[+-]\\d{1,2}(?::\\d{2})?)?|[A-Z]{1,3}[SD]?T|[A-Z]{3,4}(?=\\)|$))\\b");
    private static final Set<String> FILLERS = fillers();

    private record Token(int start, int end, String text) {
        boolean number() {
            return Character.isDigit(text.charAt(0));
        }

        int value() {
            return text.length() > 4 ? -1 : Integer.parseInt(text);
        }
    }

    private Dates() {}

    private static Set<String> fillers() {
        Set<String> fillers =
                new HashSet<>(Set.of(",", ".", "-", "/", "،", "–", "'", "’", ";", "º", "ª", "°", ")", "("));
        Resource.each("cues.tsv", (cue, words) -> {
            if (cue.equals("month-day-words")) {
                words.forEach(word -> fillers.add(Fold.key(word)));
            }
        });
        return Set.copyOf(fillers);
    }

    /** All dates of a line, in their order. */
    static List<DateHit> in(String wholeLine, String language) {
        String line = wholeLine.length() > LINE_MAX ? wholeLine.substring(0, LINE_MAX) : wholeLine;
        String plain = Digits.plain(line);
        if (plain.chars().noneMatch(c -> c >= '0' && c <= '9') && line.indexOf('年') < 0) {
            return List.of();
        }
        List<DateHit> hits = new ArrayList<>(NumericDates.find(plain, line, language));
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(plain);
        while (matcher.find()) {
            tokens.add(new Token(matcher.start(), matcher.end(), matcher.group()));
        }
        for (int i = 0; i < tokens.size(); i++) {
            named(tokens, i, line, language)
                    .filter(hit -> hits.stream().noneMatch(hit::overlaps))
                    .ifPresent(hits::add);
        }
        hits.sort(Comparator.comparingInt(DateHit::start));
        return List.copyOf(hits);
    }

    private static Optional<DateHit> named(List<Token> tokens, int at, String line, String language) {
        Token token = tokens.get(at);
        if (token.number() || !Character.isLetter(token.text().charAt(0))) {
            return Optional.empty();
        }
        if (number(tokens, at, -1).isEmpty() && number(tokens, at, 1).isEmpty()) {
            return Optional.empty();
        }
        if (at + 1 < tokens.size()) {
            Optional<Months.Month> two =
                    Months.of(line.substring(token.start(), tokens.get(at + 1).end()), language);
            if (two.isPresent()
                    && !tokens.get(at + 1).number()
                    && Character.isLetter(tokens.get(at + 1).text().charAt(0))) {
                return around(tokens, at, at + 1, two.get(), line);
            }
        }
        return Months.of(token.text(), language).flatMap(month -> around(tokens, at, at, month, line));
    }

    private static Optional<DateHit> around(List<Token> tokens, int from, int to, Months.Month month, String line) {
        Optional<Integer> before = number(tokens, from, -1);
        Optional<Integer> after = number(tokens, to, 1);
        boolean dayBefore = before.isPresent() && day(tokens.get(before.get()));
        boolean dayAfter = after.isPresent() && day(tokens.get(after.get()));
        if (dayBefore) {
            Optional<Integer> year = after.filter(i -> year(tokens.get(i), month))
                    .or(() -> number(tokens, to, 2).filter(i -> year(tokens.get(i), month)));
            if (year.isPresent()) {
                return hit(
                        tokens,
                        before.get(),
                        year.get(),
                        year.get(),
                        before.get(),
                        month,
                        line,
                        DateHit.Form.DAY_FIRST);
            }
            Optional<Integer> earlier = number(tokens, before.get(), -1).filter(i -> year(tokens.get(i), month));
            if (earlier.isPresent()) {
                return hit(
                        tokens, earlier.get(), to, earlier.get(), before.get(), month, line, DateHit.Form.YEAR_FIRST);
            }
            boolean closeYear = after.isPresent()
                    && after.get() - to <= 2
                    && tokens.get(after.get()).text().length() == 2
                    && !clock(tokens, after.get());
            if (closeYear && month.era() == Months.Era.GREGORIAN) {
                return hit(
                        tokens,
                        before.get(),
                        after.get(),
                        after.get(),
                        before.get(),
                        month,
                        line,
                        DateHit.Form.DAY_FIRST);
            }
        }
        if (dayAfter) {
            Optional<Integer> year = number(tokens, after.get(), 1).filter(i -> year(tokens.get(i), month));
            if (year.isPresent()) {
                return hit(tokens, from, year.get(), year.get(), after.get(), month, line, DateHit.Form.MONTH_FIRST);
            }
        }
        if (dayAfter && before.isPresent() && year(tokens.get(before.get()), month)) {
            return hit(
                    tokens, before.get(), after.get(), before.get(), after.get(), month, line, DateHit.Form.YEAR_FIRST);
        }
        return Optional.empty();
    }

    private static boolean clock(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && (tokens.get(at + 1).text().equals(":")
                        || tokens.get(at + 1).text().startsWith("h"));
    }

    private static boolean day(Token token) {
        return token.text().length() <= 2 && token.value() >= 1 && token.value() <= 31;
    }

    private static boolean year(Token token, Months.Month month) {
        int value = token.value();
        return switch (month.era()) {
            case GREGORIAN -> (value >= 1900 && value <= 2100) || (value >= 2_440 && value <= 2_640);
            case PERSIAN -> value >= 1_300 && value <= 1_450;
            case ISLAMIC -> value >= 1_320 && value <= 1_500;
        };
    }

    /** The first number beside a token, over small words and at most one other word (a second month name). */
    private static Optional<Integer> number(List<Token> tokens, int at, int step) {
        int others = Math.abs(step) > 1 ? 2 : 0;
        int direction = step < 0 ? -1 : 1;
        int seen = 0;
        for (int i = at + direction; i >= 0 && i < tokens.size() && seen <= GAP + others * 2; i += direction, seen++) {
            Token token = tokens.get(i);
            if (token.number()) {
                return Optional.of(i);
            }
            if (!FILLERS.contains(token.text()) && !FILLERS.contains(Fold.key(token.text())) && others-- <= 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<DateHit> hit(
            List<Token> tokens,
            int from,
            int to,
            int year,
            int day,
            Months.Month month,
            String line,
            DateHit.Form form) {
        int start = tokens.get(from).start();
        int end = tokens.get(to).end();
        return Days.in(
                        month.era(),
                        tokens.get(year).value(),
                        month.number(),
                        tokens.get(day).value())
                .map(found -> new DateHit(start, end, List.of(found), line.substring(start, end), form));
    }

    /** The weekday that a line names. */
    static Optional<DayOfWeek> weekday(String line) {
        Matcher matcher = TOKEN.matcher(line.length() > LINE_MAX ? line.substring(0, LINE_MAX) : line);
        while (matcher.find()) {
            Optional<DayOfWeek> day = Months.weekday(matcher.group());
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** The time in a line, with its zone. */
    static Optional<Found.Time> time(String line) {
        Matcher matcher = TIME.matcher(Digits.plain(line));
        while (matcher.find()) {
            String minutes = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            int hour = Integer.parseInt(matcher.group(1)) % 24;
            String half = matcher.group(4) == null ? "" : matcher.group(4).toLowerCase(java.util.Locale.ROOT);
            int minute = minutes == null ? 0 : Integer.parseInt(minutes);
            boolean midnight = hour == 0 && minute == 0;
            if (midnight) {
                continue;
            }
            boolean late = half.startsWith("p") || half.equals("م");
            int real = late && hour < 12 ? hour + 12 : !late && !half.isEmpty() && hour == 12 ? 0 : hour;
            Matcher zone = ZONE.matcher(line);
            String letters = zone.find(Math.min(matcher.end(), line.length())) ? zone.group(1) : "";
            return Optional.of(new Found.Time(LocalTime.of(real, minute), letters));
        }
        return Optional.empty();
    }

    /** The line without a date in it. */
    static String without(String line, DateHit hit) {
        return line.substring(0, hit.start()) + " " + line.substring(Math.min(line.length(), hit.end()));
    }

    /** An ISO date at the beginning of a machine-readable value. */
    static Optional<LocalDate> iso(String value) {
        return in(value.length() > 10 ? value.substring(0, 10) : value, "en").stream()
                .filter(DateHit::certain)
                .map(DateHit::day)
                .findFirst();
    }
}
