package org.diurna.press;

import java.util.List;

/**
 * A page of words: rights, privacy, how to check, errors, tombstones.
 *
 * @param label small line above the title, may be empty
 * @param links where to go from here
 */
public record TextPage(Frame frame, String label, String title, List<Part> parts, List<Link> links) {
    public TextPage {
        parts = List.copyOf(parts);
        links = List.copyOf(links);
    }

    /**
     * A part of the text.
     *
     * @param title    may be empty
     * @param commands to be typed, may be empty
     * @param items    of a list, may be empty
     */
    public record Part(String title, List<String> paragraphs, List<String> commands, List<Link> items) {
        public Part {
            paragraphs = List.copyOf(paragraphs);
            commands = List.copyOf(commands);
            items = List.copyOf(items);
        }

        static Part of(String title, String... paragraphs) {
            return new Part(title, List.of(paragraphs), List.of(), List.of());
        }
    }
}
