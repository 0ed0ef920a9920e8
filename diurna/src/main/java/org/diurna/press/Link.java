package org.diurna.press;

import org.diurna.house.Language;
import org.jspecify.annotations.Nullable;

/**
 * A link on a page.
 *
 * @param language of the text and of what it leads to, where it differs from the page's
 */
public record Link(String href, String text, @Nullable Language language) {
    static Link to(String href, String text) {
        return new Link(href, text, null);
    }

    /** For {@code lang} and {@code hreflang}; null leaves the attribute out. */
    public @Nullable String lang() {
        return language == null ? null : language.tag();
    }

    /** For {@code dir}; null leaves the attribute out. */
    public @Nullable String dir() {
        return language == null ? null : language.direction();
    }
}
