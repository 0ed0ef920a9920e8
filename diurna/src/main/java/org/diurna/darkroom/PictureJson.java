package org.diurna.darkroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diurna.house.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form in which pictures are stored. */
final class PictureJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PictureJson() {}

    static String write(Picture picture) {
        Picture.Facts facts = picture.facts();
        Master master = picture.master();
        ObjectNode doc = JSON.createObjectNode();
        doc.put("name", picture.name());
        doc.put("type", master.mediaType());
        doc.put("bytes", master.sizeBytes());
        doc.put("width", master.width());
        doc.put("height", master.height());
        doc.put("look", master.look().text());
        doc.put("focus-x", picture.framing().focus().x());
        doc.put("focus-y", picture.framing().focus().y());
        ObjectNode crops = doc.putObject("crops");
        new TreeMap<>(picture.framing().chosen()).forEach((slot, crop) -> crop(crops.putArray(slot.name()), crop));
        ArrayNode kept = doc.putArray("kept");
        picture.framing()
                .kept()
                .forEach(part -> kept.addArray()
                        .add(part.x())
                        .add(part.y())
                        .add(part.width())
                        .add(part.height()));
        doc.put("creators", facts.creators());
        doc.put("headline", facts.headline());
        texts(doc.putObject("captions"), facts.captions());
        texts(doc.putObject("alts"), facts.alts());
        facts.created().ifPresent(day -> doc.put("created", day.toString()));
        doc.put("source", facts.source().name());
        doc.put("credit", facts.credit());
        doc.put("holder", facts.holder());
        doc.put("copyright", facts.copyright());
        doc.put("usage", facts.usage());
        doc.put("licence", facts.licence());
        doc.put("terms", facts.terms());
        doc.put("people", facts.people());
        doc.put("place", facts.place());
        doc.put("event", facts.event());
        doc.put("consent", facts.consent());
        facts.embargo().ifPresent(until -> doc.put("embargo", until.toString()));
        facts.expires().ifPresent(day -> doc.put("expires", day.toString()));
        doc.put("largest", facts.largest().name());
        return JSON.writeValueAsString(doc);
    }

    private static void texts(ObjectNode node, Map<Language, String> texts) {
        texts.forEach((language, text) -> node.put(language.tag(), text));
    }

    private static void crop(ArrayNode node, Crop crop) {
        node.add(crop.x()).add(crop.y()).add(crop.width()).add(crop.height());
    }

    static Picture read(ResultSet row) throws SQLException {
        JsonNode doc = JSON.readTree(row.getString("doc"));
        Master master = new Master(
                row.getString("master"),
                text(doc, "type"),
                doc.path("bytes").asLong(),
                doc.path("width").asInt(),
                doc.path("height").asInt(),
                Look.parse(text(doc, "look")));
        Focus focus = new Focus(doc.path("focus-x").asInt(), doc.path("focus-y").asInt());
        return new Picture(
                row.getString("id"),
                master,
                text(doc, "name"),
                row.getString("office"),
                row.getInt("version"),
                facts(doc),
                new Framing(focus, crops(doc.path("crops")), kept(doc.path("kept"))),
                Instant.ofEpochMilli(row.getLong("taken")),
                row.getString("taker"));
    }

    private static Picture.Facts facts(JsonNode doc) {
        return new Picture.Facts(
                text(doc, "creators"),
                text(doc, "headline"),
                texts(doc.path("captions")),
                texts(doc.path("alts")),
                day(doc, "created"),
                DigitalSource.valueOf(text(doc, "source")),
                text(doc, "credit"),
                text(doc, "holder"),
                text(doc, "copyright"),
                text(doc, "usage"),
                text(doc, "licence"),
                text(doc, "terms"),
                text(doc, "people"),
                text(doc, "place"),
                text(doc, "event"),
                text(doc, "consent"),
                Optional.of(text(doc, "embargo"))
                        .filter(at -> !at.isEmpty())
                        .map(Instant::parse)
                        .map(PictureJson::bounded),
                day(doc, "expires"),
                // pictures from before this say nothing
                Picture.Largest.valueOf(doc.path("largest").asString(Picture.Largest.AS_LICENSED.name())));
    }

    private static Map<Slot, Crop> crops(JsonNode node) {
        Map<Slot, Crop> crops = new EnumMap<>(Slot.class);
        node.properties()
                .forEach(crop -> crops.put(
                        Slot.valueOf(crop.getKey()),
                        new Crop(
                                crop.getValue().path(0).asInt(),
                                crop.getValue().path(1).asInt(),
                                crop.getValue().path(2).asInt(),
                                crop.getValue().path(3).asInt())));
        return crops;
    }

    private static List<Region> kept(JsonNode node) {
        List<Region> kept = new ArrayList<>();
        node.forEach(part -> kept.add(new Region(
                part.path(0).asInt(),
                part.path(1).asInt(),
                part.path(2).asInt(),
                part.path(3).asInt())));
        return kept;
    }

    private static String text(JsonNode doc, String name) {
        return doc.path(name).asString("");
    }

    private static Optional<LocalDate> day(JsonNode doc, String name) {
        return Optional.of(text(doc, name))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .map(PictureJson::bounded);
    }

    /** Forms once took any day; one such picture must not take the whole list away. */
    private static LocalDate bounded(LocalDate day) {
        return day.isBefore(Picture.DAY_MIN) ? Picture.DAY_MIN : day.isAfter(Picture.DAY_MAX) ? Picture.DAY_MAX : day;
    }

    private static Instant bounded(Instant at) {
        Instant first = Picture.DAY_MIN.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant last = Picture.DAY_MAX.atStartOfDay(ZoneOffset.UTC).toInstant();
        return at.isBefore(first) ? first : at.isAfter(last) ? last : at;
    }

    private static Map<Language, String> texts(JsonNode node) {
        Map<Language, String> texts = new TreeMap<>();
        node.properties()
                .forEach(text ->
                        texts.put(Language.of(text.getKey()), text.getValue().asString("")));
        return texts;
    }
}
