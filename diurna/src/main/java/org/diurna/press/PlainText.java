package org.diurna.press;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Inline;

/** A release as text that can be pasted anywhere: no mark-up, one paragraph a line, an empty line between blocks. */
final class PlainText {
    private final List<String> notes;

    private PlainText(List<String> notes) {
        this.notes = notes;
    }

    static String of(ReleasePage page, List<Block> body) {
        List<String> parts = new ArrayList<>();
        parts.add(line(
                " · ",
                page.frame().home().text(),
                page.type().text(),
                Optional.ofNullable(page.number()).orElse("")));
        parts.add(page.headline());
        parts.addAll(page.decks());
        for (ReleasePage.Notice notice : page.notices()) {
            parts.add(line(": ", notice.title(), notice.text()));
        }
        parts.add(line(", ", page.place(), page.day().text()));
        parts.add(body(body));
        page.events().stream().map(PlainText::event).forEach(parts::add);
        parts.add("--\n" + page.frame().say("rights.reserved") + " "
                + page.frame().say("rights.contact") + "\n" + page.brief() + "\n" + page.code());
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String line(String between, String... words) {
        return Arrays.stream(words).filter(word -> !word.isBlank()).collect(Collectors.joining(between));
    }

    private static String event(EventPart event) {
        String until = event.until() == null ? "" : event.until().text();
        return line(
                "\n",
                line(": ", Optional.ofNullable(event.cancelled()).orElse(""), event.what()),
                line(" – ", event.when().text(), until),
                event.place(),
                event.accreditation());
    }

    /** The body alone. */
    static String body(List<Block> body) {
        List<String> notes = Blocks.all(body)
                .filter(Block.Footnote.class::isInstance)
                .map(Block::id)
                .toList();
        return new PlainText(notes).blocks(body);
    }

    private String blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private String block(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> text(paragraph.text());
            case Block.Heading heading -> text(heading.text());
            case Block.Quote quote -> quote(quote);
            case Block.ItemList list -> String.join("\n", items(list, ""));
            case Block.Table table -> table(table);
            case Block.Figure figure -> figure(figure);
            case Block.Footnote note -> "[" + (notes.indexOf(note.id()) + 1) + "] " + text(note.text());
            case Block.Section section ->
                section.title().isEmpty()
                        ? blocks(section.blocks())
                        : section.title() + "\n\n" + blocks(section.blocks());
        };
    }

    private String quote(Block.Quote quote) {
        String said = quote.paragraphs().stream().map(this::text).collect(Collectors.joining("\n"));
        return quote.speaker()
                .map(speaker -> said + "\n– " + line(", ", speaker.name(), speaker.role()))
                .orElse(said);
    }

    private List<String> items(Block.ItemList list, String indent) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Block.Item item : list.items()) {
            number++;
            String mark = switch (list.order()) {
                case BULLETED -> "– ";
                case NUMBERED -> number + ". ";
            };
            lines.add(indent + mark + text(item.text()));
            item.inner().ifPresent(inner -> lines.addAll(items(inner, indent + "  ")));
        }
        return lines;
    }

    private String table(Block.Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(text(table.caption()));
        lines.add(row(table.head()));
        table.rows().forEach(row -> lines.add(row(row)));
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private String row(List<List<Inline>> cells) {
        return cells.stream().map(this::text).collect(Collectors.joining("\t"));
    }

    private String figure(Block.Figure figure) {
        String caption = text(figure.caption());
        String shown = caption.isBlank() ? figure.alt() : caption;
        return shown.isBlank() ? "" : "[" + line(". ", shown, figure.credit()) + "]";
    }

    private String text(List<Inline> inlines) {
        return inlines.stream()
                .map(inline -> switch (inline) {
                    case Inline.Text run -> run.text();
                    case Inline.Break _ -> "\n";
                    case Inline.NoteCall call -> "[" + (notes.indexOf(call.note()) + 1) + "]";
                })
                .collect(Collectors.joining())
                .strip();
    }
}
