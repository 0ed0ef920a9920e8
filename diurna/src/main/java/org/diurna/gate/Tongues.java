package org.diurna.gate;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells languages apart by their script and their small words; a page's own declaration decides between near relatives
 * only. Good for a paragraph or more; a single line is often undecided.
 */
final class Tongues {
    private static final int JUDGED_CHARACTERS = 40_000;
    private static final double RELATIVE = 0.75;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\u200c']+");
    private static final Map<String, Set<String>> SMALL = small();
    private static final Map<String, List<String>> HOLDERS = holders();
    private static final String HANT = "國個們來對時會這實經過還發體學當應關點與為說從無開長問業區議館處國際專號廣";
    private static final String HANS = "国个们来对时会这实经过还发体学当应关点与为说从无开长问业区议馆处际专号广";
    private static final String COMMON_HAN =
            "的一是在不了有和人這这中大為为上個个國国我以要他時时來来用們们生到作地于出就分對对成會会可主發发年動动同工也能下過过子說说產产種种面而方後后多定行學学法所民得經经";

    private static final String COMMON_HANGUL = "이다는을를가에의로고하기지은한사대자인시도서리해정과부일어나스장보전수국제주";

    private Tongues() {}

    private static Map<String, Set<String>> small() {
        Map<String, Set<String>> small = new LinkedHashMap<>();
        Resource.rows("tongues.tsv", (tag, words) -> small.put(tag, Set.of(distinct(words))));
        return small;
    }

    private static String[] distinct(String words) {
        return new HashSet<>(List.of(words.strip().split(" +"))).toArray(String[]::new);
    }

    private static Map<String, List<String>> holders() {
        Map<String, List<String>> holders = new HashMap<>();
        SMALL.forEach((tag, words) -> words.forEach(word -> holders.merge(
                word,
                List.of(tag),
                (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList())));
        return Map.copyOf(holders);
    }

    /** The share of words that are small words of the best fitting language, 0 to 1; for judging charsets. */
    static double fit(String text) {
        Map<String, Integer> hits = new HashMap<>();
        int words = count(text, hits);
        int best = hits.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return words == 0 ? 0 : best / (3.0 * words);
    }

    /** How well the letters beyond ASCII look like writing: one script, common ideographs, no capitals inside words. */
    static double letterFit(String text) {
        EnumMap<UnicodeScript, Integer> scripts = scripts(text, false);
        int all = scripts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return 0;
        }
        int most = scripts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int common = 0;
        int inner = 0;
        int kana = 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            common += COMMON_HAN.indexOf(c) >= 0 ? 1 : 0;
            kana += (c >= 0x3040 && c < 0x3100) || COMMON_HANGUL.indexOf(c) >= 0 ? 1 : 0;
            inner += Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1)) ? 1 : 0;
            inner += c >= 0xA1 && c < 0xC0 && Character.isLetter(text.charAt(i - 1)) && c != 0xB7 && c != 0xBB ? 1 : 0;
        }
        return 0.3 * most / all + 0.8 * (common + kana) / all - 1.0 * inner / all;
    }

    /** The share of the letters beyond ASCII that the best fitting language does not write. */
    static double foreignLetters(String text) {
        Map<String, Integer> hits = new HashMap<>();
        count(text, hits);
        return hits.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(best -> Letters.foreign(text, best.getKey()))
                .orElse(0.0);
    }

    private static int count(String text, Map<String, Integer> hits) {
        var matcher = WORD.matcher(text.substring(0, Math.min(text.length(), JUDGED_CHARACTERS)));
        int words = 0;
        while (matcher.find()) {
            words++;
            String word = matcher.group().toLowerCase(java.util.Locale.ROOT);
            for (String tag : HOLDERS.getOrDefault(word, List.of())) {
                hits.merge(tag, word.length() == 1 ? 1 : 3, Integer::sum);
            }
        }
        return words;
    }

    private static EnumMap<UnicodeScript, Integer> scripts(String text, boolean ascii) {
        EnumMap<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .limit(JUDGED_CHARACTERS)
                .filter(c -> (ascii || c >= 0x80) && Character.isLetter(c))
                .forEach(c -> scripts.merge(UnicodeScript.of(c), 1, Integer::sum));
        return scripts;
    }

    /**
     * The language of a text as a BCP 47 tag.
     *
     * @param declared what the page says of itself; a tag, or empty
     */
    static Optional<String> of(String text, String declared) {
        EnumMap<UnicodeScript, Integer> scripts = scripts(text, true);
        Optional<UnicodeScript> script =
                scripts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        if (script.isEmpty()) {
            return Optional.empty();
        }
        int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = scripts.getOrDefault(UnicodeScript.HAN, 0);
        int hangul = scripts.getOrDefault(UnicodeScript.HANGUL, 0);
        int latin = scripts.getOrDefault(UnicodeScript.LATIN, 0);
        if (kana + han + hangul > latin) {
            return Optional.of(kana * 8 > han && kana > hangul ? "ja" : hangul > han ? "ko" : chinese(text));
        }
        return switch (script.get()) {
            case ARMENIAN -> Optional.of("hy");
            case GEORGIAN -> Optional.of("ka");
            case GREEK -> Optional.of("el");
            case HEBREW -> Optional.of("he");
            case THAI -> Optional.of("th");
            case LAO -> Optional.of("lo");
            case KHMER -> Optional.of("km");
            case MYANMAR -> Optional.of("my");
            case TAMIL -> Optional.of("ta");
            case TELUGU -> Optional.of("te");
            case BENGALI -> Optional.of("bn");
            case GUJARATI -> Optional.of("gu");
            case GURMUKHI -> Optional.of("pa");
            case KANNADA -> Optional.of("kn");
            case MALAYALAM -> Optional.of("ml");
            case SINHALA -> Optional.of("si");
            case ETHIOPIC -> Optional.of("am");
            default -> byWords(text, declared, script.get());
        };
    }

    private static String chinese(String text) {
        long traditional = text.chars().filter(c -> HANT.indexOf(c) >= 0).count();
        long simplified = text.chars().filter(c -> HANS.indexOf(c) >= 0).count();
        return traditional > simplified ? "zh-Hant" : "zh-Hans";
    }

    private static Optional<String> byWords(String text, String declared, UnicodeScript script) {
        Map<String, Integer> hits = new HashMap<>();
        count(text, hits);
        Letters.evidence(text, script).forEach((tag, letters) -> hits.merge(tag, letters, Integer::sum));
        hits.keySet().removeIf(tag -> !Letters.writes(tag, script));
        Optional<Map.Entry<String, Integer>> best = hits.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
        if (best.isEmpty() || best.get().getValue() < 4) {
            return Optional.of(declared).filter(tag -> !tag.isEmpty() && Letters.writes(tag, script));
        }
        String wanted = Letters.profile(declared, script);
        int said = hits.getOrDefault(wanted, 0);
        return Optional.of(
                said >= RELATIVE * best.get().getValue() && said > 0
                        ? wanted
                        : best.get().getKey());
    }
}
