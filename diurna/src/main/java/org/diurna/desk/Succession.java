package org.diurna.desk;

import java.util.List;
import java.util.Optional;
import org.diurna.house.Language;

/**
 * What a picture has to do with those that it replaced, or with the one that replaced it, in words for the reader.
 *
 * @param successor what shows the place of the picture from now on
 * @param before    pictures whose place it has taken
 * @param waiting   drafts and newest editions that still show one of those
 */
public record Succession(
        Optional<LibraryPages.Shown> successor, List<LibraryPages.Shown> before, List<Waiting> waiting) {
    public Succession {
        before = List.copyOf(before);
        waiting = List.copyOf(waiting);
    }

    /**
     * A language version that still shows an old picture.
     *
     * @param release   its id
     * @param path      of its writing room
     * @param language  of the text
     * @param what      the language, draft or edition, and the office
     * @param exchanges whether the reader may exchange it in the draft
     * @param published whether the newest edition shows it, so that an update must be published
     */
    public record Waiting(
            String release,
            String path,
            String headline,
            Language language,
            String what,
            boolean exchanges,
            boolean published) {}
}
