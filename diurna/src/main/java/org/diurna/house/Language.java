package org.diurna.house;

import com.ibm.icu.util.ULocale;
import java.util.regex.Pattern;

/**
 * A language that texts are written in, as a BCP 47 tag in canonical form ({@code en}, {@code sr-Cyrl}, {@code ar}).
 *
 * @param tag 2 to 35 characters: letters, digits and hyphens
 */
public record Language(String tag) implements Comparable<Language> {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");

    public Language {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException(
                    "\"" + tag + "\" is no language tag; write it as in BCP 47, for example en, ar or sr-Cyrl.");
        }
        tag = ULocale.forLanguageTag(tag).toLanguageTag();
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
