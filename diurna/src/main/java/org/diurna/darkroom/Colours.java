package org.diurna.darkroom;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;

/** Turns what a Java decoder hands out into opaque sRGB on white. */
final class Colours {
    private Colours() {}

    /** @param profile embedded in the file but not heeded by its decoder */
    static Pixels toSrgb(BufferedImage image, Optional<ICC_Profile> profile) throws Undecodable {
        var model = image.getColorModel();
        boolean indexed = model instanceof IndexColorModel;
        int[] argb;
        if (!indexed && model.getNumColorComponents() == 1) {
            argb = fromGrey(image);
        } else if (indexed || model.getColorSpace().isCS_sRGB()) {
            argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            profile.filter(p -> p.getNumComponents() == 3 && p.getColorSpaceType() == ColorSpace.TYPE_RGB)
                    .ifPresent(p -> convert(argb, image.getWidth(), image.getHeight(), p));
        } else {
            argb = converted(image);
        }
        for (int i = 0; i < argb.length; i++) {
            argb[i] = onWhite(argb[i]);
        }
        return new Pixels(image.getWidth(), image.getHeight(), argb);
    }

    /** Java takes grey for linear light, which makes pictures pale; files mean the curve of sRGB. */
    private static int[] fromGrey(BufferedImage image) throws Undecodable {
        Raster raster = image.getRaster();
        if (raster.getTransferType() == DataBuffer.TYPE_FLOAT || raster.getTransferType() == DataBuffer.TYPE_DOUBLE) {
            throw new Undecodable("its grey levels are not whole numbers");
        }
        int bits = raster.getSampleModel().getSampleSize(0);
        int full = bits >= 31 ? Integer.MAX_VALUE : (1 << bits) - 1;
        boolean alpha = image.getColorModel().hasAlpha();
        int width = image.getWidth();
        var argb = new int[width * image.getHeight()];
        var row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                int level = (int) ((row[x] * 255L + full / 2) / full);
                argb[y * width + x] = 0xff000000 | (level * 0x010101);
            }
            if (alpha) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 1, row);
                for (int x = 0; x < width; x++) {
                    int opacity = (int) ((row[x] * 255L + full / 2) / full);
                    argb[y * width + x] = (argb[y * width + x] & 0xffffff) | (opacity << 24);
                }
            }
        }
        return argb;
    }

    private static int[] converted(BufferedImage image) throws Undecodable {
        try {
            var target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
            new ColorConvertOp(null).filter(image, target);
            return ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
        } catch (CMMException | IllegalArgumentException e) {
            throw new Undecodable("its colour profile cannot be used");
        }
    }

    private static void convert(int[] argb, int width, int height, ICC_Profile profile) {
        try {
            var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
            var source = new ICC_ColorSpace(profile);
            var convert = new ColorConvertOp(source, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
            var out = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
            var line = new int[3 * width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int p = argb[y * width + x];
                    line[3 * x] = p >> 16 & 255;
                    line[3 * x + 1] = p >> 8 & 255;
                    line[3 * x + 2] = p & 255;
                }
                raster.setPixels(0, 0, width, 1, line);
                convert.filter(raster, out);
                out.getPixels(0, 0, width, 1, line);
                for (int x = 0; x < width; x++) {
                    int alpha = argb[y * width + x] & 0xff000000;
                    argb[y * width + x] = alpha | line[3 * x] << 16 | line[3 * x + 1] << 8 | line[3 * x + 2];
                }
            }
        } catch (CMMException | IllegalArgumentException e) {
            // A profile that cannot be used is as good as none; libvips falls back to sRGB as well.
            return;
        }
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb & 0xffffff;
        }
        int red = over(argb >> 16 & 255, alpha);
        int green = over(argb >> 8 & 255, alpha);
        return red << 16 | green << 8 | over(argb & 255, alpha);
    }

    private static int over(int level, int alpha) {
        return (level * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
