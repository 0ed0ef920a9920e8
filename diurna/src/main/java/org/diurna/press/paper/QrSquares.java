package org.diurna.press.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code (ISO/IEC 18004) as rectangles. */
public final class QrSquares {
    /** Weighing all eight masks takes most of the time; any of them is read. */
    private static final Map<EncodeHintType, Integer> ONE_MASK = Map.of(EncodeHintType.QR_MASK_PATTERN, 2);

    private QrSquares() {}

    /** Draws a code without its quiet zone, which the margins around it are. */
    static void draw(String text, Folio folio, float left, float top, float side) {
        ByteMatrix squares = matrix(text, ErrorCorrectionLevel.M, Map.of());
        float unit = side / squares.getWidth();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); ) {
                int end = x;
                while (end < squares.getWidth() && squares.get(end, y) == 1) {
                    end++;
                }
                if (end > x) {
                    folio.box(left + x * unit, top + y * unit, (end - x) * unit, unit);
                }
                x = Math.max(end, x + 1);
            }
        }
    }

    /**
     * A code for a page of the web.
     *
     * @param side length in squares
     * @param path of its black squares, for the {@code d} of an SVG path that is stroked
     */
    public record Drawing(int side, String path) {}

    /** The drawing of a code, without its quiet zone; strokes of one square's height. */
    public static Drawing drawing(String text) {
        ByteMatrix squares = matrix(text, ErrorCorrectionLevel.L, ONE_MASK);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            int drawn = 0;
            path.append("M0 ").append(y).append(".5");
            for (int x = 0; x < squares.getWidth(); x++) {
                int end = x;
                while (end < squares.getWidth() && squares.get(end, y) == 1) {
                    end++;
                }
                if (end > x) {
                    path.append(drawn == x ? "" : "m" + (x - drawn) + " 0")
                            .append('h')
                            .append(end - x);
                    drawn = end;
                    x = end;
                }
            }
        }
        return new Drawing(squares.getWidth(), path.toString());
    }

    private static ByteMatrix matrix(String text, ErrorCorrectionLevel level, Map<EncodeHintType, Integer> hints) {
        try {
            return Encoder.encode(text, level, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("\"" + text + "\" is too long for a QR code.", e);
        }
    }
}
