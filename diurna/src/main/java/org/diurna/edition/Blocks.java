package org.diurna.edition;

import java.util.List;
import java.util.stream.Stream;

/** The rules that all blocks share, and walks over a body. */
public final class Blocks {
    private Blocks() {}

    static void checkId(String id) {
        if (!Block.ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" cannot name a block: 1 to 24 lower-case letters, digits or hyphens.");
        }
    }

    static List<Inline> checkText(String id, List<Inline> text) {
        if (Texts.plain(text).isBlank()) {
            throw new IllegalArgumentException("Block " + id + " has no text.");
        }
        return List.copyOf(text);
    }

    static List<List<Inline>> checkTexts(String id, List<List<Inline>> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("Block " + id + " has no text.");
        }
        return texts.stream().map(text -> checkText(id, text)).toList();
    }

    static void checkTable(String id, List<List<Inline>> head, List<List<List<Inline>>> rows) {
        if (rows.isEmpty() || rows.getFirst().isEmpty()) {
            throw new IllegalArgumentException("Table " + id + " has no cells.");
        }
        int width = head.isEmpty() ? rows.getFirst().size() : head.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("The rows of table " + id + " are not equally long.");
        }
    }

    /** All blocks of a body with those inside sections, in reading order; lists and tables count as one block. */
    public static Stream<Block> all(List<Block> body) {
        return body.stream().flatMap(block -> switch (block) {
            case Block.Section section -> Stream.concat(Stream.of(section), all(section.blocks()));
            case Block.Paragraph _,
                    Block.Heading _,
                    Block.Quote _,
                    Block.ItemList _,
                    Block.Table _,
                    Block.Figure _,
                    Block.Footnote _ -> Stream.of(block);
        });
    }

    /** All places of pictures, those in sections too, in reading order. */
    public static Stream<Block.Figure> figures(List<Block> body) {
        return all(body).filter(Block.Figure.class::isInstance).map(Block.Figure.class::cast);
    }

    /** The body without the figures that show a picture; a section that had nothing else goes with them. */
    static List<Block> without(String picture, List<Block> body) {
        return body.stream().flatMap(block -> without(picture, block)).toList();
    }

    private static Stream<Block> without(String picture, Block block) {
        if (block instanceof Block.Section section) {
            List<Block> kept = without(picture, section.blocks());
            return kept.isEmpty()
                    ? Stream.empty()
                    : Stream.of(
                            new Block.Section(section.id(), section.language(), section.kind(), section.title(), kept));
        }
        boolean shows = block instanceof Block.Figure figure
                && figure.picture().filter(picture::equals).isPresent();
        return shows ? Stream.empty() : Stream.of(block);
    }

    /** The body with another picture in the figures that show one; a credit that was typed was the old one's. */
    static List<Block> exchanging(String picture, String other, String alt, List<Block> body) {
        return body.stream()
                .<Block>map(block -> switch (block) {
                    case Block.Section section ->
                        new Block.Section(
                                section.id(),
                                section.language(),
                                section.kind(),
                                section.title(),
                                exchanging(picture, other, alt, section.blocks()));
                    case Block.Figure figure
                    when figure.picture().filter(picture::equals).isPresent() ->
                        new Block.Figure(
                                figure.id(),
                                figure.language(),
                                other,
                                figure.use(),
                                alt.isBlank() ? figure.alt() : alt,
                                figure.caption(),
                                "");
                    case Block.Figure _,
                            Block.Paragraph _,
                            Block.Heading _,
                            Block.Quote _,
                            Block.ItemList _,
                            Block.Table _,
                            Block.Footnote _ -> block;
                })
                .toList();
    }

    /** The marked texts of one block in reading order, without those of blocks inside a section. */
    public static Stream<List<Inline>> texts(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.Heading heading -> Stream.of(heading.text());
            case Block.Quote quote -> quote.paragraphs().stream();
            case Block.ItemList list -> list.items().stream().flatMap(Blocks::texts);
            case Block.Table table ->
                Stream.of(
                                Stream.of(table.caption()),
                                table.head().stream(),
                                table.rows().stream().flatMap(List::stream))
                        .flatMap(texts -> texts);
            case Block.Figure figure -> Stream.of(figure.caption());
            case Block.Footnote footnote -> Stream.of(footnote.text());
            case Block.Section _ -> Stream.empty();
        };
    }

    private static Stream<List<Inline>> texts(Block.Item item) {
        return Stream.concat(
                Stream.of(item.text()),
                item.inner().stream().flatMap(list -> list.items().stream()).flatMap(Blocks::texts));
    }

    /** The plain text of a body, one string for each block, item, row or quoted paragraph that a reader sees. */
    public static List<String> plain(List<Block> body) {
        return body.stream()
                .flatMap(Blocks::plain)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Stream<String> plain(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> Stream.of(Texts.plain(paragraph.text()));
            case Block.Heading heading -> Stream.of(Texts.plain(heading.text()));
            case Block.Quote quote -> quote.paragraphs().stream().map(Texts::plain);
            case Block.ItemList list -> list.items().stream().flatMap(Blocks::plain);
            case Block.Table table ->
                Stream.concat(
                        Stream.of(Texts.plain(table.caption())),
                        Stream.concat(Stream.of(table.head()), table.rows().stream())
                                .map(row -> String.join(
                                        " ", row.stream().map(Texts::plain).toList())));
            case Block.Figure figure -> Stream.of(Texts.plain(figure.caption()));
            case Block.Footnote footnote -> Stream.of(Texts.plain(footnote.text()));
            case Block.Section section ->
                Stream.concat(
                        Stream.of(section.title()), section.blocks().stream().flatMap(Blocks::plain));
        };
    }

    private static Stream<String> plain(Block.Item item) {
        return Stream.concat(
                Stream.of(Texts.plain(item.text())),
                item.inner().stream().flatMap(list -> list.items().stream()).flatMap(Blocks::plain));
    }
}
