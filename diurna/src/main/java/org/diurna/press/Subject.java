package org.diurna.press;

import java.util.List;
import java.util.Optional;

/**
 * What a page is about, for its head.
 *
 * @param title       without the office's name
 * @param description one or two sentences
 * @param path        of the page; empty where it has no address of its own or shall not be indexed under it
 * @param robots      empty where machines may do as they like
 * @param versions    paths of the page in all its public languages, this one included
 * @param related     further {@code link} elements
 * @param metas       Open Graph beyond what every page has
 * @param data        JSON-LD
 */
record Subject(
        String title,
        String description,
        Optional<String> path,
        Optional<String> robots,
        List<Link> versions,
        List<Frame.Related> related,
        List<Frame.Meta> metas,
        Optional<String> data) {
    /** A page that has nothing but a title, a sentence and an address. */
    static Subject plain(String title, String description, String path, List<Link> versions) {
        return new Subject(
                title,
                description,
                Optional.of(path),
                Optional.empty(),
                versions,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A page that stands in for others and shall be found by nobody. */
    static Subject hidden(String title, String description, List<Link> versions) {
        return new Subject(
                title,
                description,
                Optional.empty(),
                Optional.of("noindex"),
                versions,
                List.of(),
                List.of(),
                Optional.empty());
    }
}
