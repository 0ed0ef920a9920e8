package org.diurna.press;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A front page or a list of releases.
 *
 * @param title   the page's heading
 * @param empty   what is said where there is no entry
 * @param lead    the release that the page leads with; null on plain lists
 * @param entries newest first
 * @param older   where the older ones are
 * @param newer   where the newer ones are
 * @param groups  of links in the margin
 * @param events  that are to come
 * @param calendar of the office; null on plain lists
 */
public record ListPage(
        Frame frame,
        String title,
        String empty,
        @Nullable Entry lead,
        List<Entry> entries,
        @Nullable Link older,
        @Nullable Link newer,
        List<Group> groups,
        List<EventPart> events,
        @Nullable Link calendar) {
    public ListPage {
        entries = List.copyOf(entries);
        groups = List.copyOf(groups);
        events = List.copyOf(events);
    }

    /** A page without events. */
    public ListPage(
            Frame frame,
            String title,
            String empty,
            @Nullable Entry lead,
            List<Entry> entries,
            @Nullable Link older,
            @Nullable Link newer,
            List<Group> groups) {
        this(frame, title, empty, lead, entries, older, newer, groups, List.of(), null);
    }

    /** Links under a heading; {@code id} names it in addresses. */
    public record Group(String id, String title, List<Tally> links) {
        public Group {
            links = List.copyOf(links);
        }
    }

    /** A link with a count; the count may be empty. */
    public record Tally(Link link, String count) {}
}
