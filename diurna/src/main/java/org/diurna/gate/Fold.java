package org.diurna.gate;

import java.text.Normalizer;
import java.util.Locale;

/** Forms of a line for comparison and measuring. */
final class Fold {
    private static final String EDGE = " \t:.,;|•·*-()[]【】（）：<>«»‹›→←▲↑/\"'_";

    private Fold() {}

    /** Lower case without marks, soft hyphens, joiners and double spaces; what is written alike becomes equal. */
    static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(apart.length());
        boolean space = false;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                space = !folded.isEmpty();
                continue;
            }
            char kept = letter(c);
            if (kept == 0) {
                continue;
            }
            if (space) {
                folded.append(' ');
                space = false;
            }
            folded.append(kept);
        }
        return folded.toString();
    }

    private static char letter(char c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == '\u0640') {
            return 0;
        }
        return switch (c) {
            case 'ı' -> 'i';
            case 'ς' -> 'σ';
            case '’', '‘', 'ʻ', 'ʼ', '`', '´' -> '\'';
            case '–', '—', '‑', '‐', '−' -> '-';
            case '“', '”', '„' -> '"';
            default -> c;
        };
    }

    /** The folded form without punctuation at its edges. */
    static String key(String text) {
        return trim(of(text));
    }

    static String trim(String folded) {
        int from = 0;
        int to = folded.length();
        while (from < to && EDGE.indexOf(folded.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && EDGE.indexOf(folded.charAt(to - 1)) >= 0) {
            to--;
        }
        return folded.substring(from, to);
    }

    /** Length as a reader feels it: an ideograph, kana or Hangul syllable says as much as 2.5 letters. */
    static int weight(String text) {
        double weight = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            weight += c >= 0x2E80 && c < 0xFB00 ? 2.5 : 1;
        }
        return (int) weight;
    }

    /** Whether a phrase that ends before this place ends a word there. */
    static boolean boundary(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        return !Character.isLetter(after) || !Character.isLetter(before) || wordless(before) || wordless(after);
    }

    private static boolean wordless(char c) {
        return (c >= 0x2E80 && c < 0xFB00) || (c >= 0x0E00 && c < 0x0E80);
    }
}
