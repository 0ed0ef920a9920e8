package org.diurna.press.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A reader of QR codes reads what we draw. */
final class QrSquaresTest {
    private static final int QUIET = 4;
    private static final int SCALE = 4;
    private static final Pattern STROKES = Pattern.compile("M0 (\\d+)\\.5|m(\\d+) 0|h(\\d+)");

    @Test
    void a_reader_reads_what_the_strokes_draw() throws Exception {
        for (int i = 0; i < 50; i++) {
            String text = "https://belgrade.mfa.lomara.example/sr-Cyrl/verify#7K2M-QX4T-" + "8".repeat(i);
            assertThat(read(QrSquares.drawing(text))).isEqualTo(text);
        }
    }

    private static String read(QrSquares.Drawing drawing) throws Exception {
        int side = (drawing.side() + 2 * QUIET) * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        Matcher strokes = STROKES.matcher(drawing.path());
        int x = 0;
        int y = 0;
        while (strokes.find()) {
            if (strokes.group(1) != null) {
                y = Integer.parseInt(strokes.group(1));
                x = 0;
            } else if (strokes.group(2) != null) {
                x += Integer.parseInt(strokes.group(2));
            } else {
                int end = x + Integer.parseInt(strokes.group(3));
                for (int row = 0; row < SCALE; row++) {
                    int from = ((y + QUIET) * SCALE + row) * side;
                    Arrays.fill(pixels, from + (x + QUIET) * SCALE, from + (end + QUIET) * SCALE, 0);
                }
                x = end;
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
