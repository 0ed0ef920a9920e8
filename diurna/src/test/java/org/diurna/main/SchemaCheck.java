package org.diurna.main;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Holds a value against a schema of the API's document: the part of JSON Schema 2020-12 that the document uses. */
final class SchemaCheck {
    private final JsonNode schemas;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** What does not fit; nothing when all does. */
    static List<String> of(JsonNode document, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(document.path("components").path("schemas"));
        check.check(schema, value, "$");
        return check.faults;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString().replace("#/components/schemas/", "");
            check(schemas.path(name), value, at);
            return;
        }
        switch (schema.path("type").asString()) {
            case "string" -> string(schema, value, at);
            case "integer" -> integer(schema, value, at);
            case "boolean" -> demand(value.isBoolean(), at + " is no truth value");
            case "array" -> {
                demand(value.isArray(), at + " is no list");
                demand(value.size() <= schema.path("maxItems").asInt(), at + " is too long");
                for (int i = 0; i < value.size(); i++) {
                    check(schema.path("items"), value.get(i), at + "[" + i + "]");
                }
            }
            case "object" -> object(schema, value, at);
            default -> faults.add(at + " has a schema of no type: " + schema);
        }
    }

    private void string(JsonNode schema, JsonNode value, String at) {
        demand(value.isString(), at + " is no text: " + value);
        String text = value.asString("");
        demand(text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE), at + " is too long");
        if (schema.has("pattern")) {
            boolean fits = Pattern.compile(schema.path("pattern").asString())
                    .matcher(text)
                    .matches();
            demand(fits, at + " does not fit " + schema.path("pattern") + ": " + text);
        }
        if (schema.has("enum")) {
            boolean known = schema.path("enum").valueStream().anyMatch(word -> word.equals(value));
            demand(known, at + " is none of the words: " + text);
        }
    }

    private void integer(JsonNode schema, JsonNode value, String at) {
        demand(value.isIntegralNumber(), at + " is no whole number: " + value);
        demand(value.asLong(0) >= schema.path("minimum").asLong(), at + " is too small: " + value);
        demand(value.asLong(0) <= schema.path("maximum").asLong(), at + " is too large: " + value);
    }

    private void object(JsonNode schema, JsonNode value, String at) {
        demand(value.isObject(), at + " is no object: " + value);
        schema.path("required").forEach(name -> demand(value.has(name.asString()), at + " lacks " + name.asString()));
        JsonNode more = schema.path("additionalProperties");
        value.properties().forEach(entry -> {
            JsonNode known = schema.path("properties").path(entry.getKey());
            if (!known.isMissingNode()) {
                check(known, entry.getValue(), at + "." + entry.getKey());
            } else if (more.isObject()) {
                check(more, entry.getValue(), at + "." + entry.getKey());
            } else {
                demand(!more.isBoolean(), at + " has the unknown field " + entry.getKey());
            }
        });
    }

    private void demand(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
