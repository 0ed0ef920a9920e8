package org.diurna.press;

import org.diurna.edition.Office;
import org.diurna.edition.Plate;

/** The banner of an entry of a feed: as its enclosure, and in Media RSS 1.5.1 with its credit and its licence. */
final class FeedMedia {
    static final String NAMESPACE = "http://search.yahoo.com/mrss/";

    private FeedMedia() {}

    static void enclosure(Xml feed, Frames frames, Office office, Listed listed) {
        listed.banner()
                .map(Media::main)
                .ifPresent(card -> feed.empty(
                        "link",
                        "rel",
                        "enclosure",
                        "type",
                        card.type(),
                        "length",
                        String.valueOf(card.bytes()),
                        "href",
                        frames.address(office, card.path())));
    }

    static void rssEnclosure(Xml rss, Frames frames, Office office, Listed listed) {
        listed.banner()
                .map(Media::main)
                .ifPresent(card -> rss.empty(
                        "enclosure",
                        "url",
                        frames.address(office, card.path()),
                        "length",
                        String.valueOf(card.bytes()),
                        "type",
                        card.type()));
    }

    static void content(Xml feed, Frames frames, Office office, Listed listed) {
        listed.banner().ifPresent(plate -> content(feed, frames, office, plate));
    }

    private static void content(Xml feed, Frames frames, Office office, Plate plate) {
        Plate.Print card = Media.main(plate);
        feed.open(
                "media:content",
                "url",
                frames.address(office, card.path()),
                "type",
                card.type(),
                "medium",
                "image",
                "fileSize",
                String.valueOf(card.bytes()),
                "width",
                String.valueOf(card.width()),
                "height",
                String.valueOf(card.height()));
        if (!plate.caption().isEmpty()) {
            feed.leaf("media:description", plate.caption(), "type", "plain");
        }
        feed.leaf("media:credit", plate.credit());
        feed.leaf("media:copyright", plate.copyright());
        feed.empty("media:license", "type", "text/html", "href", plate.licence());
        feed.close();
    }
}
