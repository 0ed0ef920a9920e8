package org.diurna.press.paper;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Shaped text, from left to right whatever its direction.
 *
 * @param clusters what belongs together
 * @param width    in thousandths of the size
 */
record Glyphs(List<Cluster> clusters, float width) {

    /**
     * Glyphs that stand for some characters together.
     *
     * @param text  the characters
     * @param codes glyphs of the face
     * @param x     of each glyph from the start of the text, in thousandths of the size
     * @param y     upwards
     */
    record Cluster(String text, int[] codes, float[] x, float[] y) {}

    static Glyphs shape(Face face, String text, boolean rightToLeft) {
        char[] chars = text.toCharArray();
        GlyphVector vector = face.shapes()
                .layoutGlyphVector(
                        Face.CONTEXT,
                        chars,
                        0,
                        chars.length,
                        rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        int most = face.glyphs();
        List<Integer> seen = new ArrayList<>();
        TreeSet<Integer> starts = new TreeSet<>();
        for (int i = 0; i < vector.getNumGlyphs(); i++) {
            // what the shaper has taken away bears a code that no font has
            if (vector.getGlyphCode(i) < most) {
                seen.add(i);
                starts.add(vector.getGlyphCharIndex(i));
            }
        }
        int first = starts.isEmpty() ? 0 : starts.first();
        starts.removeIf(start -> start > first && leans(text.codePointAt(start)));
        List<Cluster> clusters = new ArrayList<>();
        for (int from = 0; from < seen.size(); ) {
            Integer start = starts.floor(vector.getGlyphCharIndex(seen.get(from)));
            int to = from + 1;
            while (to < seen.size() && Objects.equals(starts.floor(vector.getGlyphCharIndex(seen.get(to))), start)) {
                to++;
            }
            clusters.add(cluster(vector, seen.subList(from, to), text(text, starts, Objects.requireNonNull(start))));
            from = to;
        }
        return new Glyphs(
                clusters, (float) vector.getGlyphPosition(vector.getNumGlyphs()).getX());
    }

    /** A mark above or below belongs to the letter before it: readers of files take a mark alone for a word of its own. */
    static boolean leans(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** From a start to the next one; what comes before the first start belongs to it. */
    private static String text(String text, TreeSet<Integer> starts, int start) {
        Integer next = starts.higher(start);
        return text.substring(starts.first() == start ? 0 : start, next == null ? text.length() : next);
    }

    private static Cluster cluster(GlyphVector vector, List<Integer> glyphs, String text) {
        int[] codes = new int[glyphs.size()];
        float[] x = new float[codes.length];
        float[] y = new float[codes.length];
        for (int i = 0; i < codes.length; i++) {
            Point2D at = vector.getGlyphPosition(glyphs.get(i));
            codes[i] = vector.getGlyphCode(glyphs.get(i));
            x[i] = (float) at.getX();
            y[i] = (float) -at.getY();
        }
        return new Cluster(text, codes, x, y);
    }
}
