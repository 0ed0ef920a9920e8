package org.diurna.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cue words of all languages, by what they tell. */
final class Cues {
    private static final int WORDS_MAX = 6;
    private static final Map<String, Role> ROLES = new HashMap<>();
    private static final Set<String> NUMBER = new HashSet<>();
    private static final Set<String> ISSUER = new HashSet<>();
    private static final Set<String> SIGNED = new HashSet<>();
    private static final Set<String> PLACE = new HashSet<>();
    private static final Set<String> FILLER = new HashSet<>();

    static {
        Resource.each(
                "cues.tsv",
                (cue, words) -> words.stream()
                        .map(Fold::key)
                        .filter(w -> !w.isEmpty())
                        .forEach(word -> {
                            switch (cue) {
                                case "copy-date" -> ROLES.putIfAbsent(word, Role.COPY);
                                case "changed-date" -> ROLES.putIfAbsent(word, Role.CHANGED);
                                case "event-date" -> ROLES.putIfAbsent(word, Role.EVENT);
                                case "published-date" -> ROLES.putIfAbsent(word, Role.PUBLISHED);
                                case "number" -> NUMBER.add(word);
                                case "issuer" -> ISSUER.add(word);
                                case "signed" -> SIGNED.add(word);
                                case "place-field" -> PLACE.add(word);
                                case "month-day-words" -> FILLER.add(word);
                                default -> throw new IllegalStateException("cues.tsv has an unknown cue: " + cue);
                            }
                        }));
    }

    /** What a date in a line is of. */
    enum Role {
        PUBLISHED,
        CHANGED,
        COPY,
        EVENT,
        UNSAID
    }

    private Cues() {}

    /** The longest cue that the words in front of a date begin with. */
    static Optional<Role> role(String words) {
        String key = Fold.key(words);
        Role whole = ROLES.get(key);
        if (whole != null) {
            return Optional.of(whole);
        }
        int end = key.length();
        for (int i = 0; i < key.length() && i < 60; i++) {
            char c = key.charAt(i);
            if (c == ':' || c == '：') {
                return Optional.ofNullable(ROLES.get(Fold.trim(key.substring(0, i))));
            }
        }
        for (int words1 = 0; words1 < WORDS_MAX && end > 0; words1++) {
            Role role = ROLES.get(Fold.trim(key.substring(0, end)));
            if (role != null) {
                return Optional.of(role);
            }
            end = key.lastIndexOf(' ', end - 1);
        }
        return Optional.empty();
    }

    static boolean number(String word) {
        return NUMBER.contains(Fold.key(word));
    }

    /** Whether the text ends with a word that a number follows. */
    static boolean numberBefore(String text) {
        String key = Fold.key(text);
        for (int from = Math.max(0, key.length() - 26); from < key.length(); from++) {
            boolean starts = from == 0 || Fold.boundary(key, from) || !Character.isLetter(key.charAt(from - 1));
            if (starts && NUMBER.contains(Fold.trim(key.substring(from)))) {
                return true;
            }
        }
        return false;
    }

    /** The name of a field that holds the place. */
    static boolean placeField(String name) {
        return PLACE.contains(Fold.key(name));
    }

    static boolean signed(String line) {
        return SIGNED.contains(Fold.key(line));
    }

    static boolean filler(String word) {
        return FILLER.contains(Fold.key(word));
    }

    /** A line that names an office and says nothing: short, with an office word at its beginning or end. */
    static boolean issuer(String line) {
        String key = Fold.key(line);
        if (Fold.weight(key) > 80 || key.chars().anyMatch(Character::isDigit) || key.isEmpty()) {
            return false;
        }
        for (String word : ISSUER) {
            boolean starts = key.startsWith(word) && Fold.boundary(key, word.length());
            boolean ends = key.endsWith(word);
            if (starts || ends) {
                return true;
            }
        }
        return false;
    }
}
