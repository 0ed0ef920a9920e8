package org.diurna.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Phrases that tell something about the line they stand in. A plain phrase must be the whole line, {@code ^phrase} begins
 * it, {@code ~phrase} stands anywhere in it; {@code *} in a phrase stands for any words.
 */
final class Phrases<T> {
    private static final int PREFIX_KEY = 2;

    /** What a line was recognised by. */
    record Hit<T>(T value, Way way) {}

    enum Way {
        WHOLE,
        BEGINS,
        HOLDS
    }

    private record Phrase<T>(String head, String tail, T value) {
        boolean in(String line, int at) {
            int rest = at + head.length();
            return Fold.boundary(line, rest) && (tail.isEmpty() || line.indexOf(tail, rest) >= 0);
        }
    }

    private final Map<String, T> whole = new HashMap<>();
    private final Map<String, List<Phrase<T>>> begins = new HashMap<>();
    private final List<Phrase<T>> holds = new ArrayList<>();

    void add(String text, T value) {
        char first = text.charAt(0);
        String words = first == '^' || first == '~' ? text.substring(1) : text;
        int star = words.indexOf('*');
        String head = Fold.of(star < 0 ? words : words.substring(0, star)).strip();
        String tail = star < 0 ? "" : Fold.of(words.substring(star + 1)).strip();
        Phrase<T> phrase = new Phrase<>(head, tail, value);
        if (first == '~') {
            holds.add(phrase);
        } else if (first == '^') {
            begins.computeIfAbsent(key(head), _ -> new ArrayList<>()).add(phrase);
        } else {
            whole.putIfAbsent(Fold.trim(head), value);
        }
    }

    void addAll(List<String> texts, T value) {
        texts.forEach(text -> add(text, value));
    }

    private static String key(String folded) {
        return folded.substring(0, Math.min(PREFIX_KEY, folded.length()));
    }

    /**
     * What the line is recognised as.
     *
     * @param folded form of {@link Fold#of}
     */
    Optional<Hit<T>> find(String folded) {
        String line = Fold.trim(folded);
        T exact = whole.get(line);
        if (exact != null) {
            return Optional.of(new Hit<>(exact, Way.WHOLE));
        }
        for (String start : line.equals(folded) ? List.of(line) : List.of(folded, line)) {
            for (Phrase<T> phrase : begins.getOrDefault(key(start), List.of())) {
                if (start.startsWith(phrase.head()) && phrase.in(start, 0)) {
                    return Optional.of(new Hit<>(phrase.value(), Way.BEGINS));
                }
            }
        }
        for (Phrase<T> phrase : holds) {
            int at = folded.indexOf(phrase.head());
            if (at >= 0 && phrase.in(folded, at)) {
                return Optional.of(new Hit<>(phrase.value(), Way.HOLDS));
            }
        }
        return Optional.empty();
    }
}
