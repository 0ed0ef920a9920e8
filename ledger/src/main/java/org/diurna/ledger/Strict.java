package org.diurna.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * Readers that accept exactly one spelling of each value. The JDK's own are generous (unpadded base64, leading zeros,
 * replaced characters), and a generous reader lets two different texts mean the same log.
 */
final class Strict {
    private static final int SHOWN_MAX = 60;

    private Strict() {}

    /** Decodes UTF-8; unlike {@code new String} it refuses what is none. */
    static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("The " + what + " is not in UTF-8.", e);
        }
    }

    /** A decimal number from 0 to 2^63 − 1 without sign and leading zeros. */
    static long decimal(String text, String what) {
        if (text.isEmpty()
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new Malformed("The " + what + " must be a decimal number without sign and leading zeros; it is "
                    + shown(text) + ".");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Malformed("The " + what + " is larger than 2^63 − 1: " + shown(text) + ".", e);
        }
    }

    /** Standard base64 with padding, in its one canonical spelling (RFC 4648 sections 3.2 and 3.5). */
    static byte[] base64(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed("The " + what + " is no base64: " + shown(text) + ".", e);
        }
        throw new Malformed("The " + what + " is not in the canonical spelling of base64: " + shown(text) + ".");
    }

    static Hash hash(String base64, String what) {
        byte[] bytes = base64(base64, what);
        if (bytes.length != Hash.LENGTH_BYTES) {
            throw new Malformed("The " + what + " has " + bytes.length + " bytes instead of 32.");
        }
        return Hash.of(bytes);
    }

    /** The lines of a text in which every line, the last one too, ends with a line feed. */
    static List<String> lines(String text, String what) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            if (end < 0) {
                throw new Malformed("The last line of the " + what + " does not end with a line feed.");
            }
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        return lines;
    }

    /** A piece of foreign text for a message: short, and without what could disturb a terminal. */
    static String shown(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints()
                .limit(SHOWN_MAX)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(out::appendCodePoint);
        return out.append(text.length() > SHOWN_MAX ? "…\"" : "\"").toString();
    }
}
