package org.diurna.desk.api;

import java.util.Map;
import org.diurna.house.Language;
import org.diurna.house.Words;
import tools.jackson.databind.node.ObjectNode;

/**
 * One objection to what was asked.
 *
 * @param in      where it lies: {@code query}, {@code header}, {@code body}, or {@code release} for what stands against a decision
 * @param field   what it is about
 * @param block   id of the block of a text; empty where it is about none
 * @param code    for programs: the key of its sentence
 * @param message for people: what is wrong and what to do
 */
public record Fault(String in, String field, String block, String code, String message) {
    static final Shape.Thing SHAPE = Shape.thing(
            "Objection",
            "One thing that stands against what was asked.",
            Shape.Field.needed("in", Shape.word("query", "header", "body", "release"), "where it lies"),
            Shape.Field.needed("field", Shape.LINE, "what it is about"),
            Shape.Field.maybe("block", Shape.LINE, "the block of the text that it is about"),
            Shape.Field.needed("code", Shape.text(80), "the same in every language, for programs"),
            Shape.Field.needed("message", Shape.text(20_000), "what is wrong and what to do, for people"));

    /** An objection to the form of a request, in the words of the API. */
    static Fault of(String in, String field, String code, Map<String, Object> arguments, Language reader) {
        String shown = field.length() > 200 ? field.substring(0, 200) : field;
        Map<String, Object> all = new java.util.HashMap<>(arguments);
        all.put("field", shown);
        return new Fault(in, shown, "", code, Words.of("api", reader).say("fault." + code, all));
    }

    ObjectNode json() {
        ObjectNode node = Reading.JSON.createObjectNode();
        node.put("in", in).put("field", field);
        if (!block.isEmpty()) {
            node.put("block", block);
        }
        return node.put("code", code).put("message", message);
    }
}
