package org.diurna.main;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that fit a schema, and values that fit nothing: the same ones for the same seed. */
final class Nonsense {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP = 3_000;
    private static final int HUGE = 3 * 1024 * 1024;

    /** Words that fit some pattern of the document. */
    private static final List<String> FITTING = List.of(
            "own",
            "foreign",
            "statement",
            "en",
            "ar",
            "2026-12-01",
            "2026-12-01T09:00",
            "2027-03-28T02:30",
            "2026-12-01T08:00:00Z",
            "9999-99-99",
            "9999-99-99T99:99",
            "Europe/Belgrade",
            "+01:00",
            "1",
            "0~A~en",
            "p1",
            "none",
            "A few words.",
            "",
            "كلمات");

    private final Random random;

    Nonsense(Random random) {
        this.random = random;
    }

    /** A text that nobody would send in earnest; without half a character where it must be sent in an address. */
    String text() {
        List<String> texts = List.of(
                "",
                "\0",
                "a\0b",
                "../../etc/passwd",
                "%00",
                "%2e%2e%2f",
                "'; drop table release; --",
                "<script>alert(1)</script>",
                "x".repeat(5_000),
                "-1",
                "NaN",
                "1e309",
                "null",
                "true",
                "\u202eabc",
                "\ufeff",
                "\uffff",
                "🇱🇴".repeat(50),
                "a/b",
                "a;b=c",
                "\r\nSet-Cookie: a=b",
                "ZZZZZZZZZZ",
                "zzzzzzzzzz",
                "99999999999999999999",
                " ",
                "{}",
                "${jndi:ldap://x}",
                "en-",
                "EN",
                "a\\b",
                "*",
                "?x=1",
                "#",
                "9223372036854775807",
                "0");
        return texts.get(random.nextInt(texts.size()));
    }

    /** A value that has the schema, more or less. */
    JsonNode fitting(JsonNode document, JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString().replace("#/components/schemas/", "");
            return fitting(document, document.path("components").path("schemas").path(name));
        }
        if (schema.has("enum")) {
            JsonNode words = schema.path("enum");
            return words.get(random.nextInt(words.size()));
        }
        return switch (schema.path("type").asString("")) {
            case "string" -> NODES.stringNode(FITTING.get(random.nextInt(FITTING.size())));
            case "integer" -> NODES.numberNode(1 + random.nextInt(3));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    array.add(fitting(document, schema.path("items")));
                }
                yield array;
            }
            default -> object(document, schema);
        };
    }

    private JsonNode object(JsonNode document, JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        if (schema.path("additionalProperties").isObject()) {
            object.put("en", "Words").put(random.nextInt(3) == 0 ? text() : "ar", "كلمات");
        } else if (schema.has("properties")) {
            schema.path("properties")
                    .properties()
                    .forEach(field -> object.set(field.getKey(), fitting(document, field.getValue())));
        } else {
            object.setAll(wording());
        }
        return object;
    }

    /** A wording, with one thing in it that may be wrong. */
    private ObjectNode wording() {
        ObjectNode wording = (ObjectNode) JSON.readTree("""
                {"headline": "A headline", "decks": ["A deck"], "place": "Halden", "date": "2026-03-02",
                 "body": [{"type": "paragraph", "id": "p1", "text": [{"text": "A sentence."}]},
                          {"type": "quote", "id": "q1", "paragraphs": [[{"text": "Words"}]], "speaker": {"name": "Ana"}},
                          {"type": "list", "id": "l1", "order": "bullet", "items": [{"text": [{"text": "One"}]}]},
                          {"type": "table", "id": "t1", "head": [[{"text": "A"}]], "rows": [[[{"text": "B"}]]]}],
                 "banner": {"picture": "none", "use": "informative", "alt": "", "caption": ""}}""");
        return random.nextInt(3) == 0 ? wording : (ObjectNode) broken(wording);
    }

    /** The same with something else in one place. */
    private JsonNode broken(JsonNode node) {
        List<String> names = new ArrayList<>(node.propertyNames());
        if (node instanceof ObjectNode object && !names.isEmpty()) {
            String name = names.get(random.nextInt(names.size()));
            JsonNode inner = object.get(name);
            object.set(name, inner.isContainer() && random.nextInt(3) > 0 ? broken(inner) : wrong());
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            array.set(at, random.nextInt(3) > 0 ? broken(array.get(at)) : wrong());
        }
        return node;
    }

    private JsonNode wrong() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(-1);
            case 2 -> NODES.numberNode(Long.MAX_VALUE);
            case 3 -> NODES.numberNode(1.5);
            case 4 -> NODES.arrayNode().add(NODES.arrayNode());
            case 5 -> NODES.objectNode().put(text(), text());
            case 6 -> NODES.booleanNode(true);
            default -> NODES.stringNode(text());
        };
    }

    /** A body: one that fits, one that almost does, or one that is nothing at all. */
    byte[] body(JsonNode document, JsonNode schema) {
        return switch (random.nextInt(14)) {
            case 0 -> bytes("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
            case 1 -> bytes("[".repeat(DEEP));
            case 2 -> random.nextInt(6) == 0 ? bytes("{\"words\": \"" + "x".repeat(HUGE) + "\"}") : bytes("null");
            case 3 -> bytes("{\"words\": \"\\ud800\", \"words\": \"twice\"}");
            case 4 -> new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'};
            case 5 -> bytes(text());
            case 6, 7, 8, 9 -> bytes(JSON.writeValueAsString(broken(fitting(document, schema))));
            case 10 ->
                bytes(JSON.writeValueAsString(fitting(document, schema))
                        .replace("A", "\\ud83d")
                        .replace("1", "1e400"));
            default -> bytes(JSON.writeValueAsString(fitting(document, schema)));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
