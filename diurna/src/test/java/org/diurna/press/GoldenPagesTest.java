package org.diurna.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kind of sheet against the one that a person has read and accepted. After a wanted change: run with
 * {@code -Dpress.accept=true} and read the difference before committing it.
 */
class GoldenPagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/press/golden");
    private static final boolean ACCEPT = Boolean.getBoolean("press.accept");
    private static final Instant NOW = Instant.parse("2026-01-21T12:00:00Z");

    private final Office office = Lomara.office("press.belgrade.mfa.lomara.example");
    private final Press press = new Press(Lomara.site(443, office));
    private final List<PublicVersion> versions = PreviewReleases.all(office, NOW);

    @TestFactory
    Stream<DynamicTest> a_sheet_is_the_one_that_was_accepted() {
        Map<String, byte[]> sheets = sheets();
        return sheets.entrySet().stream()
                .map(sheet -> DynamicTest.dynamicTest(sheet.getKey(), () -> check(sheet.getKey(), sheet.getValue())));
    }

    private static void check(String name, byte[] bytes) throws IOException {
        // a changed style sheet shall not change every page here
        String printed = new String(bytes, StandardCharsets.UTF_8).replaceAll("/assets/[0-9a-f]{64}/", "/assets/…/");
        Path golden = GOLDEN.resolve(name);
        if (ACCEPT) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(golden));
    }

    private Map<String, byte[]> sheets() {
        Map<String, byte[]> sheets = new LinkedHashMap<>();
        PublicVersion english = find("/en/01KAP5Q7W3");
        ofRelease(sheets, english);
        ofPictures(sheets, english);
        ofEvents(sheets, english);
        ofEnds(sheets);
        ofLists(sheets);
        ofMonths(sheets);
        ofOffice(sheets);
        return sheets;
    }

    private void ofRelease(Map<String, byte[]> sheets, PublicVersion english) {
        put(sheets, "corrected.html", new Order.Release(english), english.path());
        put(sheets, "edition-1.html", new Order.Release(english), english.root() + "/editions/1");
        put(sheets, "release.txt", new Order.Release(english), english.root() + "/release.txt");
        put(sheets, "ninjs.json", new Order.Release(english), english.root() + "/ninjs.json");
        put(sheets, "newsml.xml", new Order.Release(english), english.root() + "/newsml.xml");
        put(sheets, "timemap.txt", new Order.Release(english), english.root() + "/editions/timemap");
        for (String root : List.of("/ar/01KAP5Q7W3", "/ja/01KAP5Q7W3", "/sr-Cyrl/01KAP5Q7W3", "/de/01KAP5Q7DE")) {
            PublicVersion version = find(root);
            put(sheets, "release-" + version.language() + ".html", new Order.Release(version), version.path());
        }
        put(sheets, "history.html", new Order.Release(english), english.root() + "/history");
        put(sheets, "index.json", new Order.Release(english), english.root() + "/editions/index.json");
        put(
                sheets,
                "api-release.json",
                new Order.AllVersions(versions.stream()
                        .filter(version -> version.release().equals(english.release()))
                        .toList()),
                "/api/v1/releases/01KAP5Q7W3");
        put(sheets, "oembed.json", new Order.Release(english), english.root() + "/oembed.json");
    }

    private void ofPictures(Map<String, byte[]> sheets, PublicVersion english) {
        PublicVersion illustrated = PreviewPictures.illustrated(english);
        put(sheets, "picture.html", new Order.Release(illustrated), illustrated.path());
        put(sheets, "picture-ninjs.json", new Order.Release(illustrated), english.root() + "/ninjs.json");
        PublicVersion arabic = PreviewPictures.illustrated(find("/ar/01KAP5Q7W3"));
        put(sheets, "picture-ar.html", new Order.Release(arabic), arabic.path());
        PublicVersion recalled = PreviewPictures.recalled(english);
        put(sheets, "picture-recalled.html", new Order.Release(recalled), english.root() + "/editions/1");
        List<Listed> pictured = List.of(
                Lomara.listed(english).with(illustrated.editions().getLast().plates()));
        put(sheets, "picture-feed.atom", new Order.Feed(office, Lomara.EN, pictured, 0), "/en/feed.atom");
        put(sheets, "picture-feed.rss", new Order.Feed(office, Lomara.EN, pictured, 0), "/en/feed.rss");
        put(
                sheets,
                "picture-map.xml",
                new Order.MonthMap(office, YearMonth.of(2026, 1), pictured),
                "/sitemaps/2026-01.xml");
        put(
                sheets,
                "picture-home.html",
                new Order.Home(office, Lomara.EN, pictured, List.of(Lomara.RELEASE), List.of(2026)),
                "/en/");
    }

    private void ofEvents(Map<String, byte[]> sheets, PublicVersion english) {
        PublicVersion announcing = PreviewEvents.announcing(english);
        put(sheets, "event.html", new Order.Release(announcing), announcing.path());
        put(sheets, "event.txt", new Order.Release(announcing), announcing.root() + "/release.txt");
        put(sheets, "event.ics", new Order.Release(announcing), announcing.root() + "/events/b7k2m9xq.ics");
        PublicVersion arabicEvent = PreviewEvents.announcing(find("/ar/01KAP5Q7W3"));
        put(sheets, "event-ar.html", new Order.Release(arabicEvent), arabicEvent.path());
        put(
                sheets,
                "event-home.html",
                new Order.Home(
                        office,
                        Lomara.EN,
                        List.of(Lomara.listed(english)),
                        List.of(Lomara.RELEASE),
                        List.of(2026),
                        Optional.empty(),
                        Planned.of(announcing)),
                "/en/");
    }

    private void ofEnds(Map<String, byte[]> sheets) {
        PublicVersion courtesy = find("/en/01KAP5Q7CT");
        put(sheets, "courtesy.html", new Order.Release(courtesy), courtesy.path());
        PublicVersion withdrawn = find("/en/01KAP5Q7WK");
        put(sheets, "withdrawn.html", new Order.Release(withdrawn), withdrawn.path());
        PublicVersion removed = find("/en/01KAP5Q7WR");
        put(sheets, "removed.html", new Order.Release(removed), removed.root());
    }

    private List<Listed> listed() {
        return versions.stream()
                .filter(version -> version.language().equals(Lomara.EN)
                        && !version.root().equals(find("/en/01KAP5Q7WR").root()))
                .map(Lomara::listed)
                .toList();
    }

    private void ofLists(Map<String, byte[]> sheets) {
        List<Listed> listed = listed();
        put(
                sheets,
                "home.html",
                new Order.Home(office, Lomara.EN, listed.reversed(), List.of(Lomara.RELEASE), List.of(2026)),
                "/en/");
        put(sheets, "feed.atom", new Order.Feed(office, Lomara.EN, listed.reversed(), 2), "/en/feed.atom");
        put(sheets, "feed.rss", new Order.Feed(office, Lomara.EN, listed.reversed(), 2), "/en/feed.rss");
        put(sheets, "feed.json", new Order.Feed(office, Lomara.EN, listed.reversed(), 2), "/en/feed.json");
        put(sheets, "feed-archive.atom", new Order.FeedArchive(office, Lomara.EN, 2, 3, listed), "/en/feed/2.atom");
        put(sheets, "news.xml", new Order.NewsMap(office, listed.subList(0, 2)), "/sitemap-news.xml");
        put(sheets, "api-newest.json", new Order.Feed(office, Lomara.EN, listed.reversed(), 2), "/api/v1/releases");
        put(
                sheets,
                "llms.txt",
                new Order.Home(office, Lomara.EN, listed.reversed(), List.of(Lomara.RELEASE), List.of(2026)),
                "/llms.txt");
        put(sheets, "changes.html", new Order.ChangePage(office, Lomara.EN, 1, 2, changed()), "/en/changes/1/");
        put(sheets, "changes.atom", new Order.ChangeFeed(office, Lomara.EN, changed()), "/en/changes.atom");
    }

    private void ofMonths(Map<String, byte[]> sheets) {
        List<Listed> listed = listed();
        YearMonth january = YearMonth.of(2026, 1);
        put(sheets, "home-empty.html", new Order.Home(office, Lomara.FR, List.of(), List.of(), List.of()), "/fr/");
        put(
                sheets,
                "archive.html",
                new Order.Archive(office, Lomara.EN, List.of(new Order.Month(january, 8))),
                "/en/archive/");
        put(
                sheets,
                "month.html",
                new Order.MonthPage(
                        office,
                        Lomara.EN,
                        january,
                        2,
                        2,
                        listed,
                        Optional.of(january.minusMonths(1)),
                        Optional.empty()),
                "/en/archive/2026-01/");
        put(sheets, "map.xml", new Order.MonthMap(office, january, listed), "/sitemaps/2026-01.xml");
    }

    private void ofOffice(Map<String, byte[]> sheets) {
        Order chrome = new Order.Chrome(office, Instant.parse("2026-12-31T00:00:00Z"));
        put(sheets, "genuine.html", chrome, "/en/genuine");
        put(sheets, "verify.html", chrome, "/en/verify");
        put(sheets, "accessibility.html", chrome, "/en/accessibility");
        put(sheets, "rights-fr.html", chrome, "/fr/rights");
        put(sheets, "contacts-page.html", chrome, "/en/contacts");
        put(sheets, "offices-ar.html", chrome, "/ar/offices");
        put(sheets, "feeds.html", chrome, "/en/feeds");
        put(sheets, "contacts.vcf", chrome, "/en/contacts.vcf");
        put(sheets, "trust.txt", chrome, "/trust.txt");
        put(sheets, "api-office.json", chrome, "/api/v1/office");
        put(sheets, "error-404.html", chrome, "/-/404");
        put(sheets, "robots.txt", chrome, "/robots.txt");
        put(sheets, "security.txt", chrome, "/.well-known/security.txt");
        put(sheets, "tdm-policy.json", chrome, "/.well-known/tdm-policy.json");
    }

    private static List<Changed> changed() {
        return List.of(
                new Changed(
                        new ReleaseId("01KAP5Q7W3"),
                        Lomara.EN,
                        2,
                        Kind.CORRECTION,
                        Instant.parse("2026-01-21T09:00:00Z"),
                        "Water agreement signed",
                        "A figure was wrong.",
                        302,
                        false),
                new Changed(
                        new ReleaseId("01KAP5Q7WR"),
                        Lomara.EN,
                        2,
                        Kind.WITHDRAWAL,
                        Instant.parse("2026-01-21T10:00:00Z"),
                        "",
                        "It named a venue that must not be known.",
                        333,
                        true));
    }

    private PublicVersion find(String root) {
        return versions.stream()
                .filter(version -> version.root().equals(root))
                .findFirst()
                .orElseThrow();
    }

    private void put(Map<String, byte[]> sheets, String name, Order order, String path) {
        sheets.put(name, Sheets.bytes(Sheets.at(press.print(order), path)));
    }
}
