package org.diurna.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that is there for its date: alone, behind a cue ("Published:"), behind a place or a label, before page tools.
 *
 * @param hit   the date
 * @param role  what the date is of
 * @param place the words in front of it where they can be a place; may be empty
 * @param line  the whole line, for weekday and time
 */
record DateLine(DateHit hit, Cues.Role role, String place, String line) {
    private static final int LINE_MAX = 190;
    private static final int WORDS_BEFORE = 5;
    private static final int WORDS_AFTER = 6;
    private static final int LETTERS_LEFT = 48;
    private static final Pattern TIME_WORDS = Pattern.compile(
            "\\d{1,2}\\s?[:h.時时]\\s?\\d{2}(:\\d{2})?|\\b\\d{1,2}h\\b|(?i)\\b(uhr|a\\.?m\\.?|p\\.?m\\.?|klo|kl\\.?|at|à|um|alle ore|ore|saat|о|в|u|os|às)(?=\\s|$)|分|分");
    private static final Pattern SEPARATOR = Pattern.compile("^\\s*[,•|]\\s*");
    private static final Pattern LEAD = Pattern.compile("^[\\s(\\[•·|/–—-]+|[\\s,،;:|/()\\[\\]–—•·-]+$");

    static Optional<DateLine> of(Line line, String language, Optional<Labels.Hit> label) {
        String text = line.text();
        if (Fold.weight(text) > LINE_MAX) {
            return Optional.empty();
        }
        List<DateHit> hits = Dates.in(text, language);
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        DateHit hit = hits.getFirst();
        int from = label.map(Labels.Hit::end).filter(end -> end <= hit.start()).orElse(0);
        String before = text.substring(from, hit.start());
        String after = text.substring(Math.min(text.length(), hits.getLast().end()));
        Optional<Cues.Role> role = Cues.role(before)
                .or(() -> Cues.role(after).filter(r -> r != Cues.Role.COPY && Shape.words(after) <= 3));
        String wordsBefore = words(before);
        String wordsAfter = words(after);
        int left = letters(wordsBefore) + letters(wordsAfter);
        boolean headline = line.form() == Line.Form.HEADING && line.level() == 1;
        boolean sentence = Shape.ends(text) && letters(wordsAfter) > 12 && role.isEmpty();
        int many = Shape.words(wordsBefore);
        int more = Shape.words(wordsAfter);
        boolean both = many > 1 && more > 1 && !text.contains("|");
        boolean few = many <= WORDS_BEFORE && more <= WORDS_AFTER && left <= LETTERS_LEFT && !both;
        boolean cued = role.isPresent() && left <= 110;
        boolean small = headline ? left <= 4 : cued || (few && !sentence);
        if (!small || hits.size() > 2) {
            return Optional.empty();
        }
        return Optional.of(new DateLine(hit, role.orElse(Cues.Role.UNSAID), place(before, after, role), text));
    }

    private static int letters(String words) {
        return (int) words.codePoints().filter(Character::isLetter).count();
    }

    /** What is left beside a date when weekday, time and small words are taken away. */
    private static String words(String part) {
        String timeless = TIME_WORDS.matcher(Digits.plain(part)).replaceAll(" ");
        List<String> kept = new ArrayList<>();
        for (String word : timeless.strip().split("[\\s,;|/()\\[\\]–—•·]+", -1)) {
            if (!word.isBlank()
                    && Months.weekday(word).isEmpty()
                    && !Cues.filler(word)
                    && word.codePoints().anyMatch(Character::isLetter)) {
                kept.add(word);
            }
        }
        return String.join(" ", kept);
    }

    private static String place(String before, String after, Optional<Cues.Role> role) {
        if (role.isEmpty()) {
            String ahead = Places.trim(LEAD.matcher(before).replaceAll(""));
            if (Places.possible(ahead)) {
                return ahead;
            }
        }
        Matcher separated = SEPARATOR.matcher(after);
        if (separated.find() && !after.contains("|")) {
            String behind = LEAD.matcher(after.substring(separated.end())).replaceAll("");
            return Places.possible(behind) && Dates.time(behind).isEmpty() && Shape.words(behind) <= 4 ? behind : "";
        }
        return "";
    }
}
