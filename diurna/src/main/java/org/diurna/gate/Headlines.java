package org.diurna.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses the headline among the lines before and at the beginning of the text. */
final class Headlines {
    private static final int BACK_MAX = 70;
    private static final int LONGEST = 330;
    private static final int SAME_MIN = 12;

    /** What scores less is no headline but the best of nothing. */
    private static final double WORST = -2.5;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{4,}");
    private static final Pattern NAME_ROLE = Pattern.compile("^[^,]{4,40},\\s\\p{L}[^,]{2,60}$");
    private static final Pattern ODD_START =
            Pattern.compile("^(?:\\d{1,2}(?:-\\d{1,2})?\\s\\p{L}|[•*+<>|@#]|https?:|www\\.)");

    private final Page page;
    private final List<Judged> lines;
    private final Map<String, Integer> keys = new HashMap<>();
    private final List<String> titles;

    Headlines(Page page, List<Judged> lines) {
        this.page = page;
        this.lines = lines;
        this.titles = page.titles().stream().map(Fold::key).toList();
        lines.forEach(line -> keys.merge(Fold.key(line.text()), 1, Integer::sum));
    }

    Optional<Integer> choose(Segments.Range range) {
        int from = Math.max(0, range.from() - BACK_MAX);
        if (page.html()) {
            from = 0;
        }
        int into = range.from() + Math.max(1, (range.to() - range.from()) * 2 / 3);
        Set<String> words = words(range);
        int best = -1;
        double score = WORST;
        List<Integer> candidates = new ArrayList<>();
        for (int i = from; i <= Math.min(into, lines.size() - 1); i++) {
            if (candidate(lines.get(i))) {
                candidates.add(i);
            }
        }
        for (int i : candidates) {
            boolean opens = i == range.from() && (!Shape.ends(lines.get(i).text()) || shorter(i, range));
            boolean inText = i >= range.from() && !opens;
            double value = score(i, range, words) - (inText ? evidence(lines.get(i)) >= 5 ? 1 : 6 : 0);
            if (value > score) {
                best = i;
                score = value;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    private static boolean candidate(Judged line) {
        boolean kind = switch (line.kind()) {
            case PLAIN, PROSE -> true;
            case LABEL -> true;
            case CHROME -> !line.sure() && !line.line().region().foreign();
            case SECTION ->
                line.line().form() == Line.Form.HEADING && line.line().level() == 1;
            case DATE ->
                (line.line().form() == Line.Form.HEADING && line.line().level() <= 2)
                        || (Shape.words(line.text()) >= 7 && line.label().isEmpty());
            case NUMBER -> line.line().form() == Line.Form.HEADING || Shape.words(line.text()) > 3;
            case NOTICE, CONTACT, CAPTION, PICTURE, TABLE, END -> false;
        };
        return kind
                && !line.text().isEmpty()
                && line.weight() <= LONGEST
                && line.text().codePoints().anyMatch(Character::isLetter);
    }

    /** What the markup and the page's own titles say for it. */
    private double evidence(Judged judged) {
        Line line = judged.line();
        double evidence = line.form() == Line.Form.HEADING
                ? switch (line.level()) {
                    case 1 -> 7;
                    case 2 -> 3.5;
                    case 3 -> 2;
                    default -> 1;
                }
                : line.strong() ? 0.7 : 0;
        String key = Fold.key(line.text());
        if (key.length() < SAME_MIN && Fold.weight(line.text()) < SAME_MIN) {
            return evidence;
        }
        double titled = 0;
        for (String title : titles) {
            titled = Math.max(
                    titled,
                    title.equals(key)
                            ? 6
                            : title.contains(key) ? 5 : key.contains(title) && title.length() > 20 ? 3 : 0);
        }
        return evidence + titled;
    }

    private double score(int at, Segments.Range range, Set<String> words) {
        Judged judged = lines.get(at);
        Line line = judged.line();
        String text = line.text();
        double shared = at >= range.from() && at <= range.to() ? 0.5 : overlap(text, words);
        double score = evidence(judged) + repeated(at) + shared - distance(at, range.from());
        score += judged.weight() >= 22 && judged.weight() <= 190 ? 1.5 : judged.weight() < 12 ? -2 : 0;
        score -= text.endsWith(":") ? 4 : Shape.ends(text) && !text.endsWith("?") ? 2.5 : 0;
        score -= Cues.issuer(text) ? Shape.words(text) <= 4 ? 3.5 : 2.2 : 0;
        score -= line.item() ? 3 : 0;
        score -= line.linked() > 0.8 && line.level() != 1 ? 2.5 : 0;
        score -= text.indexOf('@') >= 0 ? 6 : 0;
        score -= ODD_START.matcher(text).find() ? 2.5 : 0;
        score -= NAME_ROLE.matcher(text).matches() ? 0.8 : 0;
        score -= Character.isLowerCase(text.codePointAt(0)) ? 1.5 : 0;
        score -= Shape.speaker(text) && Shape.ends(text) ? 2 : 0;
        score += Labels.at(text).isPresent() && text.indexOf(':') > 0 && judged.weight() > 40 ? 2.5 : 0;
        score -= judged.is(Judged.Kind.LABEL) ? 4 : 0;
        score -= judged.is(Judged.Kind.CHROME) ? 3 : 0;
        score -= judged.is(Judged.Kind.DATE) ? 2 : 0;
        score -= line.region() == Line.Region.OUTSIDE && line.form() != Line.Form.HEADING ? 1.5 : 0;
        score += line.gap() && !page.html() ? 0.5 : 0;
        score -= under(at) ? 1.6 : 0;
        score -= contents(at) ? 3 : 0;
        score += beside(at, -1) ? 2 : 0;
        score += beside(at, 1) ? 1.2 : 0;
        score += Shape.words(text) >= 4 || (Fold.weight(text) > 25 && text.charAt(0) > 0x0E00) ? 1 : -0.5;
        score += Places.capitals(text) && judged.weight() > 25 ? 0.7 : 0;
        return score;
    }

    /** A first sentence that stands apart above longer ones: a headline with a full stop. */
    private boolean shorter(int at, Segments.Range range) {
        boolean apart = at + 1 < lines.size() && lines.get(at + 1).line().gap() && at < range.to();
        return apart
                && lines.get(at).weight() < 120
                && lines.get(at).weight() * 1.3 < lines.get(at + 1).weight();
    }

    /** An entry of a table of contents. */
    private boolean contents(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (lines.get(i).reason() == Found.Reason.TABLE_OF_CONTENTS) {
                return true;
            }
        }
        return false;
    }

    /** Directly under a line that can be the headline itself: a deck. */
    private boolean under(int at) {
        if (page.html() || at == 0 || lines.get(at).line().gap()) {
            return false;
        }
        Judged above = lines.get(at - 1);
        return above.is(Judged.Kind.PLAIN) && above.weight() >= 18 && !Cues.issuer(above.text());
    }

    /** Whether the next line in that direction, over one line of page tools, is a label, date or number. */
    private boolean beside(int at, int step) {
        int next = at + step;
        boolean tools = next >= 0
                && next < lines.size()
                && lines.get(next).is(Judged.Kind.CHROME)
                && lines.get(next).text().length() > 3;
        int to = tools ? next + step : next;
        return to >= 0
                && to < lines.size()
                && switch (lines.get(to).kind()) {
                    case LABEL, DATE, NUMBER -> !lines.get(to).line().item() || page.html();
                    default -> false;
                };
    }

    /** How often the line stands elsewhere: as the end of a breadcrumb, as a title above. */
    private double repeated(int at) {
        String key = Fold.key(lines.get(at).text());
        if (Fold.weight(key) < 18) {
            return 0;
        }
        int twice = keys.getOrDefault(key, 1);
        if (twice > 1) {
            return twice > 8 ? -1 : 3;
        }
        boolean path = keys.keySet().stream()
                .anyMatch(other -> other.length() >= 18 && other.length() < key.length() && key.endsWith(other));
        if (path) {
            return -4;
        }
        return keys.keySet().stream()
                        .anyMatch(other -> other.length() > key.length()
                                && other.length() < 4 * key.length() + 80
                                && other.endsWith(key))
                ? 3.5
                : 0;
    }

    private double distance(int at, int text) {
        double distance = 0;
        int seen = 0;
        for (int i = Math.min(at, text) + 1; i < Math.max(at, text) && seen < 60; i++) {
            Judged between = lines.get(i);
            if (between.line().region().foreign()) {
                continue;
            }
            seen++;
            distance += switch (between.kind()) {
                case DATE, LABEL, NUMBER, NOTICE -> 0.05;
                case CAPTION, PICTURE -> 0.1;
                case CHROME -> between.sure() ? 0.5 : 0.4;
                default -> 0.35;
            };
        }
        return Math.min(distance, 9);
    }

    private Set<String> words(Segments.Range range) {
        Set<String> words = new HashSet<>();
        for (int i = range.from(); i <= range.to(); i++) {
            if (lines.get(i).is(Judged.Kind.PROSE)) {
                words.addAll(parts(lines.get(i).text()));
            }
        }
        return words;
    }

    private static Set<String> parts(String text) {
        Set<String> parts = new HashSet<>();
        String folded = Fold.of(text.length() > 3_000 ? text.substring(0, 3_000) : text);
        var matcher = WORD.matcher(folded);
        while (matcher.find()) {
            String word = matcher.group();
            if (word.charAt(0) >= 0x0E00) {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    parts.add(word.substring(i, i + 2));
                }
            } else {
                parts.add(word.substring(0, Math.min(6, word.length())));
            }
        }
        return parts;
    }

    private static double overlap(String text, Set<String> words) {
        Set<String> own = parts(text);
        if (own.isEmpty()) {
            return 0;
        }
        long shared = own.stream().filter(words::contains).count();
        return 2.5 * shared / own.size();
    }
}
