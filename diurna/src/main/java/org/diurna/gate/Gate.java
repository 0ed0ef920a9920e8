package org.diurna.gate;

import java.nio.charset.StandardCharsets;
import org.diurna.house.Sha256;

/**
 * The door of the room: reads a saved page and finds the release in it. Safe for use by many threads; keeps nothing.
 * Time and memory are bounded by the limits below, whatever the bytes are.
 */
public final class Gate {
    /** Larger files are no press releases. */
    public static final int PAGE_MAX_BYTES = 12 * 1024 * 1024;

    /** More lines than this are read as far as here, and the file is refused. */
    static final int LINES_MAX = 20_000;

    /**
     * Finds the release in a page.
     *
     * @param bytes    as they were found; HTML in any charset, or plain text
     * @param fileName for messages, and to tell HTML from text where the bytes do not
     */
    public Outcome read(byte[] bytes, String fileName) {
        if (bytes.length > PAGE_MAX_BYTES) {
            return new Outcome.TooLarge(fileName + " has " + bytes.length / (1024 * 1024)
                    + " MB, and a page may have at most " + PAGE_MAX_BYTES / (1024 * 1024)
                    + " MB. Save only the page of the release, without the pictures inside it.");
        }
        return switch (Decoded.of(bytes, fileName)) {
            case Decoded.Refusal refusal -> refusal.outcome();
            case Decoded.Text text -> new Reading(text, fileName, Sha256.hex(bytes)).outcome();
        };
    }

    /** One line of JSON for {@code diurna import --dry-run --format json}; a refused file has only nulls and its sentence. */
    public String dryRun(byte[] bytes, String fileName) {
        return DryRun.line(fileName, read(bytes, fileName));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
