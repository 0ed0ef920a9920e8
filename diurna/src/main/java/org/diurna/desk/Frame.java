package org.diurna.desk;

import java.util.Map;
import org.diurna.house.Language;
import org.diurna.house.Words;

/**
 * What every page of the desk needs around its content.
 *
 * @param language of the reader
 * @param token    against forged requests, for the forms of the page
 */
public record Frame(Language language, String token, Person person) {

    /** Whether somebody has signed in. */
    public enum Person {
        NOBODY,
        SIGNED_IN
    }

    public boolean signedIn() {
        return person == Person.SIGNED_IN;
    }

    public String say(String key) {
        return Words.of("desk", language).say(key);
    }

    public String say(String key, Map<String, Object> arguments) {
        return Words.of("desk", language).say(key, arguments);
    }
}
