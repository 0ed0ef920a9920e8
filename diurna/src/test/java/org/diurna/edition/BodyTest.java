package org.diurna.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.diurna.house.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body is kept, printed and proven as the same words, whatever they are. */
final class BodyTest {
    private static final Language EN = Language.of("en");
    private static final Set<String> VOCABULARY = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "figure",
            "blockquote",
            "figcaption",
            "b",
            "span",
            "small",
            "ul",
            "ol",
            "li",
            "div",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "section",
            "sup",
            "a",
            "strong",
            "em",
            "abbr",
            "br");

    private static EditionJson.Facts facts(Wording wording, String bodyHtml) {
        return new EditionJson.Facts(
                new byte[EditionJson.SALT_BYTES],
                "ministry",
                new ReleaseId("0123456789"),
                2,
                EN,
                Kind.CORRECTION,
                "A figure was wrong.",
                "press-release",
                wording,
                bodyHtml,
                Instant.parse("2026-03-04T09:30:00Z"),
                Instant.parse("2026-03-05T09:30:00Z"),
                Optional.empty(),
                List.of());
    }

    @Property(tries = 300)
    void a_stored_wording_comes_back_as_it_was(@ForAll long seed) {
        Wording wording = new Bodies(seed).wording();
        assertThat(WordingJson.read(WordingJson.write(wording))).isEqualTo(wording);
    }

    @Property(tries = 300)
    void the_html_of_a_body_says_its_words_in_the_closed_vocabulary(@ForAll long seed) {
        Wording wording = new Bodies(seed).wording();
        String html = BodyHtml.of(EN, wording.body());
        Document parsed = Jsoup.parseBodyFragment(html);
        assertThat(parsed.body().select("*").stream()
                        .skip(1)
                        .map(Element::tagName)
                        .collect(Collectors.toSet()))
                .isSubsetOf(VOCABULARY);
        assertThat(parsed.body().select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey())
                        .collect(Collectors.toSet()))
                .isSubsetOf(
                        "lang", "dir", "id", "class", "href", "scope", "role", "aria-labelledby", "tabindex", "title");
        assertThat(html).doesNotContain("<!--");
        assertThat(parsed.body().children().size())
                .as("blocks in = blocks out")
                .isEqualTo(wording.body().size());
        String words = letters(parsed.body().wholeText());
        for (String text : Blocks.plain(wording.body())) {
            assertThat(words).contains(letters(text.replaceAll("\\[[0-9]+]", "")));
        }
        List<String> ids = parsed.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    /** Without spaces, and without the numbers by which footnotes are called. */
    private static String letters(String text) {
        return text.replaceAll("[\\s0-9]+", "");
    }

    @Property(tries = 300)
    void page_and_edition_file_say_the_same_characters(@ForAll long seed) {
        Wording wording = new Bodies(seed).wording();
        String html = BodyHtml.of(EN, wording.body());
        assertThat(Normalizer.isNormalized(html, Normalizer.Form.NFC)).isTrue();
        String json = new String(EditionJson.write(facts(wording, html)), StandardCharsets.UTF_8);
        JsonNode read = JsonMapper.builder().build().readTree(json);
        assertThat(read.path("bodyHtml").asString()).isEqualTo(html);
        assertThat(Normalizer.isNormalized(json, Normalizer.Form.NFC)).isTrue();
        assertThat(json).endsWith("}\n").doesNotContain("\r").isEqualTo(json.strip() + "\n");
        // the strictest reader of all: the one that verifies
        assertThat(org.jsoup.parser.Parser.unescapeEntities(html, false)).isNotEmpty();
    }

    @Test
    void the_edition_file_has_the_members_that_the_ledger_asks_for_in_order_and_no_others() {
        Wording wording = new Wording(
                "The ferry sails",
                List.of("At noon", "From Halden"),
                "Port Halden",
                Optional.empty(),
                List.of(paragraph("a")));
        byte[] bytes = EditionJson.write(facts(wording, "<p>a</p>"));
        JsonNode read = JsonMapper.builder().build().readTree(bytes);
        List<String> names = List.copyOf(read.propertyNames());
        assertThat(names)
                .isEqualTo(List.copyOf(new TreeSet<>(names)))
                .containsExactly(
                        "attachments",
                        "bodyHtml",
                        "date",
                        "edition",
                        "kind",
                        "lang",
                        "modified",
                        "note",
                        "office",
                        "pictures",
                        "place",
                        "published",
                        "release",
                        "salt",
                        "summary",
                        "supersedes",
                        "title",
                        "type",
                        "v");
        assertThat(read.path("supersedes").asInt()).isEqualTo(1);
        assertThat(Base64.getDecoder().decode(read.path("salt").asString())).hasSize(32);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain(".0")
                .contains("\"summary\":\"At noon\\nFrom Halden\"");
    }

    @Test
    void a_body_that_is_not_composed_is_never_frozen() {
        Wording wording = new Wording("A", List.of(), "", Optional.empty(), List.of(paragraph("a")));
        assertThatThrownBy(() -> facts(wording, "<p>e\u0301</p>")).hasMessageContaining("NFC");
    }

    private static Block.Paragraph paragraph(String text, Mark... marks) {
        return new Block.Paragraph("p", Optional.empty(), List.of(new Inline.Text(text, List.of(marks))));
    }

    private static String html(Inline... text) {
        return BodyHtml.of(EN, List.of(new Block.Paragraph("p", Optional.empty(), List.of(text))));
    }

    @Test
    void markup_in_words_is_words() {
        assertThat(html(Inline.Text.plain("<script>alert(\"1\") & more</script>")))
                .isEqualTo("<p>&lt;script&gt;alert(&quot;1&quot;) &amp; more&lt;/script&gt;</p>");
        assertThat(html(new Inline.Text("x", List.of(new Mark.Abbreviation("\"><script>")))))
                .isEqualTo("<p><abbr title=\"&quot;&gt;&lt;script&gt;\">x</abbr></p>");
    }

    @Test
    void marks_nest_in_one_order_and_neighbours_share_their_element() {
        assertThat(html(
                        new Inline.Text("a", List.of(new Mark.Emphasis(), new Mark.Link("/x"))),
                        new Inline.Text("b", List.of(new Mark.Link("/x"), new Mark.Strong())),
                        new Inline.Text("c", List.of(new Mark.Link("/y")))))
                .isEqualTo("<p><a href=\"/x\"><em>a</em><strong>b</strong></a><a href=\"/y\">c</a></p>");
    }

    @Test
    void an_accent_that_begins_a_run_does_not_melt_into_the_tag_before_it() {
        assertThat(html(Inline.Text.plain("\u0338x"))).isEqualTo("<p>&#824;x</p>");
        assertThat(html(Inline.Text.plain("e"), Inline.Text.plain("\u0301"))).isEqualTo("<p>e&#769;</p>");
    }

    @Test
    void a_soft_hyphen_between_letter_and_accent_leaves_them_composed() {
        assertThat(Texts.clean("e\u00ad\u0301")).isEqualTo("é");
        assertThatThrownBy(() -> Inline.Text.plain("\u00ad")).hasMessageContaining("at least one character");
    }

    @Test
    void a_footnote_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> html(Inline.Text.plain("a"), new Inline.NoteCall("n9")))
                .hasMessageContaining("n9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "/\\evil.example",
                "",
                " ",
                "vbscript:x",
                "http://a b",
                "ferry"
            })
    void an_address_that_could_run_or_lead_astray_is_no_link(String target) {
        assertThat(Mark.Link.allowed(target)).isFalse();
        assertThatThrownBy(() -> new Mark.Link(target)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_wording_is_refused_with_its_place() {
        for (String json : Stream.of(
                        "{",
                        "{\"body\":[{\"type\":\"marquee\",\"id\":\"a\"}]}",
                        "{\"body\":[{\"type\":\"paragraph\"}]}",
                        "{\"body\":[{\"type\":\"paragraph\",\"id\":\"A!\",\"text\":[{\"text\":\"x\"}]}]}",
                        "{\"body\":[{\"type\":\"paragraph\",\"id\":\"a\",\"text\":[{\"text\":\"x\",\"marks\":[{\"type\":\"blink\"}]}]}]}",
                        "{\"body\":[{\"type\":\"paragraph\",\"id\":\"a\",\"text\":[{\"text\":\"\"}]}]}",
                        "{\"body\":[{\"type\":\"heading\",\"id\":\"a\",\"level\":1,\"text\":[{\"text\":\"x\"}]}]}",
                        "{\"body\":[{\"type\":\"paragraph\",\"id\":\"a\",\"text\":[{\"text\":\"x\"}]},{\"type\":\"paragraph\",\"id\":\"a\",\"text\":[{\"text\":\"x\"}]}]}")
                .toList()) {
            assertThatThrownBy(() -> WordingJson.read(json)).as(json).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
