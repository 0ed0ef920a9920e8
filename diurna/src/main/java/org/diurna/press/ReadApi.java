package org.diurna.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.ReleaseType;
import org.diurna.house.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public reading interface: static JSON documents in the words of edition.json, described by an OpenAPI 3.1 document
 * beside them. Lists page from the oldest, so that a full page changes only when a release on it does.
 */
final class ReadApi {
    static final String DESCRIPTION = "/api/v1/openapi.json";
    static final String OFFICE = "/api/v1/office";
    static final String RELEASES = "/api/v1/releases";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] OPEN_API = read();

    private final Frames frames;

    ReadApi(Frames frames) {
        this.frames = frames;
    }

    /** The newest releases of a language. */
    static String releases(Language language) {
        return "/api/v1/languages/" + language + "/releases";
    }

    /** A full page of a language; 1 holds the oldest. */
    static String releases(Language language, int page) {
        return releases(language) + "/" + page;
    }

    private static String release(String id) {
        return RELEASES + "/" + id;
    }

    /** What depends on no release: the office, and the description of all this. */
    List<Sheet> print(Office office) {
        return List.of(
                sheet(office, OFFICE, Optional.empty(), office(office)),
                new Sheet.Printed(
                        office.host(),
                        DESCRIPTION,
                        "application/json",
                        Caching.FEED,
                        Optional.empty(),
                        Map.of("Access-Control-Allow-Origin", "*", "X-Robots-Tag", "noindex"),
                        OPEN_API));
    }

    /** The newest releases, at the address without a language too for the office's first one. */
    List<Sheet> newest(Order.Feed order) {
        Office office = order.office();
        Language language = order.language();
        Map<String, Object> members = list(office, language);
        if (order.archives() > 0) {
            members.put("older", frames.address(office, releases(language, order.archives())));
        }
        members.put(
                "items",
                order.latest().stream().map(listed -> item(office, listed)).toList());
        Optional<Instant> modified = ListSheets.modified(order.latest(), order.changed());
        Sheet.Printed newest = sheet(office, releases(language), modified, members);
        List<Sheet> sheets = new ArrayList<>(List.of(newest));
        if (language.equals(office.defaultLanguage())) {
            sheets.add(newest.at(RELEASES));
        }
        // the page that is not full yet, so that a full one can name the next one for ever
        sheets.add(new Sheet.Moved(office.host(), releases(language, order.archives() + 1), releases(language), 302));
        return sheets;
    }

    Sheet page(Order.FeedArchive order) {
        Office office = order.office();
        Language language = order.language();
        Map<String, Object> members = list(office, language);
        members.put("page", order.number());
        if (order.number() > 1) {
            members.put("older", frames.address(office, releases(language, order.number() - 1)));
        }
        members.put("newer", frames.address(office, releases(language, order.number() + 1)));
        members.put(
                "items",
                order.entries().reversed().stream()
                        .map(listed -> item(office, listed))
                        .toList());
        return sheet(office, releases(language, order.number()), ListSheets.modified(order.entries()), members);
    }

    /** A release with all its language versions. */
    Sheet release(Order.AllVersions order) {
        PublicVersion any = order.versions().getFirst();
        Office office = order.office();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("v", 1);
        members.put("office", office.code());
        members.put("release", any.release().value());
        members.put("type", any.type().code());
        any.number().map(ReleaseNumber::printed).ifPresent(number -> members.put("number", number));
        members.put("versions", order.versions().stream().map(this::version).toList());
        Optional<Instant> modified =
                order.versions().stream().map(Editions::changed).max(Instant::compareTo);
        return sheet(office, release(any.release().value()), modified, members);
    }

    private Map<String, Object> list(Office office, Language language) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("v", 1);
        members.put("office", office.code());
        members.put("lang", language.tag());
        Map<String, Object> languages = new LinkedHashMap<>();
        office.languages().forEach(other -> languages.put(other.tag(), frames.address(office, releases(other))));
        members.put("languages", languages);
        members.put("newest", frames.address(office, releases(language)));
        return members;
    }

    private Map<String, Object> item(Office office, Listed listed) {
        String id = listed.release().value();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("release", id);
        item.put("lang", listed.language().tag());
        item.put("record", frames.address(office, release(id)));
        boolean stands = switch (listed.state()) {
            case STANDS -> true;
            case WITHDRAWN -> false;
        };
        if (!stands) {
            // nothing of its words: they may be the reason
            item.put("withdrawn", true);
            return item;
        }
        item.put("type", listed.type().code());
        listed.number().map(ReleaseNumber::printed).ifPresent(number -> item.put("number", number));
        item.put("title", listed.headline());
        item.put("summary", listed.summary());
        item.put("place", listed.place());
        item.put("date", listed.date().toString());
        item.put("published", listed.published().toString());
        item.put("modified", listed.updated().toString());
        item.put("page", frames.address(office, listed.path()));
        return item;
    }

    private Map<String, Object> version(PublicVersion version) {
        Office office = version.office();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("lang", version.language().tag());
        members.put("standing", version.standing().word());
        version.withdrawn().ifPresent(withdrawn -> members.put("withdrawn", withdrawn(withdrawn)));
        members.put("editions", frames.address(office, VersionIndex.path(version)));
        if (!Editions.removed(version)) {
            text(members, version);
        }
        return members;
    }

    private void text(Map<String, Object> members, PublicVersion version) {
        Office office = version.office();
        PublicEdition shown = Editions.shown(version);
        members.put("edition", shown.number());
        members.put("kind", shown.kind().word());
        members.put("note", shown.note());
        members.put("title", ReleasePages.headline(shown));
        members.put("summary", String.join("\n", shown.wording().decks()));
        members.put("place", shown.wording().place());
        members.put("date", shown.wording().date().map(Object::toString).orElse(""));
        members.put("published", version.firstPublished().toString());
        members.put("modified", Editions.lastChange(version).published().toString());
        members.put("page", frames.address(office, version.path()));
        members.put("json", frames.address(office, Editions.json(version, shown)));
        members.put("proof", frames.address(office, Editions.proof(version, shown)));
        members.put("text", frames.address(office, OtherForms.text(version)));
        members.put("ninjs", frames.address(office, OtherForms.ninjs(version)));
        members.put("newsml", frames.address(office, OtherForms.newsItem(version)));
    }

    private static Map<String, Object> withdrawn(PublicVersion.Withdrawn withdrawn) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", withdrawn.at().toString());
        members.put("reason", withdrawn.reason());
        members.put("text", withdrawn.text() == PublicVersion.Text.KEPT ? "kept" : "removed");
        return members;
    }

    private Map<String, Object> office(Office office) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("v", 1);
        members.put("code", office.code());
        members.put("names", words(office.names()));
        members.put("hosts", office.hosts());
        members.put("languages", office.languages().stream().map(Language::tag).toList());
        members.put("zone", office.zone().getId());
        members.put("contacts", office.contacts().stream().map(ReadApi::contact).toList());
        members.put("places", words(office.places()));
        office.opened().ifPresent(day -> members.put("opened", day.toString()));
        office.closed().ifPresent(day -> members.put("closed", day.toString()));
        members.put(
                "types",
                frames.site().types().stream().map(type -> type(office, type)).toList());
        return members;
    }

    private static Map<String, Object> contact(Office.Contact contact) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("role", words(contact.role()));
        members.put("name", contact.name());
        members.put("mail", contact.mail());
        members.put("phone", contact.phone());
        return members;
    }

    private static Map<String, Object> type(Office office, ReleaseType type) {
        Map<String, Object> labels = new LinkedHashMap<>();
        office.languages().forEach(language -> labels.put(language.tag(), type.label(language)));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", type.code());
        members.put("labels", labels);
        return members;
    }

    private static Map<String, String> words(Map<Language, String> words) {
        Map<String, String> sorted = new LinkedHashMap<>();
        words.keySet().stream()
                .sorted()
                .forEach(language -> sorted.put(language.tag(), words.getOrDefault(language, "")));
        return sorted;
    }

    private static Sheet.Printed sheet(
            Office office, String path, Optional<Instant> modified, Map<String, Object> members) {
        return new Sheet.Printed(
                office.host(),
                path,
                "application/json",
                Caching.FEED,
                modified,
                Map.of("Access-Control-Allow-Origin", "*", "X-Robots-Tag", "noindex"),
                (JSON.writeValueAsString(members) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] read() {
        try (InputStream in = ReadApi.class.getResourceAsStream("/press/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("The file press/openapi.json is missing on the class path.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The file press/openapi.json cannot be read.", e);
        }
    }
}
