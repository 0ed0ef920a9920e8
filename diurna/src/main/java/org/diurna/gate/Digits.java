package org.diurna.gate;

/** Digits of all scripts as ASCII digits, without moving anything: the result is as long as the line. */
final class Digits {
    private static final String HAN = "〇一二三四五六七八九";

    private Digits() {}

    static String plain(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < 0x80) {
                plain.append(c);
            } else if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == '\u00a0'
                    || c == '\u202f'
                    || c == '\u3000'
                    || c == '\u2009'
                    || (Character.getType(c) == Character.FORMAT && c != '\u200c')) {
                plain.append(' ');
            } else {
                plain.append(c == '．' ? '.' : c == '／' ? '/' : c == '：' ? ':' : c);
            }
        }
        return plain.toString();
    }

    /** A number in Chinese numerals, positional (二〇二六) or spoken (二十五); -1 if it is none. */
    static int han(String numerals) {
        String digits = numerals.replace('零', '〇').replace('○', '〇');
        int ten = digits.indexOf('十');
        if (ten < 0) {
            int value = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = HAN.indexOf(digits.charAt(i));
                if (digit < 0) {
                    return -1;
                }
                value = value * 10 + digit;
            }
            return value;
        }
        int tens = ten == 0 ? 1 : HAN.indexOf(digits.charAt(ten - 1));
        int ones = ten == digits.length() - 1 ? 0 : HAN.indexOf(digits.charAt(ten + 1));
        return tens * 10 + ones;
    }
}
