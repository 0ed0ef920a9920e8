package org.diurna.main;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;

/** Draws the pictures of the demo: landscapes of Lomara out of a few lines and colours, the same ones each time. */
final class DemoDrawing extends DemoBrush {
    private static final long SEED = 7;

    private DemoDrawing(long seed) {
        super(seed);
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
        return drawing.png();
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

    private void lighthouses() {
        sky(1_100, 0x1f2b4d, 0x45527e, 0xb6798a, 0xeab08a);
        glow(500, 1_040, 900, 0xf6c08a, 150);
        hills(1_080, 220, 1_110, 460, 1.1, 0x4a4f76);
        sea(1_080, 0x1a2444, 0x9c6f86);
        glitter(1_085, 500, 420, 0xf3c9a0, 380);
        double[][] towers = {{1_720, 1_180, 1.0}, {900, 1_100, 0.5}, {480, 1_085, 0.3}, {1_230, 1_092, 0.38}};
        for (int i = towers.length - 1; i >= 0; i--) {
            lighthouse(towers[i][0], towers[i][1], towers[i][2]);
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
}
