package org.diurna.house;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashSet;
import java.util.Set;

/** Words as they are searched for: without capitals, accents and vowel marks, so that both databases agree on them. */
public final class SearchWords {
    /** Longer words are cut; nobody types them to the end. */
    public static final int WORD_MAX_CHARACTERS = 40;

    private SearchWords() {}

    /** The words of a text, each once, in its order. */
    public static Set<String> of(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        Set<String> words = new LinkedHashSet<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                String word = fold(text.substring(start, end));
                if (!word.isEmpty()) {
                    words.add(word.length() > WORD_MAX_CHARACTERS ? word.substring(0, WORD_MAX_CHARACTERS) : word);
                }
            }
        }
        return words;
    }

    private static String fold(String word) {
        String apart = Normalizer2.getNFKDInstance().normalize(UCharacter.foldCase(word, true));
        StringBuilder folded = new StringBuilder();
        apart.codePoints().filter(SearchWords::isBase).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean isBase(int character) {
        return Character.isLetterOrDigit(character);
    }
}
