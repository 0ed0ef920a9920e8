package org.diurna.press.paper;

import com.ibm.icu.util.ULocale;

/** Scripts want different air between lines. */
final class Measures {
    private final float air;

    Measures(ULocale locale) {
        this.air = switch (ULocale.addLikelySubtags(locale).getScript()) {
            case "Arab" -> 1.14f;
            case "Deva" -> 1.1f;
            case "Jpan", "Hans", "Hant", "Kore" -> 1.1f;
            default -> 1f;
        };
    }

    Type of(Type type) {
        return type.size(type.size(), type.leading() * air);
    }
}
