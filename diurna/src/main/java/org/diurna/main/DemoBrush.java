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

/** What the pictures of the demo are made of: skies, seas and hills, and the things in them. */
abstract sealed class DemoBrush permits DemoDrawing {
    static final int WIDTH = 2_400;
    static final int HEIGHT = 1_600;

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    final Graphics2D brush = image.createGraphics();
    final Random random;

    DemoBrush(long seed) {
        random = new Random(seed);
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** The picture in PNG; nothing is drawn afterwards. */
    byte[] png() {
        brush.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a picture in memory failed.", e);
        }
    }

    static Color colour(int rgb) {
        return new Color(rgb);
    }

    static Color clear(int rgb, int alpha) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
    }

    void sky(int to, int... rgb) {
        float[] stops = new float[rgb.length];
        Color[] colours = new Color[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            stops[i] = i / (float) (rgb.length - 1);
            colours[i] = colour(rgb[i]);
        }
        brush.setPaint(new LinearGradientPaint(0, 0, 0, to, stops, colours));
        brush.fillRect(0, 0, WIDTH, to);
    }

    void glow(double x, double y, double radius, int rgb, int alpha) {
        brush.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) radius, new float[] {0, 1}, new Color[] {clear(rgb, alpha), clear(rgb, 0)
                }));
        brush.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    void disc(double x, double y, double radius, int rgb) {
        brush.setColor(colour(rgb));
        brush.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    void sea(int from, int near, int far) {
        brush.setPaint(new GradientPaint(0, from, colour(far), 0, HEIGHT, colour(near)));
        brush.fillRect(0, from, WIDTH, HEIGHT - from);
    }

    /** Short level strokes that grow towards the eye. */
    void glitter(int from, double x, double spread, int rgb, int count) {
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
    void hills(int base, int height, int foot, double wave, double phase, int rgb) {
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

    void fill(int rgb, double... points) {
        Path2D path = new GeneralPath();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        brush.setColor(colour(rgb));
        brush.fill(path);
    }

    void line(int rgb, double width, double... points) {
        Path2D path = new GeneralPath();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        brush.setColor(colour(rgb));
        brush.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.draw(path);
    }

    void gulls(int rgb, double x, double y, int count) {
        for (int i = 0; i < count; i++) {
            double at = x + random.nextDouble() * 640;
            double up = y + random.nextDouble() * 230;
            double wing = 18 + random.nextDouble() * 22;
            line(rgb, 5, at - wing, up - wing * 0.45, at, up, at + wing, up - wing * 0.5);
        }
    }

    Path2D blob(double x, double y, double wide, double high, int seed) {
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

    void rose(double x, double y, double r) {
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

    void lighthouse(double x, double y, double s) {
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

    void boat(double x, double y, double s, int hull, int house) {
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

    void sail(double x, double y, double s) {
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
