package org.diurna.press;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of everything that an office changed after publication.
 *
 * @param lead    what the list is
 * @param empty   says that there is nothing
 * @param entries newest first
 */
public record ChangesPage(
        Frame frame,
        String title,
        String lead,
        String empty,
        List<Entry> entries,
        @Nullable Link older,
        @Nullable Link newer) {
    public ChangesPage {
        entries = List.copyOf(entries);
    }

    /**
     * A change.
     *
     * @param release  leads to the release's short address; its text is the headline, or the address where the text is gone
     * @param history  what changed, word by word; null where the text is gone
     * @param mark     names the colour in the style sheet
     */
    public record Entry(
            Link release,
            String kind,
            String mark,
            Stamp at,
            String note,
            String entry,
            @Nullable Link history) {}
}
