package org.diurna.press;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.house.Language;

/** Sitemaps 0.9: an index, one map for each month, one for news of the last two days. */
final class Maps {
    private static final String TYPE = "application/xml; charset=utf-8";
    private static final String MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
    private static final String IMAGES = "http://www.google.com/schemas/sitemap-image/1.1";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Frames frames;

    Maps(Frames frames) {
        this.frames = frames;
    }

    Sheet index(Order.MapIndex order) {
        Office office = order.office();
        // an index without maps is against the protocol, an empty map is not
        Xml index = new Xml(order.months().isEmpty() ? "urlset" : "sitemapindex", "", MAPS);
        for (Order.MappedMonth month : order.months()) {
            index.open("sitemap")
                    .leaf("loc", frames.address(office, Paths.map(month.month())))
                    .leaf("lastmod", time(month.modified()))
                    .close();
        }
        Optional<Instant> modified =
                order.months().stream().map(Order.MappedMonth::modified).max(Instant::compareTo);
        return sheet(office, Paths.MAP, modified, index);
    }

    Sheet month(Order.MonthMap order) {
        Office office = order.office();
        Xml map = new Xml("urlset", "", MAPS, "xhtml", XHTML, "image", IMAGES);
        for (Listed listed : order.entries()) {
            map.open("url");
            map.leaf("loc", frames.address(office, listed.path()));
            map.leaf("lastmod", time(listed.updated()));
            alternates(map, office, listed);
            images(map, office, listed);
            map.close();
        }
        return sheet(office, Paths.map(order.month()), ListSheets.modified(order.entries()), map);
    }

    private void images(Xml map, Office office, Listed listed) {
        for (Plate plate : Media.distinct(listed.plates())) {
            map.open("image:image")
                    .leaf(
                            "image:loc",
                            frames.address(office, Media.largest(plate).path()))
                    .close();
        }
    }

    private void alternates(Xml map, Office office, Listed listed) {
        if (listed.alsoIn().isEmpty()) {
            return;
        }
        List<Link> versions = new ArrayList<>();
        versions.add(new Link(listed.path(), "", listed.language()));
        listed.alsoIn().forEach(other -> versions.add(new Link(other.path(), "", other.language())));
        List<Link> ordered = Frames.ordered(office, versions);
        for (Link version : ordered) {
            alternate(map, String.valueOf(version.lang()), frames.address(office, version.href()));
        }
        alternate(map, "x-default", frames.address(office, ordered.getFirst().href()));
    }

    private static void alternate(Xml map, String language, String href) {
        map.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", href);
    }

    Sheet news(Order.NewsMap order) {
        Office office = order.office();
        Xml map = new Xml("urlset", "", MAPS, "news", NEWS, "image", IMAGES);
        for (Listed listed : order.entries()) {
            map.open("url");
            map.leaf("loc", frames.address(office, listed.path()));
            map.open("news:news");
            map.open("news:publication")
                    .leaf("news:name", office.name(listed.language()))
                    .leaf("news:language", newsLanguage(listed.language()))
                    .close();
            map.leaf("news:publication_date", time(listed.published()));
            map.leaf("news:title", listed.headline());
            map.close();
            images(map, office, listed);
            map.close();
        }
        return sheet(office, Paths.NEWS_MAP, ListSheets.modified(order.entries()), map);
    }

    /** ISO 639 without script or territory; Chinese alone is told apart by territory. */
    private static String newsLanguage(Language language) {
        String tag = language.tag();
        if (tag.startsWith("zh")) {
            return tag.contains("Hant") || tag.contains("TW") ? "zh-tw" : "zh-cn";
        }
        return language.locale().getLanguage();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Sheet sheet(Office office, String path, Optional<Instant> modified, Xml map) {
        return new Sheet.Printed(office.host(), path, TYPE, Caching.FEED, modified, Map.of(), map.bytes());
    }
}
