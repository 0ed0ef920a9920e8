package org.diurna.press.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code (ISO/IEC 18004) as rectangles. */
final class QrSquares {
    private QrSquares() {}

    /** Draws a code without its quiet zone, which the margins around it are. */
    static void draw(String text, Folio folio, float left, float top, float side) {
        ByteMatrix squares = matrix(text);
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

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("\"" + text + "\" is too long for a QR code.", e);
        }
    }
}
