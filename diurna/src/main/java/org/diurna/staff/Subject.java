package org.diurna.staff;

import java.util.Set;

/**
 * What something is done to, in the plain words that duties are limited by.
 *
 * @param office   its code
 * @param type     code of its type
 * @param language tag of the language version; empty where it is about the whole
 * @param named    ids of the people who alone may see it; none means that it is not restricted
 */
public record Subject(String office, String type, String language, Set<String> named) {
    public Subject {
        named = Set.copyOf(named);
    }

    /** An office as a whole. */
    public static Subject office(String code) {
        return new Subject(code, "", "", Set.of());
    }
}
