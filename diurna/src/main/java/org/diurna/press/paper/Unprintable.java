package org.diurna.press.paper;

/** The program has no letters for a character of the text; printing it without would print another text. */
public final class Unprintable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unprintable(int character) {
        super("No font of the program has the character U+%04X (%s), so this text cannot be printed whole."
                .formatted(character, Character.getName(character)));
    }
}
