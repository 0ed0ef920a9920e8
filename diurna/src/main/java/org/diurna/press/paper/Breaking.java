package org.diurna.press.paper;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Breaks text into lines: where it may break by ICU (UAX #14), as many words as fit, ragged at the end. */
final class Breaking {
    private static final float RAISED_SIZE = 0.68f;
    private static final float RAISED_BY = 0.36f;

    private final ULocale locale;
    private final int base;
    private final Faces faces;
    private final Map<Shaped, Glyphs> shaped = new HashMap<>();

    private record Shaped(Face face, String text, boolean rightToLeft) {}

    Breaking(ULocale locale, boolean rightToLeft) {
        this.locale = locale;
        this.base = rightToLeft ? 1 : 0;
        this.faces = new Faces(locale);
    }

    /** The lines of a text in a column of so many points. */
    List<Line> lines(List<Span> text, Type type, float column) {
        List<Line> lines = new ArrayList<>();
        List<Bit> line = new ArrayList<>();
        float used = 0;
        for (Segment segment : segments(text, type)) {
            if (!line.isEmpty() && used + segment.seen() > column) {
                lines.add(new Line(line, base));
                line = new ArrayList<>();
                used = 0;
            }
            if (segment.seen() > column) {
                used = cut(segment, column, line, lines);
            } else {
                line.addAll(segment.bits());
                used += segment.whole();
            }
            if (segment.last()) {
                lines.add(new Line(line, base));
                line = new ArrayList<>();
                used = 0;
            }
        }
        if (!line.isEmpty()) {
            lines.add(new Line(line, base));
        }
        return lines;
    }

    /** Width of the widest thing that is not broken, and of the text on one line; both in points. */
    float[] measure(List<Span> text, Type type) {
        float most = 0;
        float all = 0;
        float line = 0;
        for (Segment segment : segments(text, type)) {
            most = Math.max(most, segment.seen());
            all = Math.max(all, line + segment.seen());
            line = segment.last() ? 0 : line + segment.whole();
        }
        return new float[] {most, all};
    }

    /** A word that is wider than the column, such as an address, breaks between any two letters. */
    private static float cut(Segment segment, float column, List<Bit> line, List<Line> lines) {
        float used = 0;
        int base = lines.isEmpty() ? segment.base() : lines.getFirst().base();
        for (Bit bit : segment.bits()) {
            for (Bit letter : letters(bit)) {
                if (used + letter.width() > column && !letter.blank() && !line.isEmpty()) {
                    lines.add(new Line(line, base));
                    line.clear();
                    used = 0;
                }
                line.add(letter);
                used += letter.width();
            }
        }
        return used;
    }

    private static List<Bit> letters(Bit bit) {
        List<Bit> letters = new ArrayList<>();
        List<Glyphs.Cluster> clusters = bit.glyphs().clusters();
        for (int i = 0; i < clusters.size(); i++) {
            Glyphs.Cluster cluster = clusters.get(i);
            float from = cluster.x()[0];
            float to = i + 1 < clusters.size()
                    ? clusters.get(i + 1).x()[0]
                    : bit.glyphs().width();
            float[] x = cluster.x().clone();
            for (int j = 0; j < x.length; j++) {
                x[j] -= from;
            }
            Glyphs one =
                    new Glyphs(List.of(new Glyphs.Cluster(cluster.text(), cluster.codes(), x, cluster.y())), to - from);
            letters.add(
                    new Bit(bit.face(), bit.size(), bit.level(), bit.rise(), bit.blank(), bit.span(), bit.ink(), one));
        }
        return bit.rightToLeft() ? letters.reversed() : letters;
    }

    /** What is not broken, with the spaces after it. */
    private record Segment(List<Bit> bits, boolean last, int base) {
        float whole() {
            return (float) bits.stream().mapToDouble(Bit::width).sum();
        }

        float seen() {
            return new Line(bits, base).width();
        }
    }

    private List<Segment> segments(List<Span> text, Type type) {
        StringBuilder all = new StringBuilder();
        List<Integer> ends = new ArrayList<>();
        for (Span span : text) {
            all.append(span.text());
            ends.add(all.length());
        }
        if (all.isEmpty()) {
            return List.of();
        }
        String whole = all.toString();
        Bidi bidi = new Bidi();
        bidi.setPara(whole, (byte) base, null);
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(whole);
        List<Segment> segments = new ArrayList<>();
        Cursor cursor = new Cursor(text, ends, whole, bidi, type, faces.usual(type.cut()));
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            segments.add(new Segment(cursor.bits(from, to), whole.charAt(to - 1) == '\n', base));
        }
        return segments;
    }

    /** Goes through a text once and shapes it, remembering which face it was in. */
    private final class Cursor {
        private final List<Span> spans;
        private final List<Integer> ends;
        private final String text;
        private final Bidi bidi;
        private final Type type;
        private int span;
        private Faces.Choice face;

        Cursor(List<Span> spans, List<Integer> ends, String text, Bidi bidi, Type type, Faces.Choice face) {
            this.spans = spans;
            this.ends = ends;
            this.text = text;
            this.bidi = bidi;
            this.type = type;
            this.face = face;
        }

        List<Bit> bits(int from, int to) {
            List<Bit> bits = new ArrayList<>();
            int start = from;
            while (start < to) {
                enter(start);
                Faces.Choice choice = choice(start);
                int end = start + Character.charCount(text.codePointAt(start));
                while (end < to && alike(start, end, choice)) {
                    end += Character.charCount(text.codePointAt(end));
                }
                face = choice;
                add(bits, text.substring(start, end), bidi.getLevelAt(start));
                start = end;
            }
            return bits;
        }

        private void enter(int at) {
            while (ends.get(span) <= at) {
                span++;
            }
        }

        private boolean alike(int start, int at, Faces.Choice choice) {
            return at < ends.get(span)
                    && bidi.getLevelAt(at) == bidi.getLevelAt(start)
                    && blank(text.codePointAt(at)) == blank(text.codePointAt(start))
                    && choice.equals(faceAt(at, choice));
        }

        private Faces.Choice choice(int at) {
            return faceAt(at, sameCut(face));
        }

        /** Between marked and unmarked text the family may stay while the cut changes. */
        private Faces.Choice sameCut(Faces.Choice before) {
            Cut cut = type.cut().with(spans.get(span).ways());
            Faces.Choice usual = faces.usual(cut);
            return usual.equals(before) ? before : faces.kin(before, cut);
        }

        private Faces.Choice faceAt(int at, Faces.Choice before) {
            int character = text.codePointAt(at);
            return faces.choose(character, type.cut().with(spans.get(span).ways()), before)
                    .orElseThrow(() -> new Unprintable(character));
        }

        private void add(List<Bit> bits, String piece, int level) {
            String seen = piece.replace("\n", "");
            if (seen.isEmpty()) {
                return;
            }
            Span of = spans.get(span);
            boolean raised = of.is(Span.Way.RAISED);
            float size = type.size() * face.face().scale() * (raised ? RAISED_SIZE : 1f);
            Glyphs glyphs = shaped.computeIfAbsent(
                    new Shaped(face.face(), seen, level % 2 == 1),
                    key -> Glyphs.shape(key.face(), key.text(), key.rightToLeft()));
            bits.add(new Bit(
                    face,
                    size,
                    level,
                    raised ? type.size() * RAISED_BY : 0,
                    blank(seen.codePointAt(0)),
                    of,
                    type.ink(),
                    glyphs));
        }

        private static boolean blank(int character) {
            // a space that does not break keeps its place inside the word
            return (character != 0xA0 && character != 0x202F && Character.isWhitespace(character)) || character == '\n';
        }
    }
}
