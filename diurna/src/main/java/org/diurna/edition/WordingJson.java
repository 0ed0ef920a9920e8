package org.diurna.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form in which wordings are stored and handed over; described in docs/reference/formats.md. */
public final class WordingJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WordingJson() {}

    public static String write(Wording wording) {
        ObjectNode doc = JSON.createObjectNode();
        doc.put("headline", wording.headline());
        ArrayNode decks = doc.putArray("decks");
        wording.decks().forEach(decks::add);
        doc.put("place", wording.place());
        wording.date().ifPresent(date -> doc.put("date", date.toString()));
        doc.set("body", new BlockWriter(JSON).blocks(wording.body()));
        wording.banner()
                .ifPresent(banner -> doc.putObject("banner")
                        .put("picture", banner.picture())
                        .put("use", banner.use().name().toLowerCase(Locale.ROOT))
                        .put("alt", banner.alt())
                        .put("caption", banner.caption()));
        if (!wording.events().isEmpty()) {
            doc.putPOJO(
                    "events", wording.events().stream().map(EventJson::member).toList());
        }
        return JSON.writeValueAsString(doc);
    }

    /**
     * Reads a stored wording, checking everything again.
     *
     * @throws IllegalArgumentException when it is no wording; the message names what is wrong
     */
    public static Wording read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "This is no wording: it is not JSON (" + e.getOriginalMessage() + ").", e);
        }
    }

    /** Reads a wording out of a larger document. */
    public static Wording read(JsonNode doc) {
        List<String> decks = new ArrayList<>();
        doc.path("decks").forEach(deck -> decks.add(deck.asString()));
        Optional<LocalDate> date = Optional.ofNullable(doc.get("date"))
                .filter(node -> !node.isNull())
                .map(node -> LocalDate.parse(node.asString()));
        return new Wording(
                doc.path("headline").asString(""),
                decks,
                doc.path("place").asString(""),
                date,
                BlockReader.blocks(doc.path("body"), "body"),
                Optional.ofNullable(doc.get("banner"))
                        .filter(node -> !node.isNull())
                        .map(WordingJson::banner),
                EventJson.list(doc.path("events")));
    }

    private static Banner banner(JsonNode node) {
        return new Banner(
                node.path("picture").asString(""),
                BlockReader.use(node),
                node.path("alt").asString(""),
                node.path("caption").asString(""));
    }
}
