package org.diurna.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.ReleaseType.Core;

/** Type labels at the beginning of a line. */
final class Labels {
    private static final int LABEL_MAX = 64;
    private static final Pattern SPACED = Pattern.compile("^(?:\\p{L} {1,3}){4,40}\\p{L}(?= {2}|$|\\s*[:|])");
    private static final Map<String, Core> LABELS = new HashMap<>();
    private static final Map<String, Core> CLOSED = new HashMap<>();
    private static final Set<String> STARTS = new HashSet<>();

    static {
        Resource.each(
                "labels.tsv",
                (core, words) -> words.forEach(word -> {
                    String key = Fold.key(word);
                    LABELS.putIfAbsent(key, Core.of(core));
                    CLOSED.putIfAbsent(key.replace(" ", ""), Core.of(core));
                    STARTS.add(key.substring(0, Math.min(2, key.length())));
                }));
    }

    /**
     * A label at the beginning of a line.
     *
     * @param words as they stand
     * @param end   behind them in the line
     */
    record Hit(String words, Core core, int end) {
        Found.Label label() {
            return new Found.Label(words, core);
        }
    }

    private Labels() {}

    /** The longest label that the line begins with. */
    static Optional<Hit> at(String line) {
        int from = 0;
        while (from < line.length() && !Character.isLetterOrDigit(line.charAt(from))) {
            from++;
        }
        String start = Fold.of(line.substring(from, Math.min(line.length(), from + 4)));
        if (start.length() < 2) {
            return Optional.empty();
        }
        Matcher spaced = SPACED.matcher(line.substring(0, Math.min(line.length(), 2 * LABEL_MAX)));
        if (spaced.find()) {
            Core core = CLOSED.get(Fold.key(spaced.group()).replace(" ", ""));
            return core == null ? Optional.empty() : Optional.of(new Hit(spaced.group(), core, spaced.end()));
        }
        if (!STARTS.contains(start.substring(0, 2))) {
            return Optional.empty();
        }
        Optional<Hit> longest = Optional.empty();
        for (int end = from + 2; end <= Math.min(line.length(), from + LABEL_MAX); end++) {
            if (Fold.boundary(line, end) && !Character.isWhitespace(line.charAt(end - 1))) {
                Core core = LABELS.get(Fold.key(line.substring(from, end)));
                if (core != null
                        && Character.isLetterOrDigit(
                                Fold.of(line.substring(end - 1, end)).isEmpty() ? 'a' : line.charAt(end - 1))) {
                    longest = Optional.of(new Hit(line.substring(from, end), core, end));
                }
            }
        }
        return longest;
    }

    /** Whether the whole line is a label. */
    static boolean whole(String line) {
        return LABELS.containsKey(Fold.key(line));
    }
}
