package org.diurna.press;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Inline;
import org.diurna.edition.Mark;
import org.diurna.edition.Plate;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.press.paper.Part;
import org.diurna.press.paper.Span;

/** The blocks of an edition as parts of its paper: the same words in the same order as on its page. */
final class PaperBody {
    private final Words words;
    private final Function<String, String> address;
    private final Map<String, Part.Picture> pictures;
    private final Map<String, String> captions = new HashMap<>();
    private final Map<String, Integer> notes = new HashMap<>();

    /**
     * A body.
     *
     * @param address  turns a path on the office's host into a whole address
     * @param pictures by the id of their figure
     */
    PaperBody(
            Language language,
            PublicEdition edition,
            Function<String, String> address,
            Map<String, Part.Picture> pictures) {
        this.words = Words.of("edition", language);
        this.address = address;
        this.pictures = pictures;
        edition.plates().forEach(plate -> captions.put(plate.place(), plate.caption()));
        Blocks.all(edition.wording().body())
                .filter(Block.Footnote.class::isInstance)
                .forEach(note -> notes.put(note.id(), notes.size() + 1));
    }

    List<Part> parts(List<Block> blocks) {
        return blocks.stream().flatMap(block -> part(block).stream()).toList();
    }

    private Optional<Part> part(Block block) {
        Optional<String> lang = block.language().map(Language::tag);
        return switch (block) {
            case Block.Paragraph paragraph -> Optional.of(new Part.Paragraph(text(paragraph.text(), lang)));
            case Block.Heading heading -> Optional.of(new Part.Heading(heading.level(), text(heading.text(), lang)));
            case Block.Quote quote ->
                Optional.of(new Part.Quote(
                        quote.paragraphs().stream()
                                .map(paragraph -> text(paragraph, lang))
                                .toList(),
                        quote.speaker().map(PaperBody::speaker).orElse(List.of())));
            case Block.ItemList list -> Optional.of(list(list, lang));
            case Block.Table table -> Optional.of(table(table, lang));
            case Block.Figure figure -> figure(figure, lang);
            case Block.Footnote note ->
                Optional.of(new Part.Note(String.valueOf(notes.get(note.id())), text(note.text(), lang)));
            case Block.Section section ->
                Optional.of(new Part.Section(
                        section.title().isEmpty()
                                ? words.say("section." + section.kind().word())
                                : section.title(),
                        parts(section.blocks())));
        };
    }

    private static List<Span> speaker(Block.Speaker speaker) {
        return speaker.role().isEmpty()
                ? List.of(Span.bold(speaker.name()))
                : List.of(Span.bold(speaker.name()), Span.plain("\n" + speaker.role()));
    }

    private Part.Items list(Block.ItemList list, Optional<String> lang) {
        return new Part.Items(
                list.order() == Block.Order.NUMBERED,
                list.items().stream()
                        .map(item -> new Part.Item(
                                text(item.text(), lang), item.inner().map(inner -> list(inner, lang))))
                        .toList());
    }

    private Part.Table table(Block.Table table, Optional<String> lang) {
        return new Part.Table(
                text(table.caption(), lang),
                table.head().stream().map(cell -> text(cell, lang)).toList(),
                table.rows().stream()
                        .map(row -> row.stream().map(cell -> text(cell, lang)).toList())
                        .toList());
    }

    /** A picture under its words; words alone where the picture is not there or may be shown no more. */
    private Optional<Part> figure(Block.Figure figure, Optional<String> lang) {
        Part.Picture picture = pictures.get(figure.id());
        List<Span> caption = new ArrayList<>(text(figure.caption(), lang));
        String own = picture == null ? figure.alt() : captions.getOrDefault(figure.id(), "");
        if (caption.isEmpty() && !own.isEmpty()) {
            caption.add(new Span(own, Set.of(), Optional.empty(), lang));
        }
        if (picture != null) {
            return Optional.of(PaperPictures.captioned(picture, caption));
        }
        if (!figure.credit().isEmpty()) {
            caption.add(Span.plain((caption.isEmpty() ? "" : " · ") + figure.credit()));
        }
        return caption.isEmpty() ? Optional.empty() : Optional.of(new Part.Caption(caption));
    }

    private List<Span> text(List<Inline> text, Optional<String> lang) {
        return text.stream()
                .map(inline -> switch (inline) {
                    case Inline.Text run -> run(run, lang);
                    case Inline.Break _ -> Span.plain("\n");
                    case Inline.NoteCall call ->
                        new Span(
                                String.valueOf(notes.get(call.note())),
                                Set.of(Span.Way.RAISED),
                                Optional.empty(),
                                Optional.empty());
                })
                .toList();
    }

    private Span run(Inline.Text run, Optional<String> usual) {
        Set<Span.Way> ways = EnumSet.noneOf(Span.Way.class);
        Optional<String> href = Optional.empty();
        Optional<String> lang = usual;
        for (Mark mark : run.marks()) {
            switch (mark) {
                case Mark.Emphasis _ -> ways.add(Span.Way.ITALIC);
                case Mark.Strong _ -> ways.add(Span.Way.BOLD);
                case Mark.Link link ->
                    href = Optional.of(link.target().startsWith("/") ? address.apply(link.target()) : link.target());
                case Mark.Foreign foreign ->
                    lang = Optional.of(foreign.language().tag());
                case Mark.Abbreviation _ -> {}
            }
        }
        return new Span(run.text(), ways, href, lang);
    }

    /** What stands below a picture. */
    static List<Span> below(List<Span> caption, Plate plate) {
        List<Span> below = new ArrayList<>(caption);
        for (String line : List.of(plate.credit(), plate.terms())) {
            if (!line.isEmpty()) {
                below.add(Span.plain((below.isEmpty() ? "" : " · ") + line));
            }
        }
        return below;
    }
}
