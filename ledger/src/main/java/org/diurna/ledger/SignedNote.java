package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * A text with signature lines (C2SP signed-note), read but not yet verified.
 *
 * @param text what is signed, its last line feed included
 * @param lines at least one
 */
record SignedNote(String text, List<Line> lines) {
    /** Signed-note asks for at least 16; ML-DSA-44 lines have 3.3 KB each. */
    static final int LINES_MAX = 64;

    static final int NOTE_MAX_BYTES = 256 * 1024;
    private static final String DASH = "— ";

    SignedNote {
        lines = List.copyOf(lines);
    }

    /**
     * A signature line.
     *
     * @param name of the key
     * @param blob four bytes of key id, then what its algorithm says
     */
    record Line(String name, byte[] blob) {
        Line {
            VerifierKey.checkedName(name);
            if (blob.length <= 4) {
                throw new Malformed("The signature of " + Strict.shown(name) + " is empty.");
            }
            blob = blob.clone();
        }

        static Line parse(String line) {
            int space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) {
                throw new Malformed(Strict.shown(line) + " is no signature line; it begins with a dash and a name.");
            }
            String name = line.substring(DASH.length(), space);
            return new Line(name, Strict.base64(line.substring(space + 1), "signature of " + Strict.shown(name)));
        }

        boolean isBy(VerifierKey key) {
            return name.equals(key.name()) && Arrays.equals(blob, 0, 4, key.id(), 0, 4);
        }

        boolean isBySameKeyAs(Line other) {
            return name.equals(other.name) && Arrays.equals(blob, 0, 4, other.blob, 0, 4);
        }

        /** What follows the key id. */
        byte[] body() {
            return Arrays.copyOfRange(blob, 4, blob.length);
        }

        String text() {
            return DASH + name + " " + Base64.getEncoder().encodeToString(blob) + "\n";
        }
    }

    static SignedNote parse(String note) {
        if (note.getBytes(StandardCharsets.UTF_8).length > NOTE_MAX_BYTES) {
            throw new Malformed("The signed note is larger than " + NOTE_MAX_BYTES + " bytes.");
        }
        if (note.chars().anyMatch(c -> (c < ' ' && c != '\n') || c == 0xFFFD)) {
            throw new Malformed("The signed note holds control characters.");
        }
        // the text itself may hold empty lines: the signatures begin after the last one
        int split = note.lastIndexOf("\n\n");
        if (split < 0) {
            throw new Malformed("The signed note has no empty line between its text and its signatures.");
        }
        List<String> lines = lines(note.substring(split + 2));
        return new SignedNote(
                note.substring(0, split + 1), lines.stream().map(Line::parse).toList());
    }

    /** Signature lines, as a witness sends them too. */
    static List<String> lines(String text) {
        List<String> lines = Strict.lines(text, "signed note");
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw new Malformed(
                    "The signed note has " + lines.size() + " signatures; 1 to " + LINES_MAX + " are accepted.");
        }
        return lines;
    }

    /** The note with further lines; one takes the place of an older line by the same key, or a note would grow hourly. */
    SignedNote with(List<Line> more) {
        List<Line> all = new ArrayList<>(lines);
        for (Line line : more) {
            all.removeIf(older -> older.isBySameKeyAs(line));
            all.add(line);
        }
        return new SignedNote(text, all);
    }

    /** The whole note. */
    String note() {
        StringBuilder note = new StringBuilder(text).append('\n');
        lines.forEach(line -> note.append(line.text()));
        return note.toString();
    }
}
