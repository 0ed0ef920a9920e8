package org.diurna.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever an author writes, it stays text: in the page, in its data, in feeds and in sitemaps. */
class HostileTextsTest {
    private final Office office = Lomara.office("press.lomara.example");
    private final Press press = new Press(Lomara.site(443, office));

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> evil = Arbitraries.of(
                "</script><script>alert(1)</script>",
                "<!--",
                "]]>",
                "\"' onload=x ",
                "&amp;&lt;&#x0;",
                "\u0000\u0008\u001f",
                "\ufffe\uffff",
                "\u202e\u2028\u2029",
                "𝔘\ud800x",
                "{0} {name} ''",
                "${evil} @if(true)");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(20);
        return Arbitraries.oneOf(evil, any).list().ofMinSize(1).ofMaxSize(4).map(parts -> "A" + String.join("", parts));
    }

    @Property(tries = 60)
    void a_headline_is_shown_as_it_was_written(@ForAll("texts") String text) {
        PublicVersion version = version(text);
        Document page = Jsoup.parse(Sheets.text(press.print(new Order.Release(version)), version.path()));
        String headline = version.newest().wording().headline();
        assertThat(page.expectFirst("h1").wholeText()).isEqualTo(headline);
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(headline);
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("[onload]")).isEmpty();
        JsonNode data =
                JsonMapper.builder().build().readTree(page.expectFirst("script").data());
        assertThat(data.at("/@graph/0/headline").asString()).isEqualTo(headline);
    }

    @Property(tries = 60)
    void feeds_and_maps_stay_well_formed(@ForAll("texts") String text) throws XMLStreamException {
        PublicVersion version = version(text);
        List<Listed> listed = List.of(Lomara.listed(version));
        String headline = legal(version.newest().wording().headline());
        List<Sheet> feed = press.print(new Order.Feed(office, Lomara.EN, listed, 1));
        assertThat(texts("title", Sheets.text(feed, "/en/feed.atom"))).contains(headline);
        List<Sheet> release = press.print(new Order.Release(version));
        assertThat(texts("headline", Sheets.text(release, "/en/01KAP5Q7HT/newsml.xml")))
                .containsExactly(headline);
        List<Sheet> news = press.print(new Order.NewsMap(office, listed));
        assertThat(texts("title", Sheets.text(news, "/sitemap-news.xml"))).containsExactly(headline);
        List<Sheet> map = press.print(new Order.MonthMap(office, YearMonth.of(2026, 1), listed));
        assertThat(texts("loc", Sheets.text(map, "/sitemaps/2026-01.xml")))
                .containsExactly("https://press.lomara.example/en/01KAP5Q7HT/slug");
    }

    private PublicVersion version(String text) {
        Wording wording = Lomara.wording(text, text, text, "Text.");
        PublicEdition edition = Lomara.edition(
                1, Kind.RELEASE, text, Instant.parse("2026-01-20T09:00:00Z").toString(), wording, "<p>Text.</p>");
        return Lomara.version(office, "01KAP5Q7HT", Lomara.EN, Standing.ORIGINAL, "slug", edition);
    }

    /** Without the characters that XML cannot hold and texts of editions do not have. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> texts(String element, String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader =
                factory.createXMLStreamReader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "utf-8");
        List<String> texts = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(element)) {
                texts.add(reader.getElementText());
            }
        }
        return texts;
    }
}
