package org.diurna.edition;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diurna.house.Language;

/**
 * A unit that issues releases.
 *
 * @param code      short permanent name, 2 to 32 lower-case letters, digits and hyphens; a code, never a person
 * @param names     its name in each of its languages
 * @param hosts     host names in lower case without port, the first is the one that addresses are written with
 * @param languages at least one, in the order of the language switch; the first is the default
 * @param zone      in which its dates are written
 * @param brand     its colours
 * @param contacts  who answers the press
 * @param places    the city where it sits, by language; may be empty
 * @param opened    first day, if known
 * @param closed    last day of an office that is no more; its pages stay
 */
public record Office(
        String code,
        Map<Language, String> names,
        List<String> hosts,
        List<Language> languages,
        ZoneId zone,
        Brand brand,
        List<Contact> contacts,
        Map<Language, String> places,
        Optional<LocalDate> opened,
        Optional<LocalDate> closed) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    public Office {
        names = Map.copyOf(names);
        hosts = List.copyOf(hosts);
        languages = List.copyOf(languages);
        contacts = List.copyOf(contacts);
        places = Map.copyOf(places);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("\"" + code
                    + "\" cannot be an office's code: 2 to 32 lower-case letters, digits or hyphens, a letter first.");
        }
        if (languages.isEmpty() || new LinkedHashSet<>(languages).size() != languages.size()) {
            throw new IllegalArgumentException("Office " + code + " needs languages, each named once.");
        }
        if (!names.keySet().containsAll(languages)) {
            throw new IllegalArgumentException(
                    "Office " + code + " needs a name in each of its languages " + languages + ".");
        }
        if (hosts.isEmpty()
                || hosts.stream().anyMatch(host -> !HOST.matcher(host).matches())) {
            throw new IllegalArgumentException("Office " + code
                    + " needs host names in lower case, such as press.mfa.example; it has " + hosts + ".");
        }
    }

    /** The name in that language, or in the default language where there is none. */
    public String name(Language language) {
        return names.getOrDefault(language, names.getOrDefault(languages.getFirst(), code));
    }

    public Language defaultLanguage() {
        return languages.getFirst();
    }

    /** The host that addresses are written with. */
    public String host() {
        return hosts.getFirst();
    }

    /**
     * Colours of an office: {@code ink} must be readable on light and on dark ground.
     *
     * @param ink    {@code #rrggbb} on the light ground
     * @param inkDark {@code #rrggbb} on the dark ground
     */
    public record Brand(String ink, String inkDark) {
        private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

        /** What an office wears that has chosen nothing. */
        public static final Brand PLAIN = new Brand("#1f3a5f", "#a9c4e6");

        public Brand {
            if (!COLOUR.matcher(ink).matches() || !COLOUR.matcher(inkDark).matches()) {
                throw new IllegalArgumentException(
                        "A colour is written #rrggbb in lower case; these are " + ink + " and " + inkDark + ".");
            }
        }
    }

    /**
     * Somebody who answers.
     *
     * @param role    what for, by language: "Press office"
     * @param name    of a person or a function; may be empty
     * @param mail    address, may be empty
     * @param phone   in international form, may be empty
     */
    public record Contact(Map<Language, String> role, String name, String mail, String phone) {
        public Contact {
            role = Map.copyOf(role);
        }
    }
}
