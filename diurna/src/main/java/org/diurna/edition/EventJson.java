package org.diurna.edition;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form in which events are stored, logged and handed over; described in docs/reference/formats.md. */
public final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventJson() {}

    static Map<String, Object> member(Event event) {
        Map<String, Object> members = new TreeMap<>();
        members.put("id", event.id());
        members.put("start", event.start().toString());
        event.end().ifPresent(end -> members.put("end", end.toString()));
        members.put("zone", event.zone().getId());
        members.put("what", EditionJson.nfc(event.what()));
        members.put("place", EditionJson.nfc(event.place()));
        members.put("accreditation", EditionJson.nfc(event.accreditation()));
        return members;
    }

    public static String write(Event event) {
        return JSON.writeValueAsString(member(event));
    }

    public static Event read(String json) {
        return read(JSON.readTree(json));
    }

    static List<Event> list(JsonNode array) {
        List<Event> events = new ArrayList<>();
        array.forEach(node -> events.add(read(node)));
        return events;
    }

    private static Event read(JsonNode node) {
        return new Event(
                node.path("id").asString(""),
                LocalDateTime.parse(node.path("start").asString("")),
                Optional.ofNullable(node.get("end"))
                        .filter(end -> !end.isNull())
                        .map(end -> LocalDateTime.parse(end.asString())),
                ZoneId.of(node.path("zone").asString("")),
                node.path("what").asString(""),
                node.path("place").asString(""),
                node.path("accreditation").asString(""));
    }
}
