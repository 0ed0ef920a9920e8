package org.diurna.press.paper;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws lines of text. What a glyph does not say by itself is said beside it, cluster by cluster. */
final class Ink {
    /** Of the size: how much letters of a face without bold ones are thickened. */
    private static final float THICKENED = 0.03f;

    /** Thousandths of the size by which a glyph may stand off without being moved. */
    private static final float EXACT = 0.6f;

    private static final int LINE = 0x8d8d8d;

    /** Below letters: where links are underlined, in points. */
    private static final float UNDERLINE = 2.2f;

    private final Map<String, Embedding> faces = new LinkedHashMap<>();

    Collection<Embedding> faces() {
        return faces.values();
    }

    private Embedding embedding(Face face) {
        return faces.computeIfAbsent(face.name(), _ -> new Embedding(face, "F" + (faces.size() + 1)));
    }

    /**
     * Draws a line.
     *
     * @param tag   to which its text belongs; null makes it decoration
     * @param left  of its column
     * @param down  where letters stand, from the top of the page
     */
    void line(Folio folio, @Nullable Tag tag, Line line, float left, float down, float column, Line.Edge edge) {
        List<Line.Placed> placed = line.placed(column, edge);
        for (int from = 0; from < placed.size(); ) {
            Optional<String> href = placed.get(from).bit().span().href();
            int to = from + 1;
            while (to < placed.size() && placed.get(to).bit().span().href().equals(href)) {
                to++;
            }
            stretch(folio, tag, placed.subList(from, to), href, left, down);
            from = to;
        }
    }

    /** Text that belongs to one node: that of the paragraph, or a link's own. */
    private void stretch(
            Folio folio, @Nullable Tag tag, List<Line.Placed> placed, Optional<String> href, float left, float down) {
        @Nullable Tag own = tag == null || href.isEmpty() ? tag : tag.add("Link");
        for (int from = 0; from < placed.size(); ) {
            Optional<String> lang = placed.get(from).bit().span().lang();
            int to = from + 1;
            while (to < placed.size() && placed.get(to).bit().span().lang().equals(lang)) {
                to++;
            }
            @Nullable Tag inner = own;
            if (own != null && lang.isPresent()) {
                inner = own.add("Span").lang(lang.get());
            }
            folio.begin(inner);
            placed.subList(from, to).forEach(one -> bit(folio, one.bit(), left + one.x(), down));
            folio.end();
            from = to;
        }
        if (own != null && href.isPresent()) {
            Folio.Area area = area(placed, left, down, href.get(), own);
            folio.area(area);
            Flow.bar(folio, area.left(), down + UNDERLINE, area.right() - area.left(), 0.4f, LINE);
        }
    }

    private static Folio.Area area(List<Line.Placed> placed, float left, float down, String href, Tag tag) {
        float from = Float.MAX_VALUE;
        float to = 0;
        float size = 0;
        StringBuilder words = new StringBuilder();
        for (Line.Placed one : placed) {
            from = Math.min(from, left + one.x());
            to = Math.max(to, left + one.x() + one.bit().width());
            size = Math.max(size, one.bit().size());
            one.bit().glyphs().clusters().forEach(cluster -> words.append(cluster.text()));
        }
        return new Folio.Area(
                from,
                down - size,
                to,
                down + size * 0.3f,
                href,
                words.toString().strip(),
                tag);
    }

