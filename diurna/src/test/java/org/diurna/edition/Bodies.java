package org.diurna.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.diurna.house.Language;

/** Random valid wordings, the same for the same seed, with everything that makes texts hard. */
final class Bodies {
    private static final List<String> WORDS = List.of(
            "harbour",
            "<b>",
            "&amp;",
            "\"quoted\"",
            "it's",
            "ﷺ",
            "السلام",
            "漢字",
            "é",
            "e\u0301",
            "\u0338stroke",
            "\u0301",
            "a\u00adb",
            "\uD83D\uDEA2",
            "\u200Fmark",
            "]]>",
            "<!--/edition-->",
            "</p>",
            "Љубав",
            "\u1112\u1161",
            "\u1161");
    private static final List<Language> LANGUAGES =
            List.of(Language.of("fr"), Language.of("ar"), Language.of("sr-Cyrl"));

    private final Random random;
    private int ids;
    private final List<String> notes = new ArrayList<>();

    Bodies(long seed) {
        random = new Random(seed);
    }

    Wording wording() {
        List<Block> footnotes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String id = id();
            footnotes.add(new Block.Footnote(id, language(), text()));
            notes.add(id);
        }
        List<Block> body = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            body.add(block(true));
        }
        body.addAll(footnotes);
        return new Wording(
                words(),
                random.nextBoolean() ? List.of() : List.of(words()),
                words(),
                Optional.of(LocalDate.EPOCH),
                body);
    }

    private String id() {
        return "b" + ids++;
    }

    private Optional<Language> language() {
        return random.nextInt(4) == 0 ? Optional.of(one(LANGUAGES)) : Optional.empty();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String words() {
        StringBuilder words = new StringBuilder("w");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            words.append(' ').append(one(WORDS));
        }
        return words.toString();
    }

    private List<Inline> text() {
        List<Inline> text = new ArrayList<>();
        text.add(new Inline.Text(words(), marks()));
        for (int i = random.nextInt(5); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> text.add(new Inline.Break());
                case 1 -> {
                    if (!notes.isEmpty()) {
                        text.add(new Inline.NoteCall(one(notes)));
                    }
                }
                case 2 -> text.add(new Inline.Text(one(List.of("\u0338", "\u0301x", "\u1161", ">")), marks()));
                default -> text.add(new Inline.Text(words(), marks()));
            }
        }
        return text;
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            marks.add(new Mark.Emphasis());
        }
        if (random.nextInt(3) == 0) {
            marks.add(new Mark.Strong());
        }
        if (random.nextInt(4) == 0) {
            marks.add(new Mark.Link(one(List.of(
                    "https://lomara.example/?a=1&b=2",
                    "/en/",
                    "mailto:a@b.example",
                    "https://x.example/é",
                    "https://x.example/e\u0301"))));
        }
        if (random.nextInt(5) == 0) {
            marks.add(new Mark.Foreign(one(LANGUAGES)));
        }
        if (random.nextInt(6) == 0) {
            marks.add(new Mark.Abbreviation("a \"long\" <name>"));
        }
        return marks;
    }

    private Block block(boolean top) {
        return switch (random.nextInt(top ? 7 : 6)) {
            case 0 -> new Block.Heading(id(), language(), 2 + random.nextInt(3), text());
            case 1 ->
                new Block.Quote(
                        id(),
                        language(),
                        List.of(text(), text()),
                        random.nextBoolean()
                                ? Optional.of(new Block.Speaker(words(), random.nextBoolean() ? "" : words()))
                                : Optional.empty(),
                        language());
            case 2 -> list(1);
            case 3 -> table();
            case 4 ->
                new Block.Figure(
                        id(),
                        language(),
                        "",
                        Block.Use.INFORMATIVE,
                        words(),
                        random.nextBoolean() ? List.of() : text(),
                        words());
            case 6 ->
                new Block.Section(
                        id(),
                        language(),
                        one(List.of(Block.SectionKind.values())),
                        random.nextBoolean() ? "" : words(),
                        List.of(block(false), block(false)));
            default -> new Block.Paragraph(id(), language(), text());
        };
    }

    private Block.ItemList list(int depth) {
        List<Block.Item> items = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            items.add(new Block.Item(
                    text(), depth < 4 && random.nextInt(3) == 0 ? Optional.of(list(depth + 1)) : Optional.empty()));
        }
        return new Block.ItemList(
                id(), language(), random.nextBoolean() ? Block.Order.BULLETED : Block.Order.NUMBERED, items);
    }

    private Block table() {
        int width = 1 + random.nextInt(3);
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            rows.add(row(width));
        }
        return new Block.Table(
                id(),
                language(),
                random.nextBoolean() ? List.of() : text(),
                random.nextBoolean() ? List.of() : row(width),
                rows);
    }

    private List<List<Inline>> row(int width) {
        List<List<Inline>> row = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            row.add(text());
        }
        return row;
    }
}
