package org.diurna.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diurna.edition.Office;
import org.diurna.house.Language;

/** The form of an office: what was typed in it, and the office that it makes, or everything that stands against that. */
final class OfficeFields {
    /** Rows for languages; no office writes in more. */
    static final int LANGUAGES_MAX = 12;

    /** Rows for people who answer. */
    static final int CONTACTS_MAX = 8;

    private static final int HOSTS_MAX = 20;
    private static final int WORDS_MAX = 200;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    private final Map<String, String> typed;
    private final List<Objection> objections = new ArrayList<>();

    private OfficeFields(Map<String, String> typed) {
        this.typed = typed;
    }

    /** What a form came to: an office, or objections. */
    record Read(Optional<Office> office, List<Objection> objections) {}

    static Read read(Map<String, String> typed) {
        OfficeFields fields = new OfficeFields(typed);
        Optional<Office> office = fields.office();
        return new Read(fields.objections.isEmpty() ? office : Optional.empty(), List.copyOf(fields.objections));
    }

    private String text(String name) {
        String text = typed.getOrDefault(name, "").strip();
        if (text.length() > WORDS_MAX && !name.equals("hosts")) {
            objections.add(new Objection(name, "", "office-long", Map.of("number", WORDS_MAX)));
        }
        return text;
    }

    private Optional<Office> office() {
        String code = text("code");
        if (!CODE.matcher(code).matches()) {
            objections.add(Objection.to("code", "office-code-wrong"));
        }
        List<Language> languages = new ArrayList<>();
        Map<Language, String> names = new LinkedHashMap<>();
        Map<Language, String> places = new LinkedHashMap<>();
        for (int row = 0; row < LANGUAGES_MAX; row++) {
            language(row, languages, names, places);
        }
        if (languages.isEmpty()) {
            objections.add(Objection.to("language.0", "office-language-missing"));
        }
        List<String> hosts = hosts();
        Optional<ZoneId> zone = zone();
        List<Office.Contact> contacts = contacts(languages);
        Optional<LocalDate> opened = day("opened");
        Optional<LocalDate> closed = day("closed");
        Optional<Office.Brand> brand = brand();
        return objections.isEmpty() && zone.isPresent() && brand.isPresent()
                ? Optional.of(new Office(
                        code, names, hosts, languages, zone.get(), brand.get(), contacts, places, opened, closed))
                : Optional.empty();
    }

    private void language(
            int row, List<Language> languages, Map<Language, String> names, Map<Language, String> places) {
        String tag = text("language." + row);
        String name = text("name." + row);
        String place = text("place." + row);
        if (tag.isEmpty()) {
            if (!name.isEmpty()) {
                objections.add(Objection.to("language." + row, "office-language-missing"));
            }
            return;
        }
        try {
            Language language = Language.of(tag);
            if (languages.contains(language)) {
                objections.add(new Objection("language." + row, "", "office-language-twice", Map.of("tag", tag)));
            } else if (name.isEmpty()) {
                objections.add(Objection.to("name." + row, "office-name-missing"));
            } else {
                languages.add(language);
                names.put(language, name);
                if (!place.isEmpty()) {
                    places.put(language, place);
                }
            }
        } catch (IllegalArgumentException e) {
            objections.add(new Objection("language." + row, "", "office-language-wrong", Map.of("tag", tag)));
        }
    }

    private List<String> hosts() {
        List<String> hosts = text("hosts")
                .lines()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .distinct()
                .toList();
        if (hosts.isEmpty()) {
            objections.add(Objection.to("hosts", "office-host-missing"));
        }
        if (hosts.size() > HOSTS_MAX) {
            objections.add(new Objection("hosts", "", "office-hosts-many", Map.of("number", HOSTS_MAX)));
        }
        hosts.stream()
                .filter(host -> !HOST.matcher(host).matches())
                .forEach(host -> objections.add(new Objection("hosts", "", "office-host-wrong", Map.of("host", host))));
        return hosts;
    }

    private Optional<ZoneId> zone() {
        String zone = text("zone");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            objections.add(Objection.to("zone", "office-zone-wrong"));
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(zone));
    }

    private Optional<Office.Brand> brand() {
        try {
            return Optional.of(new Office.Brand(
                    text("ink").toLowerCase(Locale.ROOT), text("inkDark").toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            objections.add(Objection.to("ink", "office-colour-wrong"));
            return Optional.empty();
        }
    }

    private List<Office.Contact> contacts(List<Language> languages) {
        List<Office.Contact> contacts = new ArrayList<>();
        for (int row = 0; row < CONTACTS_MAX; row++) {
            Map<Language, String> roles = new LinkedHashMap<>();
            for (int i = 0; i < languages.size(); i++) {
                String role = text("role." + row + "." + i);
                if (!role.isEmpty()) {
                    roles.put(languages.get(i), role);
                }
            }
            String name = text("contact." + row);
            String mail = text("mail." + row);
            String phone = text("phone." + row);
            if (!(name + mail + phone).isEmpty() || !roles.isEmpty()) {
                if (roles.isEmpty()) {
                    objections.add(Objection.to("role." + row + ".0", "office-role-missing"));
                }
                contacts.add(new Office.Contact(roles, name, mail, phone));
            }
        }
        return contacts;
    }

    private Optional<LocalDate> day(String name) {
        String day = text(name);
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeException e) {
            objections.add(Objection.to(name, "office-day-wrong"));
            return Optional.empty();
        }
    }

    /** What the form shows of an office that is there. */
    static Map<String, String> of(Office office) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("code", office.code());
        typed.put("hosts", String.join("\n", office.hosts()));
        typed.put("zone", office.zone().getId());
        typed.put("ink", office.brand().ink());
        typed.put("inkDark", office.brand().inkDark());
        office.opened().ifPresent(day -> typed.put("opened", day.toString()));
        office.closed().ifPresent(day -> typed.put("closed", day.toString()));
        for (int row = 0; row < office.languages().size(); row++) {
            Language language = office.languages().get(row);
            typed.put("language." + row, language.tag());
            typed.put("name." + row, office.names().getOrDefault(language, ""));
            typed.put("place." + row, office.places().getOrDefault(language, ""));
        }
        for (int row = 0; row < office.contacts().size(); row++) {
            Office.Contact contact = office.contacts().get(row);
            typed.put("contact." + row, contact.name());
            typed.put("mail." + row, contact.mail());
            typed.put("phone." + row, contact.phone());
            for (int i = 0; i < office.languages().size(); i++) {
                typed.put(
                        "role." + row + "." + i,
                        contact.role().getOrDefault(office.languages().get(i), ""));
            }
        }
        return typed;
    }
}
