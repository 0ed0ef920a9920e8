package org.diurna.desk;

import java.util.List;
import java.util.Map;
import org.diurna.house.Language;
import org.diurna.house.Words;

/**
 * What every page of the desk needs around its content.
 *
 * @param language of the reader
 * @param token    against forged requests, for the forms of the page
 * @param address  path and query of the page
 */
public record Frame(Language language, String token, String address, Person person) {

    /** Whether somebody has signed in. */
    public enum Person {
        NOBODY,
        SIGNED_IN
    }

    public boolean signedIn() {
        return person == Person.SIGNED_IN;
    }

    /** Whether the page is the place of that path: the one that the rail marks. */
    public boolean at(String place) {
        String path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
        return path.equals(place) || (!place.equals("/") && path.startsWith(place + "/"));
    }

    /** The languages that the desk speaks, each called by its own name. */
    public List<Language> languages() {
        return Pages.LANGUAGES;
    }

    /** A language in its own words. */
    public String ownName(Language tongue) {
        return Names.of(tongue, tongue);
    }

    public String say(String key) {
        return Words.of("desk", language).say(key);
    }

    public String say(String key, Map<String, Object> arguments) {
        return Words.of("desk", language).say(key, arguments);
    }
}
