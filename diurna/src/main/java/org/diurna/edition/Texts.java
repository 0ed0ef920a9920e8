package org.diurna.edition;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/** Rules for the characters of a wording, and the plain text of marked text. */
public final class Texts {
    private Texts() {}

    /**
     * The form in which text is stored: NFC, no soft hyphens, no control characters but those that a script needs
     * (zero-width joiners and bidirectional marks stay).
     */
    public static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0xAD && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
                .map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : c)
                .filter(c -> !Character.isISOControl(c))
                .forEach(kept::appendCodePoint);
        // last, because a letter and its accent may have had a soft hyphen between them
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** The characters that a reader sees; breaks become one space. */
    public static String plain(List<Inline> text) {
        return text.stream()
                .map(piece -> switch (piece) {
                    case Inline.Text run -> run.text();
                    case Inline.Break _ -> " ";
                    case Inline.NoteCall _ -> "";
                })
                .collect(Collectors.joining());
    }
}
