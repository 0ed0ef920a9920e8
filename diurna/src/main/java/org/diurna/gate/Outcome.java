package org.diurna.gate;

import java.util.List;

/** What reading a page can end with. Every ending but {@link Read} has a sentence that names thing, reason and remedy. */
public sealed interface Outcome {
    /**
     * A release was found.
     *
     * @param digest SHA-256 of the bytes as they were found, in hexadecimal
     */
    record Read(Found found, String digest) implements Outcome {}

    /** An ending without a release. */
    sealed interface Refused extends Outcome {
        /** For a person: the file, why nothing was imported, what to do. */
        String sentence();
    }

    /** The page holds no release: a list, a form, an error page. */
    record NoRelease(String sentence) implements Refused {}

    /** The page holds several releases; each must be imported by itself. */
    record Several(List<String> headlines, String sentence) implements Refused {
        public Several {
            headlines = List.copyOf(headlines);
        }
    }

    /** The file is larger than {@link Gate#PAGE_MAX_BYTES}. */
    record TooLarge(String sentence) implements Refused {}

    /** The file is a picture, an archive, a document: no page. */
    record Binary(String sentence) implements Refused {}

    /** The file has no bytes, or nothing but white space. */
    record Empty(String sentence) implements Refused {}

    /** The file stops in the middle, or its characters cannot be read. */
    record Unreadable(String sentence) implements Refused {}

    /** The file is made, or able, to do harm: macros, an archive that unpacks without end. */
    record Unsafe(String sentence) implements Refused {}
}
