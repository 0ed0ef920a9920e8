package org.diurna.gate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mends UTF-8 that somebody once read as Windows-1252 ({@code worldâ€™s}). Only sequences that are well-formed UTF-8 when
 * read back are mended, and closing quotation marks that lost their last byte on the way.
 */
final class Mojibake {
    private static final Map<Character, Integer> BYTES = bytes();

    private Mojibake() {}

    private static Map<Character, Integer> bytes() {
        Map<Character, Integer> bytes = new HashMap<>();
        Charset windows = Charset.forName("windows-1252");
        for (int b = 0x80; b < 0x100; b++) {
            String read = new String(new byte[] {(byte) b}, windows);
            char c = read.charAt(0) == 0xFFFD ? (char) b : read.charAt(0);
            bytes.put(c, b);
            bytes.putIfAbsent((char) b, b);
        }
        return Map.copyOf(bytes);
    }

    static String repair(String text, List<Found.Report> reports) {
        StringBuilder mended = new StringBuilder(text.length());
        int repairs = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int length = c < 0x80 ? 0 : sequence(text, i);
            if (length > 0) {
                mended.append(decode(text, i, length));
                repairs++;
                i += length;
            } else if (c == 'â' && text.startsWith("â€", i) && closes(text, i + 2)) {
                mended.append('”');
                repairs++;
                i += 2;
            } else {
                mended.append(c);
                i++;
            }
        }
        if (repairs == 0) {
            return text;
        }
        reports.add(new Found.Report(
                Found.Matter.MOJIBAKE_REPAIRED,
                "The page had been read in a wrong charset once: " + repairs
                        + " broken characters were mended. Compare them with the original page."));
        return mended.toString();
    }

    private static boolean closes(String text, int after) {
        return after >= text.length() || !Character.isLetterOrDigit(text.charAt(after));
    }

    /** Characters from here on that are one UTF-8 sequence when written back as Windows-1252; 0 if they are none. */
    private static int sequence(String text, int at) {
        int first = BYTES.getOrDefault(text.charAt(at), 0);
        int length = first >= 0xF0 && first <= 0xF4
                ? 4
                : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
        if (length == 0 || at + length > text.length()) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            int next = BYTES.getOrDefault(text.charAt(at + i), 0);
            if (next < 0x80 || next > 0xBF) {
                return 0;
            }
        }
        String decoded = decode(text, at, length);
        return decoded.indexOf('\uFFFD') >= 0 || decoded.codePointCount(0, decoded.length()) != 1 ? 0 : length;
    }

    private static String decode(String text, int at, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (int) BYTES.getOrDefault(text.charAt(at + i), 0);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
