package org.diurna.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diurna.house.Language;
import tools.jackson.databind.JsonNode;

/** Blocks from JSON, strictly: an unknown type, mark or value is an error that says where it stands. */
final class BlockReader {
    /** Lists inside lists go no deeper. */
    private static final int LIST_DEPTH_MAX = 4;

    private BlockReader() {}

    static List<Block> blocks(JsonNode array, String where) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            blocks.add(block(array.get(i), where + "[" + i + "]"));
        }
        return blocks;
    }

    private static Block block(JsonNode node, String where) {
        String id = text(node, "id", where);
        Optional<Language> language = language(node, "language");
        return switch (text(node, "type", where)) {
            case "paragraph" -> new Block.Paragraph(id, language, inline(node.path("text"), where));
            case "heading" ->
                new Block.Heading(id, language, node.path("level").asInt(0), inline(node.path("text"), where));
            case "quote" ->
                new Block.Quote(
                        id,
                        language,
                        texts(node.path("paragraphs"), where),
                        Optional.ofNullable(node.get("speaker"))
                                .map(speaker -> new Block.Speaker(
                                        text(speaker, "name", where),
                                        speaker.path("role").asString(""))),
                        language(node, "spokenLanguage"));
            case "list" -> list(node, where, 1);
            case "table" -> table(node, id, language, where);
            case "figure" ->
                new Block.Figure(
                        id,
                        language,
                        node.path("source").asString(""),
                        use(node),
                        node.path("alt").asString(""),
                        inline(node.path("caption"), where),
                        node.path("credit").asString(""));
            case "footnote" -> new Block.Footnote(id, language, inline(node.path("text"), where));
            case "section" ->
                new Block.Section(
                        id,
                        language,
                        Block.SectionKind.of(text(node, "kind", where)),
                        node.path("title").asString(""),
                        blocks(node.path("blocks"), where + ".blocks"));
            default ->
                throw new IllegalArgumentException("The block at " + where + " has the unknown type \""
                        + node.path("type").asString() + "\".");
        };
    }

    /** What a picture is for; informative where nobody said otherwise. */
    static Block.Use use(JsonNode node) {
        return Block.Use.valueOf(node.path("use").asString("informative").toUpperCase(Locale.ROOT));
    }

    private static Block.ItemList list(JsonNode node, String where, int depth) {
        if (depth > LIST_DEPTH_MAX) {
            throw new IllegalArgumentException("The list at " + where + " is more than " + LIST_DEPTH_MAX + " deep.");
        }
        List<Block.Item> items = new ArrayList<>();
        node.path("items")
                .forEach(item -> items.add(new Block.Item(
                        inline(item.path("text"), where),
                        Optional.ofNullable(item.get("inner")).map(inner -> list(inner, where, depth + 1)))));
        Block.Order order = Block.Order.valueOf(text(node, "order", where).toUpperCase(Locale.ROOT));
        return new Block.ItemList(text(node, "id", where), language(node, "language"), order, items);
    }

    private static Block.Table table(JsonNode node, String id, Optional<Language> language, String where) {
        List<List<List<Inline>>> rows = new ArrayList<>();
        node.path("rows").forEach(row -> rows.add(texts(row, where)));
        return new Block.Table(
                id, language, inline(node.path("caption"), where), texts(node.path("head"), where), rows);
    }

    private static List<List<Inline>> texts(JsonNode array, String where) {
        List<List<Inline>> texts = new ArrayList<>();
        array.forEach(text -> texts.add(inline(text, where)));
        return texts;
    }

    private static List<Inline> inline(JsonNode array, String where) {
        List<Inline> text = new ArrayList<>();
        for (JsonNode node : array) {
            if (node.has("text")) {
                List<Mark> marks = new ArrayList<>();
                node.path("marks").forEach(mark -> marks.add(mark(mark, where)));
                text.add(new Inline.Text(node.get("text").asString(), marks));
            } else if (node.has("noteCall")) {
                text.add(new Inline.NoteCall(node.get("noteCall").asString()));
            } else if (node.path("break").asBoolean(false)) {
                text.add(new Inline.Break());
            } else {
                throw new IllegalArgumentException("The text at " + where + " has a piece of an unknown kind.");
            }
        }
        return text;
    }

    private static Mark mark(JsonNode node, String where) {
        return switch (text(node, "type", where)) {
            case "emphasis" -> new Mark.Emphasis();
            case "strong" -> new Mark.Strong();
            case "link" -> new Mark.Link(text(node, "target", where));
            case "foreign" -> new Mark.Foreign(Language.of(text(node, "language", where)));
            case "abbreviation" -> new Mark.Abbreviation(text(node, "meaning", where));
            default ->
                throw new IllegalArgumentException("The text at " + where + " has the unknown mark \""
                        + node.path("type").asString() + "\".");
        };
    }

    private static Optional<Language> language(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(value -> Language.of(value.asString()));
    }

    private static String text(JsonNode node, String name, String where) {
        JsonNode value = node.get(name);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException("The block at " + where + " lacks \"" + name + "\".");
        }
        return value.asString();
    }
}
