package org.diurna.edition;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.diurna.house.Language;

/**
 * One entry of the organisation's own list of types.
 *
 * @param code   as in addresses and in edition.json: lower-case letters and hyphens
 * @param core   what it is, in the small common list
 * @param labels what readers see, by language
 */
public record ReleaseType(String code, Core core, Map<Language, String> labels) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{1,39}");

    public ReleaseType {
        labels = Map.copyOf(labels);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "\"" + code + "\" cannot be a type's code: lower-case letters and hyphens.");
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("Type " + code + " has no label in any language.");
        }
    }

    /** The label in that language; in English, or else any, where there is none. */
    public String label(Language language) {
        String english = labels.getOrDefault(Language.of("en"), code);
        return labels.getOrDefault(language, english);
    }

    /** The core types that every organisation's list is mapped to. */
    public enum Core {
        RELEASE,
        STATEMENT,
        SPEECH,
        TRANSCRIPT,
        ANSWER,
        ADVISORY,
        JOINT_STATEMENT,
        NOTICE,
        CONDOLENCE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Core of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
