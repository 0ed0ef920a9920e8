package org.diurna.press;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.house.Language;

/** Atom (RFC 4287) with archive documents that are full and change no more (RFC 5005 section 4). */
final class AtomFeeds {
    private static final String TYPE = "application/atom+xml; charset=utf-8";

    private final Frames frames;

    AtomFeeds(Frames frames) {
        this.frames = frames;
    }

    Sheet subscription(Order.Feed order) {
        Office office = order.office();
        Language language = order.language();
        String path = Paths.feed(language);
        Xml feed = begin(office, language, path, order.latest());
        if (order.archives() > 0) {
            link(feed, "prev-archive", archive(office, language, order.archives()));
        }
        order.latest().forEach(listed -> entry(feed, office, listed));
        return sheet(office, path, ListSheets.modified(order.latest(), order.changed()), feed);
    }

    Sheet archive(Order.FeedArchive order) {
        Office office = order.office();
        Language language = order.language();
        String path = Paths.feed(language, order.number());
        Xml feed = begin(office, language, path, order.entries());
        feed.empty("fh:archive");
        link(feed, "current", frames.address(office, Paths.feed(language)));
        if (order.number() > 1) {
            link(feed, "prev-archive", archive(office, language, order.number() - 1));
        }
        if (order.number() < order.archives()) {
            link(feed, "next-archive", archive(office, language, order.number() + 1));
        }
        for (Listed listed : order.entries().reversed()) {
            switch (listed.state()) {
                case STANDS -> entry(feed, office, listed);
                // RFC 6721: a reader that kept the entry learns that it stands no more
                case WITHDRAWN -> feed.empty("at:deleted-entry", "ref", id(listed), "when", time(listed.updated()));
            }
        }
        return sheet(office, path, ListSheets.modified(order.entries()), feed);
    }

    private Xml begin(Office office, Language language, String path, List<Listed> entries) {
        Xml feed = new Xml(
                "feed",
                "",
                "http://www.w3.org/2005/Atom",
                "fh",
                "http://purl.org/syndication/history/1.0",
                "at",
                "http://purl.org/atompub/tombstones/1.0",
                "media",
                FeedMedia.NAMESPACE);
        feed.attributes("xml:lang", language.tag());
        feed.leaf("id", frames.tag(office.code() + "/" + language));
        feed.leaf("title", office.name(language));
        feed.leaf(
                "updated",
                time(ListSheets.modified(entries)
                        .orElse(Instant.parse(frames.site().since() + "T00:00:00Z"))));
        feed.open("author").leaf("name", office.name(language)).close();
        feed.leaf("rights", frames.speech(office, language).say("rights.reserved"));
        feed.empty("link", "rel", "self", "type", "application/atom+xml", "href", frames.address(office, path));
        feed.empty(
                "link",
                "rel",
                "alternate",
                "type",
                "text/html",
                "hreflang",
                language.tag(),
                "href",
                frames.address(office, Paths.home(language)));
        return feed;
    }

    private void entry(Xml feed, Office office, Listed listed) {
        String page = frames.address(office, listed.path());
        String language = listed.language().tag();
        feed.open("entry");
        feed.leaf("id", id(listed));
        feed.leaf("title", listed.headline());
        feed.empty("link", "rel", "alternate", "type", "text/html", "hreflang", language, "href", page);
        feed.leaf("published", time(listed.published()));
        feed.leaf("updated", time(listed.updated()));
        feed.empty(
                "category", "term", listed.type().code(), "label", listed.type().label(listed.language()));
        if (!listed.summary().isEmpty()) {
            feed.leaf("summary", listed.summary());
        }
        FeedMedia.enclosure(feed, frames, office, listed);
        FeedMedia.content(feed, frames, office, listed);
        if (!listed.bodyHtml().isEmpty()) {
            String whole = Absolute.links(listed.bodyHtml(), frames.address(office, ""), page);
            feed.leaf("content", whole, "type", "html", "xml:lang", language);
        }
        feed.close();
    }

    private void link(Xml feed, String rel, String href) {
        feed.empty("link", "rel", rel, "type", "application/atom+xml", "href", href);
    }

    private String archive(Office office, Language language, int number) {
        return frames.address(office, Paths.feed(language, number));
    }

    private String id(Listed listed) {
        return frames.tag(listed.release() + "/" + listed.language());
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Sheet sheet(Office office, String path, Optional<Instant> modified, Xml feed) {
        Map<String, String> open = Map.of("Access-Control-Allow-Origin", "*");
        return new Sheet.Printed(office.host(), path, TYPE, Caching.FEED, modified, open, feed.bytes());
    }
}
