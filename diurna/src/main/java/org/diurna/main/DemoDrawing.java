package org.diurna.main;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws the pictures of the demo: landscapes of Lomara out of a few lines and colours, the same ones each time. */
final class DemoDrawing {
    private static final int WIDTH = 2_400;
    private static final int HEIGHT = 1_600;
    private static final long SEED = 7;

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D brush = image.createGraphics();
    private final Random random;

    private DemoDrawing(long seed) {
        random = new Random(seed);
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** What there is to draw. */
    enum Scene {
        HARBOUR,
        CHART,
        LIGHTHOUSES,
        NIGHT,
        SALT,
        WAVES,
        BOATS,
        RIVER
    }

    /** A PNG file of 2,400 by 1,600 pixels. */
    static byte[] png(Scene scene) {
        DemoDrawing drawing = new DemoDrawing(SEED);
        switch (scene) {
            case HARBOUR -> drawing.harbour();
            case CHART -> drawing.chart();
            case LIGHTHOUSES -> drawing.lighthouses();
            case NIGHT -> drawing.night();
            case SALT -> drawing.salt();
            case WAVES -> drawing.waves();
            case BOATS -> drawing.boats();
            case RIVER -> drawing.river();
        }
        drawing.brush.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(drawing.image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a picture in memory failed.", e);
        }
    }

    private static Color colour(int rgb) {
        return new Color(rgb);
    }

    private static Color clear(int rgb, int alpha) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
    }

    private void sky(int to, int... rgb) {
        float[] stops = new float[rgb.length];
        Color[] colours = new Color[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            stops[i] = i / (float) (rgb.length - 1);
            colours[i] = colour(rgb[i]);
        }
        brush.setPaint(new LinearGradientPaint(0, 0, 0, to, stops, colours));
        brush.fillRect(0, 0, WIDTH, to);
    }

