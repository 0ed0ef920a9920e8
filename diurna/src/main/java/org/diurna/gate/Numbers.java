package org.diurna.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reference numbers: found beside a word for them, behind a label, or alone in their line. */
final class Numbers {
    private static final int LINE_MAX = 220;
    private static final Pattern TOKEN = Pattern.compile(
            "\\(\\d{2,4}\\)\\s?\\d{1,5}|(?<![\\p{L}\\d])\\p{Lu}{1,10}(?:[-/]\\p{Lu}{1,6})*[-/]\\d{1,6}(?:[-/]\\d{1,4})*(?![\\p{L}\\d])|(?<![\\p{L}\\d/.,-])\\d{1,9}(?:[-/_](?:\\p{Lu}{1,6}|\\d{1,4})){0,4}(?![\\p{L}\\d,.]*\\d)");
    private static final Pattern WHOLE = Pattern.compile(
            "^\\W{0,3}(\\d{1,4}-\\d{2}-\\d{2}-\\d{4}|\\d{1,4}\\s?/\\s?\\d{2,4}|\\(\\d{2,4}\\)\\s?\\d{1,5}|\\p{Lu}{1,10}(?:[-/]\\p{Lu}{1,6})*[-/]\\d{1,6}(?:[-/]\\d{1,4})*)\\W{0,3}$");
    private static final Pattern SLASHED = Pattern.compile("\\d{2,4}/\\d{2,4}");
    private static final Pattern EAST = Pattern.compile("(?:第\\s?|제\\s?)(\\d{1,6})\\s?(?:号|號|호|期)");
    private static final Pattern PARTS = Pattern.compile(
            "^(?<series>\\p{Lu}{1,10}(?:[-/]\\p{Lu}{1,6})*[-/])?(?<first>\\d{1,9})(?:[-/_](?<rest>.*))?$");
    private static final Pattern BRACKETED = Pattern.compile("^\\((\\d{2,4})\\)\\s?(\\d{1,5})$");

    private Numbers() {}

    /** A number, with how it was known. */
    record Hit(String printed, boolean strong, int start, int end) {
        Found.Reference number() {
            return parts(printed);
        }
    }

    /**
     * The reference number in a line.
     *
     * @param label where a label in front of it ends; 0 without a label
     */
    static Optional<Hit> in(String line, int label) {
        if (line.length() > LINE_MAX) {
            return Optional.empty();
        }
        String plain = Digits.plain(line);
        Matcher east = EAST.matcher(plain);
        if (east.find()) {
            return Optional.of(new Hit(line.substring(east.start(), east.end()), true, east.start(), east.end()));
        }
        Matcher whole = WHOLE.matcher(plain);
        if (whole.matches()) {
            return Optional.of(
                    new Hit(line.substring(whole.start(1), whole.end(1)), false, whole.start(1), whole.end(1)));
        }
        var dates = Dates.in(line, "en");
        Matcher token = TOKEN.matcher(plain);
        while (token.find()) {
            int start = token.start();
            boolean dated = dates.stream().anyMatch(date -> date.start() <= start && start < date.end());
            if (dated || isYear(token.group())) {
                continue;
            }
            String before = line.substring(Math.min(label, start), start);
            boolean afterLabel = label > 0 && start >= label && Fold.key(before).isEmpty();
            boolean phone = start > 0 && plain.charAt(start - 1) == '+';
            boolean besideDate =
                    !dates.isEmpty() && SLASHED.matcher(token.group()).matches();
            if (!phone && (afterLabel || besideDate || Cues.numberBefore(line.substring(0, start)))) {
                String printed = line.substring(start, token.end());
                return Optional.of(new Hit(printed, afterLabel || label > 0, start, token.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean isYear(String digits) {
        return digits.matches("(19|20)\\d\\d");
    }

    /** What the printed form tells of series, serial and year. */
    static Found.Reference parts(String printed) {
        String plain = Digits.plain(printed).strip();
        Matcher bracketed = BRACKETED.matcher(plain);
        if (bracketed.matches()) {
            int year = Integer.parseInt(bracketed.group(1));
            return new Found.Reference(
                    "", Integer.parseInt(bracketed.group(2)), year < 100 ? Days.century(year) : year, printed);
        }
        Matcher parts = PARTS.matcher(plain.replaceAll("[^\\p{L}\\d/_-]", ""));
        if (!parts.matches()) {
            return new Found.Reference("", 0, 0, printed);
        }
        String series =
                parts.group("series") == null ? "" : parts.group("series").replaceAll("[-/]$", "");
        String rest = parts.group("rest") == null ? "" : parts.group("rest");
        Matcher last = Pattern.compile("(\\d{4}|\\d{2})$").matcher(rest);
        int year = last.find() ? Integer.parseInt(last.group()) : 0;
        return new Found.Reference(
                series,
                Integer.parseInt(parts.group("first")),
                year > 0 && year < 100 ? Days.century(year) : year,
                printed);
    }
}
