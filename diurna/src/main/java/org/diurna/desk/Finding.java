package org.diurna.desk;

import java.util.Locale;
import java.util.Map;
import org.diurna.house.Language;
import org.diurna.house.Words;

/**
 * Something that a check noticed while a draft was written.
 *
 * @param field     what it is about: {@code headline}, {@code decks}, {@code date}, {@code body} …
 * @param block     id of the block, empty where it is about none
 * @param key       of its sentence in the desk's words, {@code objection.<key>}
 * @param arguments of the sentence
 */
record Finding(Severity severity, String field, String block, String key, Map<String, Object> arguments) {
    Finding {
        arguments = Map.copyOf(arguments);
    }

    /** Whether the release can go in spite of it. */
    enum Severity {
        SEVERE,
        ADVICE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding severe(String field, String block, String key, Map<String, Object> arguments) {
        return new Finding(Severity.SEVERE, field, block, key, arguments);
    }

    static Finding advice(String field, String block, String key, Map<String, Object> arguments) {
        return new Finding(Severity.ADVICE, field, block, key, arguments);
    }

    Objection objection() {
        return new Objection(field, block, key, arguments);
    }

    /** The sentence: what is wrong and what to do. */
    String in(Language language) {
        return Words.of("desk", language).say("objection." + key, arguments);
    }
}