    private void glow(double x, double y, double radius, int rgb, int alpha) {
        brush.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) radius, new float[] {0, 1}, new Color[] {clear(rgb, alpha), clear(rgb, 0)
                }));
        brush.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    private void disc(double x, double y, double radius, int rgb) {
        brush.setColor(colour(rgb));
        brush.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    private void sea(int from, int near, int far) {
        brush.setPaint(new GradientPaint(0, from, colour(far), 0, HEIGHT, colour(near)));
        brush.fillRect(0, from, WIDTH, HEIGHT - from);
    }

    /** Short level strokes that grow towards the eye. */
    private void glitter(int from, double x, double spread, int rgb, int count) {
        for (int i = 0; i < count; i++) {
            double depth = Math.pow(random.nextDouble(), 1.6);
            double y = from + 12 + depth * (HEIGHT - from - 12);
            double at = x + random.nextGaussian() * spread * (0.35 + depth);
            double length = 18 + depth * 150 * random.nextDouble();
            brush.setColor(clear(rgb, 40 + random.nextInt(110)));
            brush.setStroke(new BasicStroke((float) (1.5 + depth * 5), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            brush.drawLine((int) (at - length / 2), (int) y, (int) (at + length / 2), (int) y);
        }
    }

    /** A line of hills down to a level. */
    private void hills(int base, int height, int foot, double wave, double phase, int rgb) {
        Path2D path = new GeneralPath();
        path.moveTo(-10, foot);
        for (int x = -10; x <= WIDTH + 10; x += 6) {
            double t = x / wave + phase;
            double y = base
                    - height * (0.5 + 0.32 * Math.sin(t) + 0.14 * Math.sin(2.3 * t + 1) + 0.05 * Math.sin(6.1 * t + 2));
            path.lineTo(x, y);
        }
        path.lineTo(WIDTH + 10, foot);
        path.closePath();
        brush.setColor(colour(rgb));
        brush.fill(path);
    }

    private void fill(int rgb, double... points) {
        Path2D path = new GeneralPath();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        brush.setColor(colour(rgb));
        brush.fill(path);
    }

    private void line(int rgb, double width, double... points) {
        Path2D path = new GeneralPath();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        brush.setColor(colour(rgb));
        brush.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.draw(path);
    }

    private void harbour() {
        sky(940, 0x27506e, 0x6f98a8, 0xe9c9a0, 0xf6dcae);
        glow(1_560, 800, 760, 0xffe2a8, 190);
        disc(1_560, 800, 92, 0xfff1cf);
        hills(930, 250, 950, 520, 0.4, 0x8aa0a6);
        hills(950, 160, 950, 330, 2.2, 0x64808c);
        sea(940, 0x173f57, 0xd9bd96);
        glitter(945, 1_560, 210, 0xfff0c9, 420);
        glitter(945, 900, 900, 0x9fc0c8, 320);
        // the mole with its light
        fill(0x22333d, -10, 1_010, 980, 968, 1_010, 990, 1_010, 1_030, -10, 1_110);
        fill(0xf3ece0, 905, 975, 925, 770, 975, 770, 995, 975);
        fill(0xb5432f, 912, 905, 918, 838, 982, 838, 988, 905);
        fill(0x22333d, 915, 770, 920, 728, 980, 728, 985, 770);
        glow(950, 748, 190, 0xfff3c4, 210);
        // a lifeboat under way
        fill(0xd9602f, 1_290, 1_190, 1_760, 1_190, 1_700, 1_282, 1_340, 1_282);
        fill(0xf4efe4, 1_400, 1_190, 1_430, 1_105, 1_600, 1_105, 1_640, 1_190);
        fill(0x1d3848, 1_450, 1_160, 1_462, 1_122, 1_585, 1_122, 1_603, 1_160);
        line(0x22333d, 9, 1_520, 1_105, 1_520, 985);
        line(0x22333d, 6, 1_475, 1_020, 1_565, 1_020);
        line(0xf4efe4, 7, 1_240, 1_296, 1_420, 1_288, 1_620, 1_294, 1_860, 1_304);
        line(0xf4efe4, 4, 1_180, 1_330, 1_480, 1_318, 1_920, 1_344);
        gulls(0x22333d, 480, 430, 6);
    }

    private void gulls(int rgb, double x, double y, int count) {
        for (int i = 0; i < count; i++) {
            double at = x + random.nextDouble() * 640;
            double up = y + random.nextDouble() * 230;
            double wing = 18 + random.nextDouble() * 22;
            line(rgb, 5, at - wing, up - wing * 0.45, at, up, at + wing, up - wing * 0.5);
        }
    }

    private void chart() {
        brush.setColor(colour(0xe9e2cf));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        Path2D water = blob(1_190, 800, 980, 600, 3);
        for (int ring = 0; ring <= 7; ring++) {
            double scale = 1 - ring * 0.045;
            Graphics2D own = (Graphics2D) brush.create();
            own.translate(1_190 * (1 - scale), 800 * (1 - scale));
            own.scale(scale, scale);
            own.setColor(new Color(190 - ring * 14, 214 - ring * 10, 218 - ring * 6));
            own.fill(water);
            own.setColor(clear(0x2f5d73, 110));
            own.setStroke(new BasicStroke(2.5f));
            own.draw(water);
            own.dispose();
        }
        brush.setColor(colour(0xe9e2cf));
        brush.fill(blob(1_480, 640, 190, 110, 9));
        brush.fill(blob(820, 980, 120, 84, 12));
        brush.setColor(clear(0x2f5d73, 60));
        brush.setStroke(new BasicStroke(2f));
        for (int x = 0; x < WIDTH; x += 240) {
            brush.drawLine(x, 0, x, HEIGHT);
        }
        for (int y = 40; y < HEIGHT; y += 240) {
            brush.drawLine(0, y, WIDTH, y);
        }
        brush.setColor(colour(0xb5432f));
        brush.setStroke(new BasicStroke(7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {26, 22}, 0));
        double[][] ports = {{420, 520}, {1_900, 430}, {1_980, 1_130}, {690, 1_290}};
        for (double[] port : ports) {
            brush.drawLine((int) port[0], (int) port[1], 1_150, 780);
        }
        for (double[] port : ports) {
            disc(port[0], port[1], 24, 0x22333d);
            disc(port[0], port[1], 12, 0xe9e2cf);
        }
        disc(1_150, 780, 52, 0xb5432f);
        disc(1_150, 780, 30, 0xf6efe0);
        line(0xb5432f, 9, 1_150, 762, 1_150, 798);
        line(0xb5432f, 9, 1_132, 780, 1_168, 780);
        rose(2_070, 1_330, 150);
    }

    private Path2D blob(double x, double y, double wide, double high, int seed) {
        Random own = new Random(seed);
        double a = own.nextDouble() * 6;
        double b = own.nextDouble() * 6;
        Path2D path = new GeneralPath();
        for (int i = 0; i <= 360; i += 2) {
            double t = Math.toRadians(i);
            double r = 1 + 0.12 * Math.sin(3 * t + a) + 0.07 * Math.sin(5 * t + b) + 0.02 * Math.sin(17 * t + a);
            double px = x + wide * r * Math.cos(t);
            double py = y + high * r * Math.sin(t);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }

    private void rose(double x, double y, double r) {
        for (int i = 0; i < 8; i++) {
            double t = Math.toRadians(45 * i - 90);
            double length = i % 2 == 0 ? r : r * 0.6;
            double side = Math.toRadians(45 * i);
            fill(
                    i % 2 == 0 ? 0x22333d : 0x6b7f86,
                    x + length * Math.cos(t),
                    y + length * Math.sin(t),
                    x + r * 0.14 * Math.cos(side),
                    y + r * 0.14 * Math.sin(side),
                    x - r * 0.14 * Math.cos(side),
                    y - r * 0.14 * Math.sin(side));
        }
        disc(x, y, r * 0.1, 0xe9e2cf);
    }

    private void lighthouses() {
        sky(1_100, 0x1f2b4d, 0x45527e, 0xb6798a, 0xeab08a);
        glow(500, 1_040, 900, 0xf6c08a, 150);
        hills(1_080, 220, 1_110, 460, 1.1, 0x4a4f76);
        sea(1_080, 0x1a2444, 0x9c6f86);
        glitter(1_085, 500, 420, 0xf3c9a0, 380);
        double[][] towers = {{1_720, 1_180, 1.0}, {900, 1_100, 0.5}, {480, 1_085, 0.3}, {1_230, 1_092, 0.38}};
        for (int i = towers.length - 1; i >= 0; i--) {
            double x = towers[i][0];
            double y = towers[i][1];
            double s = towers[i][2];
            brush.setColor(clear(0xfff0c0, 46));
            Path2D beam = new GeneralPath();
            beam.moveTo(x, y - 700 * s);
            beam.lineTo(x - 2_100 * s - 300, y - 980 * s);
            beam.lineTo(x - 2_100 * s - 300, y - 640 * s);
            beam.closePath();
            brush.fill(beam);
            fill(
                    0x191f38,
                    x - 330 * s,
                    y + 50 * s,
                    x - 120 * s,
                    y - 34 * s,
                    x + 150 * s,
                    y - 40 * s,
                    x + 420 * s,
                    y + 50 * s);
            fill(
                    0xf2e9df,
                    x - 78 * s,
                    y - 20 * s,
                    x - 46 * s,
                    y - 640 * s,
                    x + 46 * s,
                    y - 640 * s,
                    x + 78 * s,
                    y - 20 * s);
            fill(
                    0xb23b3b,
                    x - 71 * s,
                    y - 160 * s,
                    x - 63 * s,
                    y - 310 * s,
                    x + 63 * s,
                    y - 310 * s,
                    x + 71 * s,
                    y - 160 * s);
            fill(
                    0xb23b3b,
                    x - 56 * s,
                    y - 450 * s,
                    x - 49 * s,
                    y - 590 * s,
                    x + 49 * s,
                    y - 590 * s,
                    x + 56 * s,
                    y - 450 * s);
            fill(
                    0x191f38,
                    x - 74 * s,
                    y - 640 * s,
                    x - 74 * s,
                    y - 664 * s,
                    x + 74 * s,
                    y - 664 * s,
                    x + 74 * s,
                    y - 640 * s);
            fill(
                    0xfff2c4,
                    x - 36 * s,
                    y - 664 * s,
                    x - 36 * s,
                    y - 736 * s,
                    x + 36 * s,
                    y - 736 * s,
                    x + 36 * s,
                    y - 664 * s);
            fill(0x191f38, x - 50 * s, y - 736 * s, x, y - 812 * s, x + 50 * s, y - 736 * s);
            glow(x, y - 700 * s, 330 * s, 0xfff0c0, 190);
        }
    }

    private void night() {
        sky(1_150, 0x0b1430, 0x16264d, 0x2d4670, 0x567190);
        for (int i = 0; i < 520; i++) {
            double r = 1 + random.nextDouble() * 3.2;
            brush.setColor(clear(0xfdf6e0, 90 + random.nextInt(160)));
            brush.fill(new Ellipse2D.Double(random.nextDouble() * WIDTH, random.nextDouble() * 950, r, r));
        }
        glow(1_800, 350, 330, 0xf6eccb, 120);
        disc(1_800, 350, 104, 0xf8efd2);
        hills(1_130, 190, 1_160, 420, 0.2, 0x1b2d4c);
        sea(1_140, 0x08132b, 0x36527a);
        glitter(1_145, 1_800, 130, 0xf6eccb, 260);
        // a screen on the shore, and the people before it
        fill(0x101a30, 500, 1_260, 520, 720, 1_440, 720, 1_460, 1_260);
        brush.setPaint(new GradientPaint(540, 740, colour(0xf4d9a2), 1_420, 1_200, colour(0xd98f6b)));
        brush.fillRect(545, 745, 870, 430);
        fill(0x8c5247, 545, 1_175, 545, 1_060, 760, 980, 930, 1_080, 1_130, 940, 1_415, 1_070, 1_415, 1_175);
        disc(1_240, 860, 46, 0xfbeecb);
        glow(980, 960, 900, 0xf4c98f, 70);
        fill(0x070d1c, -10, HEIGHT, -10, 1_330, 700, 1_270, 1_500, 1_276, WIDTH + 10, 1_350, WIDTH + 10, HEIGHT);
        for (int row = 0; row < 4; row++) {
            for (int i = 0; i < 17; i++) {
                double size = 21 + row * 9;
                double x = 120 + i * 132 + random.nextInt(56) + row * 31;
                double y = 1_310 + row * 74 + random.nextInt(14);
                int rgb = row % 2 == 0 ? 0x0d1830 : 0x121f3b;
                disc(x, y, size, rgb);
                fill(
                        rgb,
                        x - size * 1.9,
                        y + size * 4,
                        x - size * 1.2,
                        y + size,
                        x + size * 1.2,
                        y + size,
                        x + size * 1.9,
                        y + size * 4);
            }
        }
    }

    private void salt() {
        sky(640, 0xa9c3cc, 0xd5dcd6, 0xf2e4d3);
        hills(640, 190, 660, 600, 1.4, 0x9fb0b4);
        hills(650, 100, 660, 300, 0.3, 0x7f979d);
        brush.setColor(colour(0xe9ddcb));
        brush.fillRect(0, 640, WIDTH, HEIGHT - 640);
        int[] waters = {0xc7a39a, 0xd8bfae, 0x8fb1b6, 0xb7c9c6, 0xe0cfc0, 0xa9868a};
        double y = 655;
        double depth = 34;
        for (int row = 0; row < 8; row++) {
            double next = y + depth;
            double near = (next - 560) / 1_000;
            double far = (y - 560) / 1_000;
            for (int i = -6; i <= 6; i++) {
                double wide = 1_050;
                double gap = 34;
                fill(
                        waters[Math.floorMod(i * 5 + row * 7 + row * row, waters.length)],
                        1_200 + (i * wide + gap) * far,
                        y + 4,
                        1_200 + ((i + 1) * wide - gap) * far,
                        y + 4,
                        1_200 + ((i + 1) * wide - gap) * near,
                        next - 4,
                        1_200 + (i * wide + gap) * near,
                        next - 4);
            }
            y = next;
            depth *= 1.42;
        }
        double[][] heaps = {
            {760, 980, 1.0}, {1_130, 900, 0.7}, {1_420, 850, 0.5}, {1_700, 1_060, 1.25}, {330, 1_210, 1.5}
        };
        for (double[] heap : heaps) {
            double s = heap[2];
            fill(0xf9f6f0, heap[0] - 130 * s, heap[1], heap[0], heap[1] - 128 * s, heap[0] + 130 * s, heap[1]);
            fill(0xcfd3d2, heap[0], heap[1] - 128 * s, heap[0] + 130 * s, heap[1], heap[0] + 24 * s, heap[1]);
        }
    }

    private void waves() {
        sky(620, 0xdfe7e4, 0xf4ead6);
        glow(1_200, 560, 720, 0xffe7bd, 160);
        sea(600, 0x0e2a40, 0x9fc3c4);
        disc(1_200, 520, 120, 0xe4694a);
        int[] blues = {0x9fc3c4, 0x7fb0b8, 0x5c98a8, 0x3f7f95, 0x2c6680, 0x1e4e69, 0x153a53, 0x0e2a40};
        for (int row = 0; row < blues.length; row++) {
            double size = 130 + row * 44;
            double base = 650 + row * 128;
            double shift = row % 2 == 0 ? 0 : size;
            for (double x = -size * 2 + shift; x < WIDTH + size * 2; x += size * 2) {
                for (int ring = 0; ring < 4; ring++) {
                    double r = size * (1.12 - ring * 0.26);
                    disc(x, base + size * 0.62, r, ring % 2 == 0 ? blues[row] : 0xf1ede2);
                }
            }
        }
    }

    private void boats() {
        sky(860, 0x8fb5c4, 0xc9d9d6, 0xf0e6cf);
        hills(860, 170, 870, 700, 2.4, 0x93abb0);
        sea(860, 0x235a6c, 0xb7cdc9);
        glitter(865, 1_200, 1_100, 0xeef3ea, 620);
        boat(1_480, 1_190, 1.25, 0x1f4d6b, 0xe7b84b);
        boat(720, 1_050, 0.85, 0xa83f31, 0xf3ece0);
        boat(1_960, 990, 0.55, 0x2d6a57, 0xf3ece0);
        boat(330, 950, 0.4, 0x55606a, 0xe7b84b);
        gulls(0x33474f, 1_250, 420, 11);
    }

    private void boat(double x, double y, double s, int hull, int house) {
        fill(
                hull,
                x - 330 * s,
                y - 90 * s,
                x - 270 * s,
                y + 62 * s,
                x + 270 * s,
                y + 62 * s,
                x + 380 * s,
                y - 120 * s,
                x + 200 * s,
                y - 60 * s,
                x - 200 * s,
                y - 60 * s);
        fill(
                0xf7f2e8,
                x - 318 * s,
                y - 60 * s,
                x - 310 * s,
                y - 40 * s,
                x + 330 * s,
                y - 40 * s,
                x + 345 * s,
                y - 62 * s);
        fill(house, x - 60 * s, y - 60 * s, x - 60 * s, y - 210 * s, x + 120 * s, y - 210 * s, x + 150 * s, y - 60 * s);
        fill(
                0x22333d,
                x - 30 * s,
                y - 140 * s,
                x - 30 * s,
                y - 186 * s,
                x + 108 * s,
                y - 186 * s,
                x + 118 * s,
                y - 140 * s);
        line(0x33474f, 10 * s, x - 150 * s, y - 60 * s, x - 150 * s, y - 420 * s);
        line(0x33474f, 6 * s, x - 150 * s, y - 400 * s, x + 350 * s, y - 112 * s);
        line(0x33474f, 6 * s, x - 150 * s, y - 400 * s, x - 320 * s, y - 88 * s);
        line(0x33474f, 8 * s, x - 150 * s, y - 150 * s, x - 290 * s, y - 310 * s);
        line(0xf7f2e8, 7 * s, x - 420 * s, y + 78 * s, x, y + 70 * s, x + 440 * s, y + 80 * s);
    }

    private void river() {
        sky(760, 0xb9cdd0, 0xe6e2d0, 0xf3dfba);
        glow(1_850, 640, 560, 0xffe3ad, 170);
        disc(1_850, 640, 74, 0xfff3d6);
        hills(760, 230, 820, 620, 0.9, 0xa3ab93);
        hills(800, 140, 830, 380, 2.9, 0x86936f);
        brush.setPaint(new GradientPaint(0, 780, colour(0xb9b47f), 0, HEIGHT, colour(0x59683f)));
        brush.fillRect(0, 800, WIDTH, HEIGHT - 800);
        brush.setPaint(new GradientPaint(0, 800, colour(0xf0dcb2), 0, HEIGHT, colour(0x3f7480)));
        Path2D water = new GeneralPath();
        water.moveTo(1_760, 800);
        water.curveTo(1_350, 880, 2_050, 950, 1_500, 1_060);
        water.curveTo(900, 1_190, 700, 1_300, 420, HEIGHT);
        water.lineTo(2_000, HEIGHT);
        water.curveTo(1_900, 1_330, 2_060, 1_180, 2_130, 1_060);
        water.curveTo(2_230, 930, 1_640, 880, 1_800, 800);
        water.closePath();
        brush.fill(water);
        for (int i = 0; i < 240; i++) {
            double depth = Math.pow(random.nextDouble(), 1.3);
            double y = 830 + depth * 760;
            double side = random.nextBoolean() ? 1 : -1;
            double x = 1_480 + side * (560 + random.nextDouble() * 900 + depth * 320);
            double h = 20 + depth * 130 * random.nextDouble();
            line(random.nextInt(3) == 0 ? 0x3f4f2c : 0x6f7d47, 2 + depth * 4, x, y, x + h * 0.18, y - h);
        }
        sail(1_560, 1_170, 1.0);
        sail(1_790, 960, 0.42);
    }

    private void sail(double x, double y, double s) {
        fill(0xf7efe0, x - 10 * s, y - 20 * s, x + 20 * s, y - 430 * s, x + 240 * s, y - 60 * s);
        fill(0xe2d6bf, x - 24 * s, y - 24 * s, x - 4 * s, y - 330 * s, x - 150 * s, y - 50 * s);
        fill(
                0x5a3a29,
                x - 190 * s,
                y - 14 * s,
                x - 130 * s,
                y + 46 * s,
                x + 190 * s,
                y + 46 * s,
                x + 270 * s,
                y - 24 * s);
    }
}
