package org.diurna.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form in which plates are stored, and what edition.json says of them. */
final class PlateJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlateJson() {}

    /** The member of {@code pictures} in edition.json; its keys are sorted. */
    static Map<String, Object> member(Plate plate) {
        Map<String, Object> member = new TreeMap<>();
        member.put("sha256", plate.sha256());
        member.put("type", plate.type());
        member.put("width", plate.width());
        member.put("height", plate.height());
        member.put("alt", EditionJson.nfc(plate.alt()));
        member.put("caption", EditionJson.nfc(plate.caption()));
        member.put("credit", EditionJson.nfc(plate.credit()));
        member.put("licence", plate.licence());
        member.put("digitalSourceType", plate.digitalSourceType());
        List<Object> renditions = new ArrayList<>();
        plate.prints()
                .forEach(print -> renditions.add(new TreeMap<>(Map.of(
                        "path", print.path(),
                        "sha256", print.sha256(),
                        "type", print.type(),
                        "width", print.width()))));
        member.put("renditions", renditions);
        return member;
    }

    static String write(Plate plate) {
        ObjectNode node = JSON.createObjectNode();
        node.put("place", plate.place());
        node.put("picture", plate.picture());
        node.put("sha256", plate.sha256());
        node.put("type", plate.type());
        node.put("width", plate.width());
        node.put("height", plate.height());
        node.put("alt", plate.alt());
        node.put("caption", plate.caption());
        node.put("credit", plate.credit());
        ArrayNode creators = node.putArray("creators");
        plate.creators().forEach(creators::add);
        node.put("copyright", plate.copyright());
        node.put("terms", plate.terms());
        node.put("licence", plate.licence());
        node.put("digitalSourceType", plate.digitalSourceType());
        ArrayNode prints = node.putArray("prints");
        plate.prints()
                .forEach(print -> prints.addObject()
                        .put("cut", print.cut().name())
                        .put("path", print.path())
                        .put("sha256", print.sha256())
                        .put("type", print.type())
                        .put("width", print.width())
                        .put("height", print.height())
                        .put("bytes", print.bytes()));
        return JSON.writeValueAsString(node);
    }

    static Plate read(String json) {
        JsonNode node = JSON.readTree(json);
        List<String> creators = new ArrayList<>();
        node.path("creators").forEach(creator -> creators.add(creator.asString()));
        List<Plate.Print> prints = new ArrayList<>();
        node.path("prints")
                .forEach(print -> prints.add(new Plate.Print(
                        Plate.Cut.valueOf(print.path("cut").asString()),
                        print.path("path").asString(),
                        print.path("sha256").asString(),
                        print.path("type").asString(),
                        print.path("width").asInt(),
                        print.path("height").asInt(),
                        print.path("bytes").asLong())));
        return new Plate(
                node.path("place").asString(),
                // before pictures had ids of their own, the digest of the master was the id
                node.path("picture").asString(node.path("sha256").asString()),
                node.path("sha256").asString(),
                node.path("type").asString(),
                node.path("width").asInt(),
                node.path("height").asInt(),
                node.path("alt").asString(),
                node.path("caption").asString(),
                node.path("credit").asString(),
                creators,
                node.path("copyright").asString(),
                node.path("terms").asString(),
                node.path("licence").asString(),
                node.path("digitalSourceType").asString(),
                prints);
    }
}
