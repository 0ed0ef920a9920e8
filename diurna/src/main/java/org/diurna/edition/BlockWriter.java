package org.diurna.edition;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Blocks to JSON; {@link BlockReader} is its mirror. */
final class BlockWriter {
    private final JsonMapper json;

    BlockWriter(JsonMapper json) {
        this.json = json;
    }

    ArrayNode blocks(List<Block> blocks) {
        ArrayNode array = json.createArrayNode();
        blocks.forEach(block -> array.add(block(block)));
        return array;
    }

    private ObjectNode block(Block block) {
        ObjectNode node = json.createObjectNode();
        node.put("type", block.type());
        node.put("id", block.id());
        block.language().ifPresent(language -> node.put("language", language.tag()));
        fill(node, block);
        return node;
    }

    private void fill(ObjectNode node, Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> node.set("text", text(paragraph.text()));
            case Block.Heading heading -> node.put("level", heading.level()).set("text", text(heading.text()));
            case Block.Quote quote -> quote(node, quote);
            case Block.ItemList list -> list(node, list);
            case Block.Table table -> {
                node.set("caption", text(table.caption()));
                node.set("head", texts(table.head()));
                ArrayNode rows = node.putArray("rows");
                table.rows().forEach(row -> rows.add(texts(row)));
            }
            case Block.Figure figure -> {
                node.put("source", figure.source());
                node.put("use", figure.use().name().toLowerCase(Locale.ROOT));
                node.put("alt", figure.alt());
                node.set("caption", text(figure.caption()));
                node.put("credit", figure.credit());
            }
            case Block.Footnote footnote -> node.set("text", text(footnote.text()));
            case Block.Section section -> {
                node.put("kind", section.kind().word());
                node.put("title", section.title());
                node.set("blocks", blocks(section.blocks()));
            }
        }
    }

    private void quote(ObjectNode node, Block.Quote quote) {
        node.set("paragraphs", texts(quote.paragraphs()));
        quote.speaker()
                .ifPresent(speaker ->
                        node.putObject("speaker").put("name", speaker.name()).put("role", speaker.role()));
        quote.spokenLanguage().ifPresent(language -> node.put("spokenLanguage", language.tag()));
    }

    private void list(ObjectNode node, Block.ItemList list) {
        node.put("order", list.order().name().toLowerCase(Locale.ROOT));
        ArrayNode items = node.putArray("items");
        for (Block.Item item : list.items()) {
            ObjectNode entry = items.addObject();
            entry.set("text", text(item.text()));
            item.inner().ifPresent(inner -> entry.set("inner", block(inner)));
        }
    }

    private ArrayNode texts(List<List<Inline>> texts) {
        ArrayNode array = json.createArrayNode();
        texts.forEach(text -> array.add(text(text)));
        return array;
    }

    private ArrayNode text(List<Inline> text) {
        ArrayNode array = json.createArrayNode();
        for (Inline piece : text) {
            ObjectNode node = array.addObject();
            switch (piece) {
                case Inline.Text run -> {
                    node.put("text", run.text());
                    if (!run.marks().isEmpty()) {
                        ArrayNode marks = node.putArray("marks");
                        run.marks().forEach(mark -> mark(marks.addObject(), mark));
                    }
                }
                case Inline.Break _ -> node.put("break", true);
                case Inline.NoteCall call -> node.put("noteCall", call.note());
            }
        }
        return array;
    }

    private static void mark(ObjectNode node, Mark mark) {
        switch (mark) {
            case Mark.Emphasis _ -> node.put("type", "emphasis");
            case Mark.Strong _ -> node.put("type", "strong");
            case Mark.Link link -> node.put("type", "link").put("target", link.target());
            case Mark.Foreign foreign ->
                node.put("type", "foreign").put("language", foreign.language().tag());
            case Mark.Abbreviation abbreviation ->
                node.put("type", "abbreviation").put("meaning", abbreviation.meaning());
        }
    }
}
