package org.diurna.gate;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Letters that only some languages have, and the scripts that languages are written in. */
final class Letters {
    private static final Set<String> CYRILLIC = Set.of("sr-Cyrl", "mk", "bg", "ru", "uk", "be", "kk", "ky", "mn", "tg");
    private static final Set<String> EXCLUSIVE =
            Set.of("kk", "ky", "tg", "be", "uk", "mk", "sr-Cyrl", "az", "ur", "ps", "ku");
    private static final Set<String> ARABIC = Set.of("ar", "fa", "ur", "ps", "ku");
    private static final Set<String> DEVANAGARI = Set.of("hi", "mr", "ne");
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("əƏ", "az"),
            Map.entry("ğışİ", "tr"),
            Map.entry("ąęłżź", "pl"),
            Map.entry("ůěř", "cs"),
            Map.entry("ľĺŕô", "sk"),
            Map.entry("őű", "hu"),
            Map.entry("țșă", "ro"),
            Map.entry("đ", "hr"),
            Map.entry("ãõ", "pt"),
            Map.entry("ñ¿", "es"),
            Map.entry("øå", "no"),
            Map.entry("äå", "sv"),
            Map.entry("ðþ", "is"),
            Map.entry("ģķļņ", "lv"),
            Map.entry("ėųį", "lt"),
            Map.entry("ơưạếộ", "vi"),
            Map.entry("ß", "de"),
            Map.entry("œêç", "fr"),
            Map.entry("ћђљњ", "sr-Cyrl"),
            Map.entry("ѓќѕ", "mk"),
            Map.entry("ыэё", "ru"),
            Map.entry("їєґі", "uk"),
            Map.entry("ўі", "be"),
            Map.entry("қғұәңһі", "kk"),
            Map.entry("өү", "ky"),
            Map.entry("ҷҳӣ", "tg"),
            Map.entry("پچگژ", "fa"),
            Map.entry("ٹڈڑےں", "ur"),
            Map.entry("ېۍښځ", "ps"),
            Map.entry("ةىأإ", "ar"),
            Map.entry("ەێۆڵ", "ku"),
            Map.entry("ъщ", "bg"));

    private static final Map<String, String> ALPHABET = Map.ofEntries(
            Map.entry("tr", "çğıöşüâîûİ"),
            Map.entry("az", "əçğıöşüİ"),
            Map.entry("cs", "áčďéěíňóřšťúůýž"),
            Map.entry("sk", "áäčďéíĺľňóôŕšťúýž"),
            Map.entry("pl", "ąćęłńóśźż"),
            Map.entry("hu", "áéíóöőúüű"),
            Map.entry("ro", "ăâîșțşţ"),
            Map.entry("sl", "čšžćđ"),
            Map.entry("hr", "čćđšž"),
            Map.entry("bs", "čćđšž"),
            Map.entry("sr-Latn", "čćđšž"),
            Map.entry("lt", "ąčęėįšųūž"),
            Map.entry("lv", "āčēģīķļņšūž"),
            Map.entry("et", "äöõüšž"),
            Map.entry("de", "äöüß"),
            Map.entry("fr", "àâæçéèêëîïôœùûüÿ"),
            Map.entry("es", "áéíñóúü"),
            Map.entry("ca", "àçéèíïóòúü"),
            Map.entry("gl", "áéíñóúü"),
            Map.entry("pt", "àáâãçéêíóôõúü"),
            Map.entry("it", "àèéìíòóù"),
            Map.entry("nl", "éëïóöüèê"),
            Map.entry("sv", "åäöé"),
            Map.entry("fi", "åäö"),
            Map.entry("no", "æøåéóòô"),
            Map.entry("nn", "æøåéóòô"),
            Map.entry("da", "æøåé"),
            Map.entry("is", "áðéíóúýþæö"),
            Map.entry("sq", "ëç"),
            Map.entry("eu", "ñç"),
            Map.entry("id", "é"),
            Map.entry("ms", "é"));

    private Letters() {}

    /** The share of the letters beyond ASCII that are not of that language's alphabet; 0 where we do not know it. */
    static double foreign(String text, String tag) {
        String own = ALPHABET.getOrDefault(tag, "");
        if (own.isEmpty()) {
            return 0;
        }
        long all = text.chars().filter(c -> c >= 0x80 && Character.isLetter(c)).count();
        long other = text.chars()
                .filter(c -> c >= 0x80 && Character.isLetter(c) && own.indexOf(Character.toLowerCase(c)) < 0)
                .count();
        return all == 0 ? 0 : other / (double) all;
    }

    /** For each language the weight that its own letters give it. */
    static Map<String, Integer> evidence(String text, UnicodeScript script) {
        Map<String, Integer> evidence = new HashMap<>();
        if (script == UnicodeScript.DEVANAGARI) {
            return evidence;
        }
        OWN.forEach((letters, tag) -> {
            long count = text.chars()
                    .limit(20_000)
                    .filter(c -> letters.indexOf(c) >= 0)
                    .count();
            if (count > 0 && !tag.equals("bg")) {
                evidence.put(tag, (int) Math.min(EXCLUSIVE.contains(tag) ? count * 2 : count / 2, 60));
            }
        });
        return evidence;
    }

    /** Whether that language is written in the script. */
    static boolean writes(String tag, UnicodeScript script) {
        return switch (script) {
            case CYRILLIC -> CYRILLIC.contains(tag) || tag.endsWith("-Cyrl");
            case ARABIC -> ARABIC.contains(tag);
            case DEVANAGARI -> DEVANAGARI.contains(tag);
            default -> !CYRILLIC.contains(tag) && !ARABIC.contains(tag) && !DEVANAGARI.contains(tag);
        };
    }

    /** The tag of our profile for what a page declares: {@code de-CH} is {@code de}, {@code sr} depends on the script. */
    static String profile(String declared, UnicodeScript script) {
        String primary = declared.isEmpty() ? "" : declared.split("[-_]", -1)[0];
        return switch (primary) {
            case "sr" -> script == UnicodeScript.CYRILLIC ? "sr-Cyrl" : "sr-Latn";
            case "nb" -> "no";
            case "in" -> "id";
            case "iw" -> "he";
            default -> primary;
        };
    }
}
