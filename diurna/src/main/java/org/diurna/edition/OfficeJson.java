package org.diurna.edition;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form in which offices are stored and handed over; described in docs/reference/formats.md. */
public final class OfficeJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OfficeJson() {}

    static String write(Office office) {
        ObjectNode doc = JSON.createObjectNode();
        doc.put("code", office.code());
        words(doc.putObject("names"), office.names());
        ArrayNode hosts = doc.putArray("hosts");
        office.hosts().forEach(hosts::add);
        ArrayNode languages = doc.putArray("languages");
        office.languages().forEach(language -> languages.add(language.tag()));
        doc.put("zone", office.zone().getId());
        doc.putObject("brand")
                .put("ink", office.brand().ink())
                .put("inkDark", office.brand().inkDark());
        ArrayNode contacts = doc.putArray("contacts");
        for (Office.Contact contact : office.contacts()) {
            ObjectNode node = contacts.addObject();
            words(node.putObject("role"), contact.role());
            node.put("name", contact.name()).put("mail", contact.mail()).put("phone", contact.phone());
        }
        words(doc.putObject("places"), office.places());
        office.opened().ifPresent(day -> doc.put("opened", day.toString()));
        office.closed().ifPresent(day -> doc.put("closed", day.toString()));
        return JSON.writeValueAsString(doc);
    }

    private static void words(ObjectNode node, Map<Language, String> words) {
        words.keySet().stream().sorted().forEach(language -> node.put(language.tag(), words.get(language)));
    }

    static Office read(String json) {
        return read(JSON.readTree(json));
    }

    /**
     * Reads an office out of a larger document.
     *
     * @throws IllegalArgumentException when it is none; the message names what is wrong
     */
    public static Office read(JsonNode doc) {
        List<Language> languages = new ArrayList<>();
        doc.path("languages").forEach(language -> languages.add(Language.of(language.asString())));
        List<Office.Contact> contacts = new ArrayList<>();
        doc.path("contacts")
                .forEach(contact -> contacts.add(new Office.Contact(
                        words(contact.path("role")),
                        contact.path("name").asString(""),
                        contact.path("mail").asString(""),
                        contact.path("phone").asString(""))));
        List<String> hosts = new ArrayList<>();
        doc.path("hosts").forEach(host -> hosts.add(host.asString()));
        JsonNode brand = doc.path("brand");
        return new Office(
                doc.path("code").asString(""),
                words(doc.path("names")),
                hosts,
                languages,
                ZoneId.of(doc.path("zone").asString("UTC")),
                new Office.Brand(
                        brand.path("ink").asString(Office.Brand.PLAIN.ink()),
                        brand.path("inkDark").asString(Office.Brand.PLAIN.inkDark())),
                contacts,
                words(doc.path("places")),
                day(doc, "opened"),
                day(doc, "closed"));
    }

    /** Words by language, from an object whose names are language tags. */
    public static Map<Language, String> words(JsonNode node) {
        Map<Language, String> words = new HashMap<>();
        node.properties()
                .forEach(entry ->
                        words.put(Language.of(entry.getKey()), entry.getValue().asString()));
        return words;
    }

    private static Optional<LocalDate> day(JsonNode doc, String name) {
        String day = doc.path(name).asString("");
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }
}
