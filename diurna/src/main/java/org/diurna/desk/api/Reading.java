package org.diurna.desk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diurna.house.Language;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what was sent against its shape, and says all that is wrong with it at once. */
public final class Reading {
    /** Strict where RFC 8259 leaves a choice: no name twice, nothing behind the end. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** More objections help nobody. */
    private static final int FAULTS_MAX = 100;

    private final String in;
    private final Language reader;
    private final List<Fault> faults = new ArrayList<>();

    private Reading(String in, Language reader) {
        this.in = in;
        this.reader = reader;
    }

    /** All that is wrong with a body; nothing when it has the shape. */
    static List<Fault> body(Shape shape, JsonNode sent, Language reader) {
        Reading reading = new Reading("body", reader);
        reading.check(shape, sent, "");
        return reading.faults;
    }

    /** All that is wrong with a word of the query. */
    static List<Fault> query(Shape shape, String name, String sent, Language reader) {
        Reading reading = new Reading("query", reader);
        switch (shape) {
            case Shape.Whole whole -> {
                if (sent.matches("-?[0-9]{1,18}")) {
                    reading.whole(whole, Long.parseLong(sent), name);
                } else {
                    reading.fault(name, "number", Map.of("min", whole.min(), "max", whole.max()));
                }
            }
            case Shape.Text text -> reading.text(text, sent, name);
            case Shape.Word word -> reading.word(word, sent, name);
            case Shape.Flag _, Shape.Row _, Shape.ByLanguage _, Shape.Thing _, Shape.Open _ ->
                throw new IllegalStateException(
                        "The word " + name + " of a query is a text, a number or one of some words.");
        }
        return reading.faults;
    }

    private void fault(String field, String code, Map<String, Object> arguments) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(Fault.of(in, field.isEmpty() ? "." : field, code, arguments, reader));
        }
    }

    private void check(Shape shape, JsonNode node, String at) {
        switch (shape) {
            case Shape.Text text -> {
                if (node.isString()) {
                    text(text, node.stringValue(), at);
                } else {
                    fault(at, "text", Map.of());
                }
            }
            case Shape.Whole whole -> {
                if (node.isIntegralNumber() && node.canConvertToLong()) {
                    whole(whole, node.longValue(), at);
                } else {
                    fault(at, "number", Map.of("min", whole.min(), "max", whole.max()));
                }
            }
            case Shape.Flag _ -> {
                if (!node.isBoolean()) {
                    fault(at, "flag", Map.of());
                }
            }
            case Shape.Word word -> {
                if (node.isString()) {
                    word(word, node.stringValue(), at);
                } else {
                    fault(at, "word", Map.of("words", String.join(", ", word.words())));
                }
            }
            case Shape.Row row -> row(row, node, at);
            case Shape.ByLanguage _ -> byLanguage(node, at);
            case Shape.Thing thing -> thing(thing, node, at);
            case Shape.Open _ -> {
                if (node.isObject()) {
                    letters(node, at);
                } else {
                    fault(at, "object", Map.of());
                }
            }
        }
    }

    private void row(Shape.Row row, JsonNode node, String at) {
        if (!node.isArray()) {
            fault(at, "list", Map.of());
        } else if (node.size() > row.max()) {
            fault(at, "many", Map.of("max", row.max()));
        } else {
            for (int i = 0; i < node.size(); i++) {
                check(row.each(), node.get(i), at + "[" + i + "]");
            }
        }
    }

    private void byLanguage(JsonNode node, String at) {
        if (!node.isObject()) {
            fault(at, "object", Map.of());
            return;
        }
        node.properties().forEach(entry -> {
            String name = at + "." + entry.getKey();
            if (!entry.getKey().matches(Shape.TAG)) {
                fault(name, "tag", Map.of());
            } else {
                check(Shape.LINE, entry.getValue(), name);
            }
        });
    }

    private void thing(Shape.Thing thing, JsonNode node, String at) {
        if (!node.isObject()) {
            fault(at, "object", Map.of());
            return;
        }
        String before = at.isEmpty() ? "" : at + ".";
        for (Shape.Field field : thing.fields()) {
            JsonNode value = node.get(field.name());
            if (value != null) {
                check(field.shape(), value, before + field.name());
            } else if (field.presence() == Shape.Presence.NEEDED) {
                fault(before + field.name(), "missing", Map.of());
            }
        }
        node.propertyNames().stream()
                .filter(name -> thing.field(name).isEmpty())
                .forEach(name -> fault(before + name, "unknown", Map.of()));
    }

    private void text(Shape.Text text, String sent, String at) {
        if (sent.length() > text.max()) {
            fault(at, "long", Map.of("max", text.max()));
        } else if (unprintable(sent)) {
            fault(at, "letters", Map.of());
        } else if (text.pattern().filter(pattern -> !sent.matches(pattern)).isPresent()) {
            fault(at, "form", Map.of("pattern", text.pattern().orElse("")));
        }
    }

    private void whole(Shape.Whole whole, long sent, String at) {
        if (sent < whole.min() || sent > whole.max()) {
            fault(at, "number", Map.of("min", whole.min(), "max", whole.max()));
        }
    }

    private void word(Shape.Word word, String sent, String at) {
        if (!word.words().contains(sent)) {
            fault(at, "word", Map.of("words", String.join(", ", word.words())));
        }
    }

    /** Every text in it, and every name. */
    private void letters(JsonNode node, String at) {
        if (node.isString() && unprintable(node.stringValue())) {
            fault(at, "letters", Map.of());
        }
        node.properties().forEach(entry -> {
            if (unprintable(entry.getKey())) {
                fault(at, "letters", Map.of());
            }
            letters(entry.getValue(), at + "." + entry.getKey());
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            letters(node.get(i), at + "[" + i + "]");
        }
    }

    /** Halves of pairs, NUL and its kin: no database and no page can hold them. */
    static boolean unprintable(String text) {
        return text.codePoints()
                .anyMatch(letter -> (letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t')
                        || letter == 0x7f
                        || letter == 0xfffe
                        || letter == 0xffff
                        || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE));
    }
}
