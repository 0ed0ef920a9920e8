package org.diurna.desk;

import java.time.LocalDate;
import java.util.List;
import org.diurna.counter.Counter;
import org.diurna.counter.Licence;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that the counter holds about a person, as the person may have it. */
final class PersonExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Counter counter;
    private final List<Licence> held;

    PersonExport(Counter counter, List<Licence> held) {
        this.counter = counter;
        this.held = List.copyOf(held);
    }

    byte[] json() {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode requests = all.putArray("requests");
        held.forEach(licence -> write(requests.addObject(), licence));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
    }

    private void write(ObjectNode one, Licence licence) {
        one.put("number", licence.id())
                .put("office", licence.office())
                .put("state", licence.state().word())
                .put("asked", licence.asked().toString())
                .put("changed", licence.changed().toString())
                .put("language", licence.language().tag())
                .put("release", licence.release().value())
                .put("edition", licence.edition())
                .put("headline", licence.headline())
                .put("name", licence.requester().name())
                .put("organisation", licence.requester().organisation())
                .put("mail", licence.requester().mail())
                .put("medium", licence.use().medium())
                .put("purpose", licence.use().purpose())
                .put("territory", licence.use().territory())
                .put("first", licence.use().first().map(LocalDate::toString).orElse(""))
                .put("last", licence.use().last().map(LocalDate::toString).orElse(""));
        licence.ends().ifPresent(ends -> one.put("ends", ends.toString()));
        ArrayNode items = one.putArray("items");
        licence.items().forEach(item -> items.add(item.words() ? "words" : "picture " + item.place()));
        ArrayNode steps = one.putArray("steps");
        counter.steps(licence.id())
                .forEach(step -> steps.addObject()
                        .put("at", step.at().toString())
                        .put("kind", step.kind())
                        .put("words", step.words()));
        ArrayNode files = one.putArray("files");
        counter.files(licence.id())
                .forEach(file -> files.addObject()
                        .put("picture", file.place())
                        .put("sha256", file.sha256())
                        .put("downloads", file.downloads()));
        counter.granted(licence.id()).ifPresent(grant -> one.put("receipt", grant.receipt()));
    }

    /** The same for people: a line for each thing. */
    String text() {
        StringBuilder text = new StringBuilder();
        JSON.readTree(json()).path("requests").forEach(request -> {
            request.properties().forEach(field -> {
                String value = field.getValue().isString()
                        ? field.getValue().asString()
                        : field.getValue().toString();
                text.append(field.getKey()).append(": ").append(value).append('\n');
            });
            text.append('\n');
        });
        return text.toString();
    }
}
