package org.diurna.press;

import java.nio.charset.StandardCharsets;

/**
 * Content lines of iCalendar (RFC 5545 section 3.1) and vCard (RFC 6350 section 3.2): ended by CRLF and folded before
 * the 75th octet, never inside of a character.
 */
public final class ContentLines {
    private static final int LINE_MAX_OCTETS = 75;

    private final StringBuilder text = new StringBuilder();

    /** A line as it stands. */
    public ContentLines line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int length = octets(character);
            if (octets + length > LINE_MAX_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += length;
            at += Character.charCount(character);
        }
        text.append("\r\n");
        return this;
    }

    /** A property whose value is a text; nothing for an empty one. */
    ContentLines text(String name, String value) {
        return value.isBlank() ? this : line(name + ":" + escaped(value));
    }

    /** A text value: backslashes, commas, semicolons and line ends are escaped, other control characters left out. */
    static String escaped(String value) {
        return value.strip()
                .replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\r\n", "\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private static int octets(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    /** All lines, in UTF-8. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
