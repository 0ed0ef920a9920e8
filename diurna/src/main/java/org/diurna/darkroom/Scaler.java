package org.diurna.darkroom;

/**
 * Scales a part of a picture with Lanczos' filter of three lobes, first across, then down. Whole-number weights: the same
 * pixels come out everywhere.
 */
final class Scaler {
    private static final int LOBES = 3;
    private static final int ONE = 1 << 14;

    /** For each wanted pixel the first source pixel and the weights from there on. */
    private record Weights(int[] first, int[][] of) {}

    private Scaler() {}

    static Pixels scale(Pixels source, Crop part, int width, int height) {
        Weights across = weights(part.width(), width);
        Weights down = weights(part.height(), height);
        var narrow = new int[width * part.height()];
        for (int y = 0; y < part.height(); y++) {
            int row = (part.y() + y) * source.width() + part.x();
            for (int x = 0; x < width; x++) {
                narrow[y * width + x] = mix(source.rgb(), row + across.first()[x], 1, across.of()[x]);
            }
        }
        var out = new int[width * height];
        for (int y = 0; y < height; y++) {
            int[] weights = down.of()[y];
            int top = down.first()[y] * width;
            for (int x = 0; x < width; x++) {
                out[y * width + x] = mix(narrow, top + x, width, weights);
            }
        }
        return new Pixels(width, height, out);
    }

    private static int mix(int[] pixels, int from, int step, int[] weights) {
        int red = ONE / 2;
        int green = ONE / 2;
        int blue = ONE / 2;
        int at = from;
        for (int weight : weights) {
            int pixel = pixels[at];
            red += weight * (pixel >> 16 & 255);
            green += weight * (pixel >> 8 & 255);
            blue += weight * (pixel & 255);
            at += step;
        }
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(int sum) {
        return Math.clamp(sum / ONE, 0, 255);
    }

    private static Weights weights(int from, int to) {
        double scale = (double) from / to;
        double reach = LOBES * Math.max(1, scale);
        var first = new int[to];
        var all = new int[to][];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale - 0.5;
            int start = Math.max(0, (int) Math.ceil(centre - reach));
            int end = Math.min(from - 1, (int) Math.floor(centre + reach));
            first[i] = start;
            all[i] = row(start, end, centre, Math.max(1, scale));
        }
        return new Weights(first, all);
    }

    /** Weights that sum to exactly one, so that a flat colour stays what it is. */
    private static int[] row(int start, int end, double centre, double stretch) {
        var exact = new double[end - start + 1];
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = lanczos((start + i - centre) / stretch);
            sum += exact[i];
        }
        var row = new int[exact.length];
        int rest = ONE;
        int heaviest = 0;
        for (int i = 0; i < row.length; i++) {
            row[i] = (int) StrictMath.rint(exact[i] / sum * ONE);
            rest -= row[i];
            heaviest = row[i] > row[heaviest] ? i : heaviest;
        }
        row[heaviest] += rest;
        return row;
    }

    private static double lanczos(double x) {
        if (x == 0) {
            return 1;
        }
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        double angle = Math.PI * x;
        return LOBES * StrictMath.sin(angle) * StrictMath.sin(angle / LOBES) / (angle * angle);
    }
}
