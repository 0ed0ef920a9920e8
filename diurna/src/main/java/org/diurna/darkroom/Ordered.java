package org.diurna.darkroom;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diurna.house.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that decides the bytes of a picture's renditions but for the engine, in a form that can be kept: the same
 * order makes the same files again, and the same text is the same order.
 */
record Ordered(String sha256, List<Cut> cuts, Description description, Rights rights) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Ordered {
        cuts = List.copyOf(cuts);
    }

    String write() {
        ObjectNode order = JSON.createObjectNode();
        order.put("sha256", sha256);
        ArrayNode written = order.putArray("cuts");
        cuts.forEach(cut -> cut(written.addObject(), cut));
        ObjectNode words = order.putObject("description");
        description.creators().forEach(words.putArray("creators")::add);
        words.put("headline", description.headline());
        words.set("caption", texts(description.caption()));
        words.set("altText", texts(description.altText()));
        words.put("main", description.main().tag());
        words.put("created", description.created().toString());
        words.put("digitalSource", description.digitalSource().name());
        order.putObject("rights")
                .put("credit", rights.credit())
                .put("holder", rights.holder())
                .put("copyright", rights.copyright())
                .put("licence", rights.licence().code())
                .put("licenceUrl", rights.licence().url().toString())
                .put("usageTerms", rights.usageTerms())
                .put("webStatement", rights.webStatement().toString())
                .put("licensor", rights.licensor().name())
                .put("licensorUrl", rights.licensor().url().toString())
                .put("dataMining", rights.dataMining().name());
        return JSON.writeValueAsString(order);
    }

    private static void cut(ObjectNode node, Cut cut) {
        Crop crop = cut.crop();
        node.put("slot", cut.slot().name());
        node.putArray("crop").add(crop.x()).add(crop.y()).add(crop.width()).add(crop.height());
        ArrayNode widths = node.putArray("widths");
        cut.widths().forEach(widths::add);
        ArrayNode formats = node.putArray("formats");
        cut.formats().stream().sorted().forEach(format -> formats.add(format.name()));
    }

    private static JsonNode texts(Map<Language, String> texts) {
        Map<String, String> sorted = new TreeMap<>();
        texts.forEach((language, text) -> sorted.put(language.tag(), text));
        return JSON.valueToTree(sorted);
    }

    static Ordered read(String json) {
        JsonNode order = JSON.readTree(json);
        List<Cut> cuts = new ArrayList<>();
        order.path("cuts").forEach(cut -> cuts.add(cut(cut)));
        JsonNode words = order.path("description");
        List<String> creators = new ArrayList<>();
        words.path("creators").forEach(creator -> creators.add(creator.asString()));
        JsonNode rights = order.path("rights");
        return new Ordered(
                text(order, "sha256"),
                cuts,
                new Description(
                        creators,
                        text(words, "headline"),
                        texts(words.path("caption")),
                        texts(words.path("altText")),
                        Language.of(text(words, "main")),
                        LocalDate.parse(text(words, "created")),
                        DigitalSource.valueOf(text(words, "digitalSource"))),
                new Rights(
                        text(rights, "credit"),
                        text(rights, "holder"),
                        text(rights, "copyright"),
                        new Rights.Licence(text(rights, "licence"), URI.create(text(rights, "licenceUrl"))),
                        text(rights, "usageTerms"),
                        URI.create(text(rights, "webStatement")),
                        new Rights.Licensor(text(rights, "licensor"), URI.create(text(rights, "licensorUrl"))),
                        Rights.DataMining.valueOf(text(rights, "dataMining"))));
    }

    private static Cut cut(JsonNode node) {
        JsonNode crop = node.path("crop");
        List<Integer> widths = new ArrayList<>();
        node.path("widths").forEach(width -> widths.add(width.asInt()));
        Set<Format> formats = EnumSet.noneOf(Format.class);
        node.path("formats").forEach(format -> formats.add(Format.valueOf(format.asString())));
        return new Cut(
                Slot.valueOf(text(node, "slot")),
                new Crop(
                        crop.path(0).asInt(),
                        crop.path(1).asInt(),
                        crop.path(2).asInt(),
                        crop.path(3).asInt()),
                widths,
                formats);
    }

    private static Map<Language, String> texts(JsonNode node) {
        Map<Language, String> texts = new HashMap<>();
        node.properties()
                .forEach(text ->
                        texts.put(Language.of(text.getKey()), text.getValue().asString()));
        return texts;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString();
    }
}
