package org.diurna.press.paper;

import java.util.List;

/** What stands around the text: the letterhead, the head of the release, the colophon and the feet of the pages. */
final class Front {
    private static final float EMBLEM = 30f;
    private static final float HIGHEST_BANNER = 212f;
    private static final float CODE_SIDE = 84f;
    private static final int LONG_HEADLINE = 90;

    private final Leaflet leaflet;
    private final Flow flow;
    private final Setting setting;
    private final Measures measures;
    private final Ink ink;

    Front(Leaflet leaflet, Flow flow, Setting setting, Measures measures, Ink ink) {
        this.leaflet = leaflet;
        this.flow = flow;
        this.setting = setting;
        this.measures = measures;
        this.ink = ink;
    }

    void letterhead(Tag document) {
        Flow.Column whole = flow.whole();
        float top = flow.down();
        emblem(flow.rightToLeft() ? whole.left() + whole.width() - EMBLEM : whole.left(), top);
        Flow.Column names = whole.inset(EMBLEM + 12f, flow.rightToLeft());
        Tag head = document.add("Sect");
        Leaflet.Letterhead letterhead = leaflet.letterhead();
        if (letterhead.organisation().isEmpty()) {
            flow.gap(6f);
        } else {
            one(letterhead.organisation(), Type.SMALL, head.add("P"), names);
        }
        one(letterhead.office(), new Type(13.5f, 18f, Cut.SERIF_BOLD, leaflet.colour()), head.add("P"), names);
        flow.to(Math.max(flow.down(), top + EMBLEM) + 9f);
        flow.rule(whole, 1.2f, leaflet.colour());
        flow.gap(18f);
    }

    /** A posted notice in the office's colour, as beside its addresses. */
    private void emblem(float left, float top) {
        Folio folio = flow.folio();
        folio.begin(null);
        folio.fill(leaflet.colour());
        folio.box(left, top, EMBLEM, EMBLEM);
        folio.fill(0xffffff);
        folio.box(left + 6.6f, top + 7f, 17f, 2.8f);
        folio.box(left + 6.6f, top + 13.6f, 17f, 2.8f);
        folio.box(left + 6.6f, top + 20.2f, 10.4f, 2.8f);
        folio.end();
    }

    private void one(String text, Type type, Tag tag, Flow.Column column) {
        Type set = measures.of(type);
        flow.lines(setting.broken(Span.text(text), set, column), set, tag, column);
    }

    void head(Tag document) {
        leaflet.banner().ifPresent(banner -> setting.picture(banner, document, flow.whole(), HIGHEST_BANNER));
        float top = flow.down();
        Tag facts = document.add("Sect");
        flow.gap(5f);
        Type fact = Type.SMALL.cut(Cut.SANS_BOLD).in(leaflet.colour());
        for (String line : leaflet.facts()) {
            one(line, fact, facts.add("P"), flow.side());
            flow.gap(1.5f);
            fact = Type.SMALL;
        }
        float beside = flow.down();
        flow.to(top);
        setting.mark(1, leaflet.title());
        Type headline = measures.of(wide(leaflet.title()) > LONG_HEADLINE ? Type.LONG_HEADLINE : Type.HEADLINE);
        flow.lines(
                setting.broken(Span.text(leaflet.title()), headline, flow.main()),
                headline,
                document.add("H1"),
                flow.main());
        flow.gap(6f);
        for (String deck : leaflet.decks()) {
            setting.paragraph(
                    Span.text(deck),
                    deck.length() > 160 ? Type.DECK.size(11.5f, 17f) : Type.DECK,
                    document.add("P"),
                    flow.main());
        }
        flow.gap(4f);
        setting.parts(List.copyOf(leaflet.notices()), document, flow.main(), Type.BODY);
        flow.to(Math.max(flow.down(), beside));
    }

    private static int wide(String text) {
        return text.codePoints()
                .map(c -> Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3)
                        ? 2
                        : 1)
                .sum();
    }

    /** How to check the paper, with the QR code at the beginning of the line. */
    void colophon(Tag document) {
        Leaflet.Colophon colophon = leaflet.colophon();
        Tag tag = document.add("Sect");
        Flow.Column main = flow.main();
        Type title = measures.of(Type.TAIL.cut(Cut.SANS_BOLD).in(leaflet.colour()));
        Type small = measures.of(Type.SMALL);
        List<List<Line>> lines = colophon.lines().stream()
                .map(line -> setting.broken(line, small, main))
                .toList();
        float height = 60f
                + (float) lines.stream()
                        .mapToDouble(broken -> broken.size() * small.leading() + 4f)
                        .sum();
        flow.fit(Math.max(height, CODE_SIDE + 30f));
        flow.gap(6f);
        flow.rule(flow.whole(), 0.6f, leaflet.colour());
        flow.gap(12f);
        float top = flow.down();
        qr(tag, top);
        setting.mark(2, colophon.title());
        flow.lines(setting.broken(Span.text(colophon.title()), title, main), title, tag.add("H2"), main);
        Type code = new Type(15f, 22f, Cut.SANS_BOLD, Type.BLACK);
        flow.lines(setting.broken(Span.text(colophon.code()), code, main), code, tag.add("P"), main);
        flow.gap(4f);
        for (List<Line> line : lines) {
            flow.lines(line, small, tag.add("P"), main);
            flow.gap(4f);
        }
        flow.to(Math.max(flow.down(), top + CODE_SIDE));
    }

    private void qr(Tag parent, float top) {
        Flow.Column side = flow.side();
        float left = flow.rightToLeft() ? side.left() + side.width() - CODE_SIDE : side.left();
        Folio folio = flow.folio();
        folio.begin(parent.add("Figure").alt(leaflet.colophon().alt()));
        folio.fill(Type.BLACK);
        QrSquares.draw(leaflet.colophon().link(), folio, left, top + 3f, CODE_SIDE);
        folio.end();
    }

    /** The lines at the foot and, from the second page on, at the head; they are for the eye alone. */
    void feet() {
        int pages = flow.folios().size();
        Type small = new Type(7.5f, 11f, Cut.SANS, Type.GREY);
        Flow.Column whole = flow.whole();
        for (Folio folio : flow.folios()) {
            float down = Folio.HEIGHT - 46f;
            Flow.bar(folio, whole.left(), down - 14f, whole.width(), 0.5f, Setting.HAIRLINE);
            edge(folio, leaflet.foot(), small, down, Line.Edge.START, whole.width() - 60f);
            edge(folio, (folio.number() + 1) + " / " + pages, small, down, Line.Edge.END, 60f);
            if (folio.number() > 0) {
                edge(folio, leaflet.author(), small.in(leaflet.colour()), 48f, Line.Edge.START, whole.width());
                Flow.bar(folio, whole.left(), 55f, whole.width(), 0.5f, Setting.HAIRLINE);
            }
        }
    }

    private void edge(Folio folio, String text, Type type, float down, Line.Edge edge, float width) {
        Flow.Column whole = flow.whole();
        boolean left = (edge == Line.Edge.START) != flow.rightToLeft();
        float from = left ? whole.left() : whole.left() + whole.width() - width;
        List<Line> lines = setting.broken(Span.text(text), type, new Flow.Column(from, width));
        ink.line(folio, null, lines.getFirst(), from, down, width, edge);
    }
}
