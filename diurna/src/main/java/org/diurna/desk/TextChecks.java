package org.diurna.desk;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.GregorianCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.house.Language;

/** What is checked in every piece of text, whatever it belongs to. */
final class TextChecks {
    /** Longer sentences are hard to follow in every language that was looked at. */
    static final int SENTENCE_MAX_WORDS = 40;

    /** Words that authors leave where something is still to come. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\b(XXX+|TK|TKTK|TBC|TBD|lorem ipsum)\\b|\\[(name|date|place|title|nom|lieu|insert[^\\]]*)\\]|\\[(\\.\\.\\.|…)?\\?+\\]");

    /** What the press gets beforehand begins so; on the published page it must not stand. */
    private static final Pattern EMBARGO = Pattern.compile(
            "(?iu)\\b(embargoed\\s+(until|till)|under\\s+(strict\\s+)?embargo|strictly\\s+embargoed|not\\s+for\\s+(publication|release)\\s+before|sous\\s+embargo|embargo\\s+jusqu|sperrfrist|embargado\\s+hasta|эмбарго\\s+до)|محظور(ة)?\\s+النشر|يحظر\\s+النشر");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern STRAIGHT = Pattern.compile("\"|(?<=\\p{L})'(?=\\p{L})");

    /** Pairs that belong to their language. */
    private static final Map<String, Set<String>> DOUBLES_ALLOWED =
            Map.of("en", Set.of("had", "that"), "fr", Set.of("nous", "vous"), "de", Set.of("die", "der", "das", "sie"));

    private final Language language;
    private final Optional<LocalDate> issued;
    private final List<Finding> findings;
    private final Weekdays weekdays;

    TextChecks(Language language, Optional<LocalDate> issued, List<Finding> findings) {
        this.language = language;
        this.issued = issued;
        this.findings = findings;
        this.weekdays = Weekdays.of(language);
    }

    void text(String field, String block, String text) {
        first(PLACEHOLDER, text)
                .ifPresent(found -> findings.add(Finding.severe(field, block, "placeholder", Map.of("text", found))));
        first(EMBARGO, text)
                .ifPresent(found -> findings.add(Finding.severe(field, block, "embargo-left", Map.of("text", found))));
        if (STRAIGHT.matcher(text).find()) {
            findings.add(Finding.advice(field, block, "straight-quotes", Map.of()));
        }
        doubled(field, block, text);
        sentences(field, block, text);
        weekdays.wrong(text, issued)
                .ifPresent(wrong -> findings.add(Finding.severe(
                        field, block, "weekday-wrong", Map.of("text", wrong.text(), "weekday", wrong.weekday()))));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private void doubled(String field, String block, String text) {
        Matcher words = WORD.matcher(text);
        String before = "";
        int end = -1;
        Set<String> allowed = DOUBLES_ALLOWED.getOrDefault(language.locale().getLanguage(), Set.of());
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            boolean neighbours = end >= 0 && text.substring(end, words.start()).isBlank() && words.start() > end;
            if (neighbours && word.equals(before) && word.length() > 1 && !allowed.contains(word)) {
                findings.add(Finding.advice(field, block, "doubled", Map.of("text", words.group())));
                return;
            }
            before = word;
            end = words.end();
        }
    }

    private void sentences(String field, String block, String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(language.locale());
        sentences.setText(text);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            int words = words(text.substring(start, end));
            if (words > SENTENCE_MAX_WORDS) {
                findings.add(Finding.advice(field, block, "sentence-long", Map.of("words", words)));
                return;
            }
        }
    }

    private int words(String sentence) {
        BreakIterator breaks = BreakIterator.getWordInstance(language.locale());
        breaks.setText(sentence);
        int words = 0;
        while (breaks.next() != BreakIterator.DONE) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words++;
            }
        }
        return words;
    }

    /** The names of days and months in one language, and dates that name both. */
    private record Weekdays(
            Optional<Pattern> pattern, List<String> names, List<String> days, Map<String, Integer> months) {
        /** A date whose weekday is another. */
        record Wrong(String text, String weekday) {}

        static Weekdays of(Language language) {
            DateFormatSymbols symbols = new DateFormatSymbols(GregorianCalendar.class, language.locale());
            List<String> days = new ArrayList<>();
            String[] wideDays = symbols.getWeekdays(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE);
            List<String> names = List.of(wideDays).subList(1, 8);
            names.forEach(name -> days.add(name.toLowerCase(language.locale().toLocale())));
            Map<String, Integer> months = new LinkedHashMap<>();
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                String[] wide = symbols.getMonths(context, DateFormatSymbols.WIDE);
                for (int i = 0; i < 12; i++) {
                    months.putIfAbsent(wide[i].toLowerCase(language.locale().toLocale()), i + 1);
                }
            }
            if (days.stream().anyMatch(String::isBlank)
                    || months.keySet().stream().anyMatch(String::isBlank)) {
                return new Weekdays(Optional.empty(), names, days, months);
            }
            String day = "(?<day>" + alternatives(days) + ")";
            String month = "(?<month>" + alternatives(months.keySet()) + ")";
            String monthFirst = month.replace("<month>", "<month2>");
            // "Friday, 20 January 2026", "vendredi 1er mai", "Friday, January 20, 2026"
            Pattern pattern = Pattern.compile("(?iu)(?<!\\p{L})" + day
                    + "[,،]?\\s+(?:(?:le|the|den)\\s+)?(?:(?<number>\\p{Nd}{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+|de\\s+)?"
                    + month + "|" + monthFirst
                    + "\\s+(?<number2>\\p{Nd}{1,2})(?:st|nd|rd|th)?)(?!\\p{L})(?:,?\\s+(?<year>\\p{Nd}{4}))?");
            return new Weekdays(Optional.of(pattern), names, days, months);
        }

        private static String alternatives(Iterable<String> names) {
            List<String> quoted = new ArrayList<>();
            names.forEach(name -> quoted.add(Pattern.quote(name)));
            return String.join("|", quoted);
        }

        Optional<Wrong> wrong(String text, Optional<LocalDate> issued) {
            if (pattern.isEmpty()) {
                return Optional.empty();
            }
            Matcher found = pattern.get().matcher(text);
            while (found.find()) {
                Optional<LocalDate> date = date(found, issued);
                int named = days.indexOf(found.group("day").toLowerCase(Locale.ROOT));
                if (date.isPresent() && named >= 0) {
                    // ICU counts days from Sunday, the calendar from Monday
                    int real = date.get().getDayOfWeek().getValue() % 7;
                    if (real != named) {
                        return Optional.of(new Wrong(found.group(), names.get(real)));
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<LocalDate> date(Matcher found, Optional<LocalDate> issued) {
            String month = Optional.ofNullable(found.group("month")).orElseGet(() -> found.group("month2"));
            String number = Optional.ofNullable(found.group("number")).orElseGet(() -> found.group("number2"));
            Integer monthNumber = months.get(month.toLowerCase(Locale.ROOT));
            Optional<Integer> year = Optional.ofNullable(found.group("year"))
                    .map(Integer::parseInt)
                    .or(() -> nearest(issued, monthNumber));
            if (monthNumber == null || year.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.of(year.get(), monthNumber, Integer.parseInt(number)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        /** A date without its year is the one nearest to the day of the release; where that could be two, none. */
        private static Optional<Integer> nearest(
                Optional<LocalDate> issued, @org.jspecify.annotations.Nullable Integer month) {
            return issued.filter(date -> month != null && Math.abs(date.getMonthValue() - month) <= 3)
                    .map(LocalDate::getYear);
        }
    }
}
