package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same news as the Atom feed, for readers that know no Atom: RSS 2.0 and JSON Feed 1.1. Their entries bear the same
 * ids, so that nobody reads a release twice.
 */
final class OtherFeeds {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Frames frames;

    OtherFeeds(Frames frames) {
        this.frames = frames;
    }

    List<Sheet> print(Order.Feed order) {
        return List.of(rss(order), json(order));
    }

    private Sheet rss(Order.Feed order) {
        Office office = order.office();
        Language language = order.language();
        Xml rss = new Xml(
                "rss",
                "atom",
                "http://www.w3.org/2005/Atom",
                "content",
                "http://purl.org/rss/1.0/modules/content/",
                "dc",
                "http://purl.org/dc/elements/1.1/",
                "media",
                FeedMedia.NAMESPACE);
        rss.attributes("version", "2.0");
        rss.open("channel");
        rss.leaf("title", office.name(language));
        rss.leaf("link", frames.address(office, Paths.home(language)));
        rss.leaf("description", description(office, language));
        rss.leaf("language", language.tag());
        String self = frames.address(office, Paths.rss(language));
        rss.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", self);
        for (Listed listed : order.latest()) {
            item(rss, office, listed);
        }
        rss.close();
        return sheet(
                office,
                Paths.rss(language),
                "application/rss+xml; charset=utf-8",
                ListSheets.modified(order.latest(), order.changed()),
                rss.bytes());
    }

    private void item(Xml rss, Office office, Listed listed) {
        String page = frames.address(office, listed.path());
        rss.open("item");
        rss.leaf("title", listed.headline());
        rss.leaf("link", page);
        rss.leaf("guid", id(listed), "isPermaLink", "false");
        rss.leaf("pubDate", TimeMap.date(listed.published()));
        rss.leaf("dc:creator", office.name(listed.language()));
        rss.leaf("category", listed.type().label(listed.language()));
        if (!listed.summary().isEmpty()) {
            rss.leaf("description", listed.summary());
        }
        FeedMedia.rssEnclosure(rss, frames, office, listed);
        FeedMedia.content(rss, frames, office, listed);
        if (!listed.bodyHtml().isEmpty()) {
            rss.leaf("content:encoded", body(office, listed, page));
        }
        rss.close();
    }

    private Sheet json(Order.Feed order) {
        Office office = order.office();
        Language language = order.language();
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", office.name(language));
        feed.put("description", description(office, language));
        feed.put("home_page_url", frames.address(office, Paths.home(language)));
        feed.put("feed_url", frames.address(office, Paths.jsonFeed(language)));
        feed.put("language", language.tag());
        feed.put("authors", List.of(Map.of("name", office.name(language))));
        List<Object> items = new ArrayList<>();
        order.latest().forEach(listed -> items.add(item(office, listed)));
        feed.put("items", items);
        byte[] bytes = (JSON.writeValueAsString(feed) + "\n").getBytes(StandardCharsets.UTF_8);
        return sheet(
                office,
                Paths.jsonFeed(language),
                "application/feed+json; charset=utf-8",
                ListSheets.modified(order.latest(), order.changed()),
                bytes);
    }

    private Map<String, Object> item(Office office, Listed listed) {
        String page = frames.address(office, listed.path());
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id(listed));
        item.put("url", page);
        item.put("title", listed.headline());
        if (!listed.summary().isEmpty()) {
            item.put("summary", listed.summary());
        }
        if (listed.bodyHtml().isEmpty()) {
            item.put("content_text", listed.summary().isEmpty() ? listed.headline() : listed.summary());
        } else {
            item.put("content_html", body(office, listed, page));
        }
        listed.banner().map(Media::main).ifPresent(card -> item.put("image", frames.address(office, card.path())));
        item.put("date_published", AtomFeeds.time(listed.published()));
        item.put("date_modified", AtomFeeds.time(listed.updated()));
        item.put("language", listed.language().tag());
        item.put("tags", List.of(listed.type().label(listed.language())));
        return item;
    }

    private String body(Office office, Listed listed, String page) {
        return Absolute.links(listed.bodyHtml(), frames.address(office, ""), page);
    }

    private String description(Office office, Language language) {
        return frames.speech(office, language).say("home.description", "office", office.name(language));
    }

    private String id(Listed listed) {
        return frames.tag(listed.release() + "/" + listed.language());
    }

    private static Sheet sheet(Office office, String path, String type, Optional<Instant> modified, byte[] bytes) {
        Map<String, String> open = Map.of("Access-Control-Allow-Origin", "*");
        return new Sheet.Printed(office.host(), path, type, Caching.FEED, modified, open, bytes);
    }
}
