package org.diurna.press.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A letter of a script that runs from right to left, and the marks above or below it.
 *
 * @param letter the letter's own glyph
 * @param marks  from left to right, each with one glyph of no width at the place of the letter
 * @param drawn  the whole, the letter last
 */
record Vowelled(Glyphs.Cluster letter, List<Glyphs.Cluster> marks, Glyphs.Cluster drawn) {

    /** Null where the cluster is no letter with marks, glyph for character. */
    static @Nullable Vowelled of(Glyphs.Cluster cluster, Face face) {
        int[] characters = cluster.text().codePoints().toArray();
        int count = cluster.codes().length;
        if (characters.length < 2 || characters.length != count) {
            return null;
        }
        int[] wide = IntStream.range(0, count)
                .filter(i -> face.width(cluster.codes()[i]) > 0)
                .toArray();
        boolean marked = IntStream.range(1, count).allMatch(i -> Glyphs.leans(characters[i]));
        if (wide.length != 1 || !marked) {
            return null;
        }
        float place = cluster.x()[wide[0]];
        List<Glyphs.Cluster> marks = new ArrayList<>();
        int next = count - 1;
        for (int i = 0; i < count; i++) {
            if (i != wide[0]) {
                marks.add(one(Character.toString(characters[next]), cluster.codes()[i], place));
                next--;
            }
        }
        return new Vowelled(
                one(Character.toString(characters[0]), cluster.codes()[wide[0]], place), marks, last(cluster, wide[0]));
    }

    private static Glyphs.Cluster last(Glyphs.Cluster cluster, int letter) {
        int[] order = IntStream.concat(
                        IntStream.range(0, cluster.codes().length).filter(i -> i != letter), IntStream.of(letter))
                .toArray();
        int[] codes = new int[order.length];
        float[] x = new float[order.length];
        float[] y = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            codes[i] = cluster.codes()[order[i]];
            x[i] = cluster.x()[order[i]];
            y[i] = cluster.y()[order[i]];
        }
        return new Glyphs.Cluster(cluster.text(), codes, x, y);
    }

    private static Glyphs.Cluster one(String text, int code, float place) {
        return new Glyphs.Cluster(text, new int[] {code}, new float[] {place}, new float[] {0});
    }
}
