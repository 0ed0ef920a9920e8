package org.diurna.house;

import com.ibm.icu.util.IllformedLocaleException;
import com.ibm.icu.util.ULocale;
import java.util.regex.Pattern;

/**
 * A language that texts are written in, as a BCP 47 tag in canonical form ({@code en}, {@code sr-Cyrl}, {@code ar}).
 *
 * @param tag language, perhaps with script and territory
 */
public record Language(String tag) implements Comparable<Language> {
    /** Language, script, territory: what a leaf of the ledger can say. */
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

    private static final Pattern SPELLED = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");

    public Language {
        String canonical = SPELLED.matcher(tag).matches() ? canonical(tag) : "";
        if (!TAG.matcher(canonical).matches()) {
            throw new IllegalArgumentException("\"" + tag
                    + "\" is no language tag that can be used here; write language, script and territory as in BCP 47,"
                    + " for example en, ar, sr-Cyrl or pt-BR.");
        }
        tag = canonical;
    }

    private static String canonical(String tag) {
        try {
            return new ULocale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            return "";
        }
    }

    public static Language of(String tag) {
        return new Language(tag);
    }

    /** The locale for ICU, which does all formatting of dates, numbers and plurals. */
    public ULocale locale() {
        return ULocale.forLanguageTag(tag);
    }

    /** True where the script of the language runs from right to left. */
    public boolean rightToLeft() {
        return locale().isRightToLeft();
    }

    /** The value of HTML's {@code dir} attribute: {@code ltr} or {@code rtl}. */
    public String direction() {
        return rightToLeft() ? "rtl" : "ltr";
    }

    @Override
    public int compareTo(Language that) {
        return tag.compareTo(that.tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
