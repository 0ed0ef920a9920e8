package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import tools.jackson.databind.json.JsonMapper;

/** A release for other readers than browsers: plain text, and the two formats of the IPTC for newsrooms: ninjs 3.1 and NewsML-G2. */
final class OtherForms {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Frames frames;

    OtherForms(Frames frames) {
        this.frames = frames;
    }

    static String text(PublicVersion version) {
        return version.root() + "/release.txt";
    }

    static String ninjs(PublicVersion version) {
        return version.root() + "/ninjs.json";
    }

    static String newsItem(PublicVersion version) {
        return version.root() + "/newsml.xml";
    }

    List<Sheet> print(PublicVersion version, ReleasePage page, Instant modified) {
        PublicEdition shown = Editions.shown(version);
        byte[] text = bytes(PlainText.of(page, shown.wording().body()));
        byte[] item = new NewsItem(frames).print(version, page);
        return List.of(
                sheet(version, text(version), "text/plain; charset=utf-8", modified, text),
                sheet(version, newsItem(version), NewsItem.TYPE, modified, item),
                sheet(
                        version,
                        ninjs(version),
                        "application/json",
                        modified,
                        bytes(JSON.writeValueAsString(item(version, page)) + "\n")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> item(PublicVersion version, ReleasePage page) {
        PublicEdition shown = Editions.shown(version);
        Office office = version.office();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("uri", frames.tag(version.release() + "/" + version.language()));
        item.put("type", "text");
        item.put("representationType", "full");
        Map<String, Object> standard = pair("name", "ninjs", "version", "3.1");
        standard.put("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");
        item.put("standard", standard);
        item.put("version", String.valueOf(shown.number()));
        item.put("firstCreated", page.published().machine());
        item.put("versionCreated", frames.speech(office, version.language()).machine(shown.published()));
        item.put("pubStatus", version.withdrawn().isPresent() ? "canceled" : "usable");
        item.put("language", version.language().tag());
        item.put("headlines", headlines(page));
        item.put("bodies", bodies(version, shown));
        String type = frames.address(office, page.type().href());
        item.put("genres", List.of(pair("name", page.type().text(), "uri", type)));
        item.put("by", office.name(version.language()));
        if (!page.place().isEmpty()) {
            item.put("located", page.place());
        }
        item.put("infoSources", List.of(source(office, page)));
        item.put("copyrightHolder", frames.organisation(version.language()));
        item.put("copyrightNotice", page.frame().say("rights.reserved"));
        item.put("usageTerms", page.frame().say("rights.contact"));
        item.put(
                "rightsInfo",
                Map.of("linkedRights", frames.address(office, Paths.standing(version.language(), "rights"))));
        item.put("altIds", altIds(version, page));
        item.put("trustIndicators", trust(version, page));
        if (!shown.note().isEmpty()) {
            item.put("edNote", shown.note());
        }
        return item;
    }

    private static List<Object> headlines(ReleasePage page) {
        List<Object> headlines = new ArrayList<>();
        headlines.add(value("main", "text/plain", page.headline()));
        page.decks().forEach(deck -> headlines.add(value("sub", "text/plain", deck)));
        return headlines;
    }

    private List<Object> bodies(PublicVersion version, PublicEdition shown) {
        String page = frames.address(version.office(), version.path());
        String origin = frames.address(version.office(), "");
        List<Object> bodies = new ArrayList<>();
        bodies.add(value("main", "text/html", Absolute.links(shown.bodyHtml(), origin, page)));
        bodies.add(value("main", "text/plain", PlainText.body(shown.wording().body())));
        return bodies;
    }

    private static Map<String, Object> source(Office office, ReleasePage page) {
        List<Object> contacts = new ArrayList<>();
        for (Frame.Contact contact : page.frame().contacts()) {
            if (!contact.mail().isEmpty()) {
                contacts.add(contact("email", contact, contact.mail()));
            }
            if (!contact.phone().isEmpty()) {
                contacts.add(contact("phone", contact, contact.phone()));
            }
        }
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("name", page.frame().home().text());
        source.put("role", "issuer");
        source.put("literal", office.code());
        if (!contacts.isEmpty()) {
            source.put("contactInfo", contacts);
        }
        return source;
    }

    private static Map<String, Object> contact(String type, Frame.Contact contact, String value) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("type", type);
        info.put("role", contact.role());
        info.put("name", contact.name());
        info.put("value", value);
        info.values().removeIf(""::equals);
        return info;
    }

    private List<Object> altIds(PublicVersion version, ReleasePage page) {
        List<Object> ids = new ArrayList<>();
        ids.add(pair("role", "page", "value", frames.address(version.office(), version.path())));
        version.number().ifPresent(number -> ids.add(pair("role", "number", "value", number.printed())));
        ids.add(pair("role", "ledger-code", "value", page.code()));
        return ids;
    }

    private List<Object> trust(PublicVersion version, ReleasePage page) {
        PublicEdition shown = Editions.shown(version);
        Map<String, Object> proof = pair(
                "role", "https://c2sp.org/tlog-proof", "title", page.frame().say("edition.proof"));
        proof.put("href", frames.address(version.office(), Editions.proof(version, shown)));
        return List.of(proof);
    }

    private static Map<String, Object> value(String role, String type, String value) {
        Map<String, Object> entry = pair("role", role, "contentType", type);
        entry.put("value", value);
        return entry;
    }

    private static Map<String, Object> pair(String key, String value, String next, String then) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(key, value);
        pair.put(next, then);
        return pair;
    }

    private Sheet sheet(PublicVersion version, String path, String type, Instant modified, byte[] bytes) {
        Map<String, String> headers = Map.of(
                "Access-Control-Allow-Origin",
                "*",
                "X-Robots-Tag",
                "noindex",
                "Link",
                "<" + frames.address(version.office(), version.path()) + ">; rel=\"canonical\"");
        return new Sheet.Printed(
                version.office().host(), path, type, Caching.PAGE, Optional.of(modified), headers, bytes);
    }
}