    private void bit(Folio folio, Bit bit, float x, float down) {
        Embedding face = embedding(bit.face().face());
        StringBuilder out = new StringBuilder();
        if (bit.rightToLeft()) {
            out.append("/ReversedChars BMC\n");
        }
        folio.fill(bit.ink());
        out.append("BT /")
                .append(face.name())
                .append(' ')
                .append(Folio.number(bit.size()))
                .append(" Tf\n");
        if (bit.face().thickened()) {
            folio.stroke(bit.ink());
            out.append("2 Tr ").append(Folio.number(bit.size() * THICKENED)).append(" w\n");
        }
        out.append("1 0 0 1 ")
                .append(Folio.number(x))
                .append(' ')
                .append(Folio.number(Folio.HEIGHT - down + bit.rise()))
                .append(" Tm\n");
        new Showing(bit, face, out).clusters();
        if (bit.face().thickened()) {
            out.append("0 Tr\n");
        }
        out.append("ET\n");
        if (bit.rightToLeft()) {
            out.append("EMC\n");
        }
        folio.raw(out.toString());
    }

    /** Shows glyphs and keeps account of where the next one would stand. */
    private static final class Showing {
        private final Bit bit;
        private final Embedding embedding;
        private final StringBuilder out;
        private final StringBuilder shown = new StringBuilder();
        private float pen;
        private float raised;

        Showing(Bit bit, Embedding embedding, StringBuilder out) {
            this.bit = bit;
            this.embedding = embedding;
            this.out = out;
        }

        void clusters() {
            for (Glyphs.Cluster cluster : bit.glyphs().clusters()) {
                @Nullable
                Vowelled vowelled =
                        bit.rightToLeft() ? Vowelled.of(cluster, bit.face().face()) : null;
                if (vowelled != null) {
                    vowelled(vowelled);
                } else if (embedding.means(cluster)) {
                    glyphs(cluster);
                } else {
                    saying(cluster.text(), cluster);
                }
            }
            flush();
            raise(0);
        }

        /** Shows glyphs and says beside them what they mean. */
        private void saying(String meaning, Glyphs.Cluster cluster) {
            say(meaning);
            glyphs(cluster);
            flush();
            out.append("EMC\n");
        }

        private void say(String meaning) {
            flush();
            byte[] text = meaning.getBytes(StandardCharsets.UTF_16BE);
            out.append("/Span <</ActualText <FEFF")
                    .append(HexFormat.of().withUpperCase().formatHex(text))
                    .append(">>> BDC\n");
        }

        /**
         * A letter under its marks. Programs turn text that runs from right to left around glyph by glyph, also what is
         * said beside glyphs, and take a glyph off the line for a word of its own. So the marks stand on the line unseen,
         * each a glyph that means itself, and once more where they are seen, beside the letter that is said alone.
         */
        private void vowelled(Vowelled vowelled) {
            raise(0);
            flush();
            out.append("3 Tr\n");
            for (Glyphs.Cluster mark : vowelled.marks()) {
                if (embedding.means(mark)) {
                    glyphs(mark);
                } else {
                    saying(mark.text(), mark);
                }
            }
            embedding.means(vowelled.letter());
            // they measure such text from its first glyph to its last: both must stand on the line
            say(vowelled.letter().text());
            glyphs(vowelled.marks().getFirst());
            flush();
            out.append(bit.face().thickened() ? "2 Tr\n" : "0 Tr\n");
            glyphs(vowelled.drawn());
            flush();
            out.append("EMC\n");
        }

        private void glyphs(Glyphs.Cluster cluster) {
            for (int i = 0; i < cluster.codes().length; i++) {
                raise(cluster.y()[i]);
                float off = cluster.x()[i] - pen;
                if (Math.abs(off) > EXACT) {
                    shown.append(Folio.number(-off)).append(' ');
                    pen = cluster.x()[i];
                }
                shown.append("<%04X>".formatted(cluster.codes()[i]));
                pen += bit.face().face().width(cluster.codes()[i]);
            }
        }

        private void raise(float to) {
            if (Math.abs(to - raised) > EXACT) {
                flush();
                out.append(Folio.number(to * bit.size() / Face.UNITS)).append(" Ts\n");
                raised = to;
            }
        }

        private void flush() {
            if (!shown.isEmpty()) {
                out.append('[').append(shown).append("] TJ\n");
                shown.setLength(0);
            }
        }
    }
}
