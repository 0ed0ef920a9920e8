package org.diurna.edition;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import org.diurna.house.Language;

/**
 * The decorative end of an address, made from a headline: words of lower-case Latin letters and digits, joined by
 * hyphens. Headlines in other scripts are transliterated.
 */
public final class Slug {
    /** Longer slugs are cut at a word. */
    static final int LENGTH_MAX = 60;

    // schwa, three letters of Serbian and the marks for hard and soft signs would be left over by Latin-ASCII
    private static final String RULES = """
            ə > e ; Ə > E ; ı > i ;
            љ > lj ; Љ > Lj ; њ > nj ; Њ > Nj ; џ > dz ; Џ > Dz ;
            [ʻʼʹʺ’'‘] > ;
            :: Any-Latin ;
            [ʻʼʹʺ’'‘ʿʾ] > ;
            :: Latin-ASCII ;
            :: Lower ;
            """;
    private static final Transliterator LATIN =
            Transliterator.createFromRules("diurna-slug", RULES, Transliterator.FORWARD);

    private Slug() {}

    /** The slug of a headline; {@code release} where nothing of it is a letter or digit. */
    public static String of(Language language, String headline) {
        String separated = words(language, headline);
        String latin;
        synchronized (LATIN) {
            latin = LATIN.transliterate(separated);
        }
        String joined =
                latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (joined.isEmpty()) {
            return "release";
        }
        if (joined.length() <= LENGTH_MAX) {
            return joined;
        }
        int cut = joined.lastIndexOf('-', LENGTH_MAX);
        return joined.substring(0, cut < LENGTH_MAX / 2 ? LENGTH_MAX : cut);
    }

    /** Puts spaces between words where the script does not write any. */
    private static String words(Language language, String headline) {
        BreakIterator breaks = BreakIterator.getWordInstance(language.locale());
        breaks.setText(headline);
        StringBuilder spaced = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String word = headline.substring(start, end);
            boolean separate = word.codePoints().anyMatch(Slug::writtenWithoutSpaces);
            spaced.append(separate ? " " + word + " " : word);
        }
        return spaced.toString();
    }

    private static boolean writtenWithoutSpaces(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
