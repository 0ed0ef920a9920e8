package org.diurna.desk;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.diurna.edition.Blocks;
import org.diurna.edition.Draft;

/**
 * Whether a text is in the language that it says: by its script, and among languages of the Latin script by the little
 * words that every text of a language is full of. It only advises: names and quotations may be in any language.
 */
final class LanguageCheck {
    /** Shorter texts say too little. */
    private static final int WORDS_MIN = 25;

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en", Set.of("the", "and", "of", "to", "in", "for", "with", "that", "was", "will", "from", "by"),
            "fr", Set.of("le", "la", "les", "des", "et", "du", "une", "dans", "pour", "qui", "sur", "au", "est"),
            "de", Set.of("der", "die", "das", "und", "den", "mit", "für", "von", "ist", "im", "zu", "ein", "eine"),
            "es", Set.of("el", "los", "las", "y", "del", "una", "por", "para", "con", "que", "se", "en"),
            "it", Set.of("il", "gli", "della", "e", "di", "che", "per", "con", "una", "del", "dei", "nel"),
            "pt", Set.of("o", "os", "da", "do", "e", "em", "uma", "para", "com", "que", "dos", "na", "no"),
            "sr", Set.of("je", "i", "u", "na", "se", "za", "da", "su", "od", "sa", "koji", "će"));

    private LanguageCheck() {}

    static void of(Draft draft, List<Finding> findings) {
        String text = String.join(" ", Blocks.plain(draft.wording().body()));
        List<String> words = WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (words.size() < WORDS_MIN) {
            return;
        }
        if (foreignScript(draft, text) || otherTongue(draft, words).isPresent()) {
            findings.add(Finding.advice(
                    "body",
                    "",
                    "language-other",
                    Map.of("language", draft.language().tag())));
        }
    }

    private static boolean foreignScript(Draft draft, String text) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> scripts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = scripts.values().stream().mapToInt(Integer::intValue).sum();
        int own = expected(
                        draft.language().locale().getLanguage(),
                        draft.language().tag())
                .stream()
                .mapToInt(script -> scripts.getOrDefault(script, 0))
                .sum();
        return all > 0 && own * 2 < all;
    }

    private static Set<UnicodeScript> expected(String language, String tag) {
        if (tag.contains("-Latn")) {
            return Set.of(UnicodeScript.LATIN);
        }
        if (tag.contains("-Cyrl")) {
            return Set.of(UnicodeScript.CYRILLIC);
        }
        return switch (language) {
            case "ar", "fa", "ur", "ps", "ckb" -> Set.of(UnicodeScript.ARABIC);
            case "he", "yi" -> Set.of(UnicodeScript.HEBREW);
            case "ru", "uk", "bg", "be", "mk", "kk", "ky", "mn" -> Set.of(UnicodeScript.CYRILLIC);
            case "el" -> Set.of(UnicodeScript.GREEK);
            case "hy" -> Set.of(UnicodeScript.ARMENIAN);
            case "ka" -> Set.of(UnicodeScript.GEORGIAN);
            case "hi", "mr", "ne" -> Set.of(UnicodeScript.DEVANAGARI);
            case "zh" -> Set.of(UnicodeScript.HAN);
            case "ja" -> Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
            case "ko" -> Set.of(UnicodeScript.HANGUL, UnicodeScript.HAN);
            case "th" -> Set.of(UnicodeScript.THAI);
            case "sr" -> Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC);
            default -> Set.of(UnicodeScript.LATIN);
        };
    }

    /** The language that the text is more likely in than in its own; empty where that is not clear. */
    private static Optional<String> otherTongue(Draft draft, List<String> words) {
        String own = draft.language().locale().getLanguage();
        if (!SMALL_WORDS.containsKey(own)) {
            return Optional.empty();
        }
        Map<String, Integer> hits = new HashMap<>();
        SMALL_WORDS.forEach((language, small) ->
                hits.put(language, (int) words.stream().filter(small::contains).count()));
        int mine = hits.getOrDefault(own, 0);
        return hits.entrySet().stream()
                .filter(entry -> entry.getValue() * 8 > words.size() && entry.getValue() > 3 * mine)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
