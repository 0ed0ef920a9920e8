package org.diurna.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Act;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;

/**
 * What every page of the desk needs around its content.
 *
 * @param language of the reader
 * @param token    against forged requests, for the forms of the page
 * @param address  path and query of the page
 * @param reader   who has signed in
 */
public record Frame(Language language, String token, String address, Optional<SignedIn> reader) {

    /** Whether somebody has signed in and has set up a way to do so again. */
    public boolean signedIn() {
        return reader.filter(each -> each.readiness() == SignedIn.Readiness.READY)
                .isPresent();
    }

    /** Name of who has signed in; empty for nobody. */
    public String name() {
        return reader.map(each -> each.person().name()).orElse("");
    }

    /** Whether the reader does such acts anywhere, so that the menu leads there. */
    public boolean may(Act act) {
        return reader.filter(each -> Permissions.mayAnywhere(each.person(), act))
                .isPresent();
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
        return say(key, Map.of());
    }

    public String say(String key, Map<String, Object> arguments) {
        return Words.of(key.startsWith("staff.") ? "staff" : "desk", language).say(key, arguments);
    }
}
