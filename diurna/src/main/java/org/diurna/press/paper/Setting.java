package org.diurna.press.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets the parts of a leaflet one after the other. */
final class Setting {
    static final int HAIRLINE = 0xd5d0c4;

    private static final float LIST_INDENT = 16f;
    private static final float QUOTE_INDENT = 14f;
    private static final float NOTICE_INDENT = 12f;
    private static final float CARD_GAP = 16f;
    private static final float HIGHEST_PICTURE = 300f;

    private final Flow flow;
    private final Breaking breaking;
    private final Measures measures;
    private final int colour;
    private final Map<String, Part.Picture> pictureParts = new LinkedHashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private int level = 1;
    private int notes;

    /** A place to go to. */
    record Mark(int level, String title, Folio folio, float top) {}

    Setting(Flow flow, Breaking breaking, Measures measures, int colour) {
        this.flow = flow;
        this.breaking = breaking;
        this.measures = measures;
        this.colour = colour;
    }

    List<Mark> marks() {
        return marks;
    }

    Map<String, Part.Picture> pictures() {
        return pictureParts;
    }

    List<Line> broken(List<Span> text, Type type, Flow.Column column) {
        return breaking.lines(text, type, column.width());
    }

    void mark(int depth, String title) {
        marks.add(new Mark(depth, title, flow.folio(), flow.down()));
    }

    void parts(List<Part> parts, Tag parent, Flow.Column column, Type usual) {
        parts.forEach(part -> part(part, parent, column, usual));
    }

    private void part(Part part, Tag parent, Flow.Column column, Type usual) {
        switch (part) {
            case Part.Heading heading -> heading(heading, parent, column);
            case Part.Paragraph paragraph -> paragraph(paragraph.text(), usual, parent.add("P"), column);
            case Part.Quote quote -> quote(quote, parent, column);
            case Part.Items items -> {
                list(items, parent, column, usual);
                flow.gap(usual.leading() * 0.5f);
            }
            case Part.Table table -> new TableSetting(flow, breaking, measures, table).set(parent, column);
            case Part.Picture picture -> picture(picture, parent, column, HIGHEST_PICTURE);
            case Part.Caption caption -> paragraph(caption.text(), Type.SMALL, parent.add("Caption"), column);
            case Part.Note note -> note(note, parent, column);
            case Part.Cards cards -> cards(cards.cards(), parent, column, measures.of(usual));
            case Part.Section section -> section(section, parent, column);
            case Part.Notice notice -> notice(notice, parent, column);
        }
    }

    void paragraph(List<Span> text, Type type, Tag tag, Flow.Column column) {
        Type set = measures.of(type);
        flow.lines(broken(text, set, column), set, tag, column);
        flow.gap(set.leading() * 0.5f);
    }

    private void heading(Part.Heading heading, Tag parent, Flow.Column column) {
        // no level may be left out on the way down (ISO 14289-1, 7.4.2)
        level = Math.min(heading.level(), level + 1);
        Type type = measures.of(Type.BODY.cut(Cut.SANS_BOLD).size(heading.level() == 2 ? 13f : 11f, 18f));
        List<Line> lines = broken(heading.text(), type, column);
        flow.fit(type.leading() * (lines.size() + 3.5f));
        flow.gap(7f);
        mark(level, plain(heading.text()));
        flow.lines(lines, type, parent.add("H" + level), column);
        flow.gap(4f);
    }

    static String plain(List<Span> text) {
        StringBuilder plain = new StringBuilder();
        text.forEach(span -> plain.append(span.text()));
        return plain.toString().replace('\n', ' ').strip();
    }

    private void quote(Part.Quote quote, Tag parent, Flow.Column column) {
        Tag tag = parent.add("BlockQuote");
        Type type = measures.of(Type.QUOTE);
        Flow.Column inner = column.inset(QUOTE_INDENT, flow.rightToLeft());
        float edge = flow.rightToLeft() ? column.left() + column.width() - 2f : column.left();
        Flow.Beside bar = (folio, top, bottom) -> Flow.bar(folio, edge, top, 2f, bottom - top, colour);
        flow.gap(5f);
        flow.fit(type.leading() * 3);
        for (List<Span> paragraph : quote.paragraphs()) {
            flow.lines(broken(paragraph, type, inner), type, tag.add("P"), inner, Line.Edge.START, bar);
        }
        if (!quote.by().isEmpty()) {
            Type small = measures.of(Type.TAIL.in(Type.GREY));
            float top = flow.down();
            flow.fit(small.leading() + 3f);
            if (flow.down() >= top) {
                bar.piece(flow.folio(), top, top + 3f);
                flow.gap(3f);
            }
            flow.lines(broken(quote.by(), small, inner), small, tag.add("P"), inner, Line.Edge.START, bar);
        }
        flow.gap(12f);
    }

