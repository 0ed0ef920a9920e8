package org.diurna.press;

import com.ibm.icu.text.BreakIterator;
import org.diurna.house.Language;

/** Cuts running text. */
final class Sentences {
    private Sentences() {}

    /** The whole text, or its beginning with an ellipsis, cut where the language allows a line to break. */
    static String beginning(String text, Language language, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        BreakIterator breaks = BreakIterator.getLineInstance(language.locale());
        breaks.setText(text);
        int end = breaks.preceding(maxChars);
        return text.substring(0, end <= 0 ? text.offsetByCodePoints(0, maxChars / 2) : end)
                        .strip()
                + "…";
    }
}
