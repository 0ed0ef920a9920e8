package org.diurna.main;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diurna.edition.Directory;
import org.diurna.edition.Speaker;
import org.diurna.house.Language;
import tools.jackson.databind.JsonNode;

/** The people whom the demo's releases quote. */
final class DemoPeople {
    private DemoPeople() {}

    static void put(JsonNode people, Directory directory, Instant at) {
        for (JsonNode person : people) {
            Speaker.Held held =
                    new Speaker.Held(day(person.path("from")), day(person.path("until")), texts(person.path("titles")));
            directory.put(
                    new Speaker(person.path("id").asString(), 0, texts(person.path("names")), List.of(held)),
                    "demo",
                    at);
        }
    }

    private static Optional<LocalDate> day(JsonNode node) {
        return Optional.of(node.asString("")).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }

    private static Map<Language, String> texts(JsonNode node) {
        Map<Language, String> texts = new TreeMap<>();
        node.properties()
                .forEach(text ->
                        texts.put(Language.of(text.getKey()), text.getValue().asString()));
        return texts;
    }
}