    private void list(Part.Items items, Tag parent, Flow.Column column, Type usual) {
        Tag list = parent.add("L");
        Type type = measures.of(usual);
        Flow.Column inner = column.inset(LIST_INDENT, flow.rightToLeft());
        int number = 0;
        for (Part.Item item : items.items()) {
            number++;
            Tag entry = list.add("LI");
            List<Line> lines = broken(item.text(), type, inner);
            flow.fit(type.leading() * Math.min(2, lines.size()));
            float top = flow.down();
            String sign = items.numbered() ? number + "." : "–";
            List<Line> label = broken(Span.text(sign), type.in(colour), column);
            flow.line(label.getFirst(), type.in(colour), entry.add("Lbl"), column, Line.Edge.START);
            flow.to(top);
            Tag body = entry.add("LBody");
            flow.lines(lines, type, body, inner);
            flow.gap(type.leading() * 0.2f);
            item.inner().ifPresent(deeper -> list(deeper, body, inner, usual));
        }
    }

    /** A picture as wide as its column, or as high as it may be. */
    void picture(Part.Picture picture, Tag parent, Flow.Column column, float highest) {
        float height = Math.min(highest, column.width() * picture.height() / picture.width());
        float width = height * picture.width() / picture.height();
        Type small = measures.of(Type.SMALL);
        List<Line> caption = broken(picture.caption(), small, column);
        flow.fit(height + 6f + small.leading() * caption.size());
        String name = "I" + (pictureParts.size() + 1);
        pictureParts.put(name, picture);
        float left = flow.rightToLeft() ? column.left() + column.width() - width : column.left();
        @Nullable
        Tag tag = picture.alt().isEmpty() ? null : parent.add("Figure").alt(picture.alt());
        flow.folio().begin(tag);
        flow.folio().picture(name, left, flow.down(), width, height);
        flow.folio().end();
        flow.gap(height + 5f);
        if (!caption.isEmpty()) {
            flow.lines(caption, small, parent.add("Caption"), column);
        }
        flow.gap(11f);
    }

    private void note(Part.Note note, Tag parent, Flow.Column column) {
        notes++;
        Tag tag = parent.add("Note").id("note-" + notes);
        Type small = measures.of(Type.SMALL);
        Flow.Column inner = column.inset(LIST_INDENT, flow.rightToLeft());
        List<Line> lines = broken(note.text(), small, inner);
        flow.fit(small.leading() * Math.min(2, lines.size()));
        float top = flow.down();
        List<Line> label = broken(Span.text(note.number()), small.in(colour), column);
        flow.line(label.getFirst(), small.in(colour), tag.add("Lbl"), column, Line.Edge.START);
        flow.to(top);
        flow.lines(lines, small, tag.add("P"), inner);
        flow.gap(3f);
    }

    private void cards(List<List<Span>> cards, Tag parent, Flow.Column column, Type type) {
        float width = (column.width() - CARD_GAP) / 2;
        float other = flow.rightToLeft() ? column.left() : column.left() + width + CARD_GAP;
        float first = flow.rightToLeft() ? column.left() + width + CARD_GAP : column.left();
        for (int i = 0; i < cards.size(); i += 2) {
            List<List<Line>> row = new ArrayList<>();
            for (List<Span> card : cards.subList(i, Math.min(cards.size(), i + 2))) {
                row.add(breaking.lines(card, type, width));
            }
            int most = row.stream().mapToInt(List::size).max().orElse(0);
            flow.fit(most * type.leading());
            float top = flow.down();
            for (int j = 0; j < row.size(); j++) {
                flow.to(top);
                Tag tag = parent.add("P");
                Flow.Column half = new Flow.Column(j == 0 ? first : other, width);
                row.get(j).forEach(line -> flow.line(line, type, tag, half, Line.Edge.START));
            }
            flow.to(top + most * type.leading() + type.leading() * 0.5f);
        }
    }

    private void section(Part.Section section, Tag parent, Flow.Column column) {
        Tag tag = parent.add("Sect");
        Type title = measures.of(Type.BODY.cut(Cut.SANS_BOLD).in(colour));
        flow.gap(8f);
        flow.fit(title.leading() * 4);
        flow.rule(column, 0.6f, HAIRLINE);
        flow.gap(7f);
        level = 2;
        if (!section.title().isEmpty()) {
            mark(2, section.title());
            flow.lines(broken(Span.text(section.title()), title, column), title, tag.add("H2"), column);
            flow.gap(2f);
        }
        parts(section.parts(), tag, column, Type.TAIL);
    }

    private void notice(Part.Notice notice, Tag parent, Flow.Column column) {
        Tag tag = parent.add("Sect");
        Flow.Column inner = column.inset(NOTICE_INDENT, flow.rightToLeft());
        float edge = flow.rightToLeft() ? column.left() + column.width() - 4f : column.left();
        Flow.Beside bar = (folio, top, bottom) -> Flow.bar(folio, edge, top, 4f, bottom - top, notice.tone().ink);
        Type title = measures.of(Type.TAIL.cut(Cut.SANS_BOLD).in(notice.tone().ink));
        Type text = measures.of(Type.TAIL);
        flow.fit(title.leading() * 3);
        flow.lines(broken(Span.text(notice.title()), title, inner), title, tag.add("P"), inner, Line.Edge.START, bar);
        if (!notice.text().isEmpty()) {
            flow.lines(broken(Span.text(notice.text()), text, inner), text, tag.add("P"), inner, Line.Edge.START, bar);
        }
        flow.gap(10f);
    }
}
