package org.diurna.edition;

import java.util.List;

/** A piece of the text inside a block. */
public sealed interface Inline {

    /**
     * Characters that carry the same marks.
     *
     * @param text  not empty, NFC, without control characters
     * @param marks each kind at most once
     */
    record Text(String text, List<Mark> marks) implements Inline {
        public Text {
            text = Texts.clean(text);
            if (text.isEmpty()) {
                throw new IllegalArgumentException("A run of text has at least one character that a reader can see.");
            }
            marks = List.copyOf(marks);
            if (marks.stream().map(Object::getClass).distinct().count() != marks.size()) {
                throw new IllegalArgumentException("\"" + text + "\" carries one kind of mark twice.");
            }
        }

        public static Text plain(String text) {
            return new Text(text, List.of());
        }
    }

    /** A line break that belongs to the text, as in an address. */
    record Break() implements Inline {}

    /**
     * The place where a footnote is called.
     *
     * @param note id of the {@link Block.Footnote} in the same body
     */
    record NoteCall(String note) implements Inline {}
}
