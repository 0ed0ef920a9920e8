package org.diurna.press;

import java.util.Optional;
import org.diurna.edition.Office;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** A release as a news item of NewsML-G2 2.35 (power), for the systems of agencies. */
final class NewsItem {
    static final String TYPE = "application/vnd.iptc.g2.newsitem+xml";

    private static final String CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";

    private final Frames frames;

    NewsItem(Frames frames) {
        this.frames = frames;
    }

    byte[] print(PublicVersion version, ReleasePage page) {
        Office office = version.office();
        PublicEdition shown = Editions.shown(version);
        Xml item = new Xml("newsItem", "", "http://iptc.org/std/nar/2006-10-01/");
        item.attributes(
                "guid",
                frames.tag(version.release() + "/" + version.language()),
                "version",
                String.valueOf(shown.number()),
                "standard",
                "NewsML-G2",
                "standardversion",
                "2.35",
                "conformance",
                "power",
                "xml:lang",
                version.language().tag());
        item.empty("catalogRef", "href", CATALOG);
        rights(item, version, page);
        about(item, version, page);
        content(item, version, page);
        item.open("contentSet");
        item.open("inlineXML", "contenttype", "application/xhtml+xml");
        item.open("html", "xmlns", "http://www.w3.org/1999/xhtml");
        item.open("head").leaf("title", page.headline()).close();
        item.open("body");
        String origin = frames.address(office, "");
        item.raw(wellFormed(Absolute.links(shown.bodyHtml(), origin, frames.address(office, version.path()))));
        item.close().close().close().close();
        return item.bytes();
    }

    private void rights(Xml item, PublicVersion version, ReleasePage page) {
        Office office = version.office();
        String rights = frames.address(office, Paths.standing(version.language(), "rights"));
        item.open("rightsInfo");
        item.open("copyrightHolder", "uri", frames.address(office, "/"))
                .leaf("name", frames.organisation(version.language()))
                .close();
        item.leaf("copyrightNotice", page.frame().say("rights.reserved"), "href", rights);
        item.leaf("usageTerms", page.frame().say("rights.contact"), "href", rights);
        item.close();
    }

    private void about(Xml item, PublicVersion version, ReleasePage page) {
        Office office = version.office();
        PublicEdition shown = Editions.shown(version);
        item.open("itemMeta");
        item.empty("itemClass", "qcode", "ninat:text");
        item.open("provider", "uri", frames.address(office, "/"))
                .leaf("name", page.frame().home().text())
                .close();
        item.leaf("versionCreated", frames.speech(office, version.language()).machine(shown.published()));
        item.leaf("firstCreated", page.published().machine());
        item.empty("pubStatus", "qcode", version.withdrawn().isPresent() ? "stat:canceled" : "stat:usable");
        item.leaf("title", page.headline());
        if (!shown.note().isEmpty()) {
            item.leaf("edNote", shown.note());
        }
        item.empty("link", "rel", "irel:seeAlso", "href", frames.address(office, version.path()));
        item.close();
    }

    private void content(Xml item, PublicVersion version, ReleasePage page) {
        item.open("contentMeta");
        item.leaf("contentCreated", page.day().machine());
        if (!page.place().isEmpty()) {
            item.open("located").leaf("name", page.place()).close();
        }
        item.open("creator", "uri", frames.address(version.office(), "/"))
                .leaf("name", page.frame().home().text())
                .close();
        item.empty("language", "tag", version.language().tag());
        item.open("genre", "uri", frames.address(version.office(), page.type().href()))
                .leaf("name", page.type().text())
                .close();
        Optional.ofNullable(page.number()).ifPresent(number -> item.leaf("slugline", number));
        item.leaf("headline", page.headline());
        page.decks().forEach(deck -> item.leaf("description", deck));
        item.close();
    }

    /** The same elements as XML. */
    private static String wellFormed(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        return document.body().html();
    }
}
