package org.diurna.edition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Language;

/**
 * Somebody who is quoted in releases, as the directory has them.
 *
 * @param id      opaque
 * @param version 1, 2, 3 …; 0 for one that was never stored
 * @param names   the form of the name in each language and script, at least one
 * @param offices the offices held, newest first
 */
public record Speaker(String id, int version, Map<Language, String> names, List<Held> offices) {
    /** More than a life holds. */
    public static final int OFFICES_MAX = 40;

    private static final int NAME_MAX = 120;

    public Speaker {
        names = cleaned(names);
        offices = offices.stream()
                .sorted(Comparator.comparing((Held held) -> held.from().orElse(LocalDate.MIN))
                        .reversed())
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Somebody in the directory needs a name in one language at least.");
        }
        if (offices.size() > OFFICES_MAX) {
            throw new IllegalArgumentException("Nobody holds more than " + OFFICES_MAX + " offices.");
        }
    }

    /**
     * An office held for a time.
     *
     * @param from   first day; empty where it is not known
     * @param until  last day; empty while it is held
     * @param titles what it is called, by language
     */
    public record Held(Optional<LocalDate> from, Optional<LocalDate> until, Map<Language, String> titles) {
        public Held {
            titles = cleaned(titles);
            if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
                throw new IllegalArgumentException("An office cannot end before it begins.");
            }
        }

        boolean on(LocalDate day) {
            return !from.filter(day::isBefore).isPresent()
                    && !until.filter(day::isAfter).isPresent();
        }
    }

    private static Map<Language, String> cleaned(Map<Language, String> words) {
        Map<Language, String> kept = new java.util.TreeMap<>();
        words.forEach((language, text) -> {
            String clean = Texts.clean(text).strip();
            if (clean.length() > NAME_MAX) {
                throw new IllegalArgumentException(
                        "A name or title has at most " + NAME_MAX + " letters; this has " + clean.length() + ".");
            }
            if (!clean.isEmpty()) {
                kept.put(language, clean);
            }
        });
        return Map.copyOf(kept);
    }

    /** The name as texts in that language write it; empty where no form is known that they could use. */
    public Optional<String> name(Language language) {
        return in(names, language);
    }

    /** The office held on that day, as texts in that language call it; the one that began last where there are two. */
    public Optional<String> role(LocalDate day, Language language) {
        return offices.stream()
                .filter(held -> held.on(day))
                .flatMap(held -> in(held.titles(), language).stream())
                .findFirst();
    }

    /** The form of the language itself, or of the same language in the same script: sr for sr-Cyrl, not for sr-Latn. */
    private static Optional<String> in(Map<Language, String> words, Language language) {
        return Optional.ofNullable(words.get(language))
                .or(() -> words.entrySet().stream()
                        .filter(entry -> written(entry.getKey()).equals(written(language)))
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    private static String written(Language language) {
        var full = com.ibm.icu.util.ULocale.addLikelySubtags(language.locale());
        return full.getLanguage() + "-" + full.getScript();
    }
}
