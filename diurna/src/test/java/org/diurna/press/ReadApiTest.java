package org.diurna.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Office office = Lomara.office("press.lomara.example");
    private final Press press = new Press(Lomara.site(443, office));
    private final List<PublicVersion> versions = PreviewReleases.all(office, Instant.parse("2026-01-21T12:00:00Z"));
    private final List<Listed> listed = versions.stream()
            .filter(version -> version.language().equals(Lomara.EN))
            .map(Lomara::listed)
            .toList();
    private final JsonNode description = read(press.print(chrome()), "/api/v1/openapi.json");

    private Order chrome() {
        return new Order.Chrome(office, Instant.parse("2026-12-31T00:00:00Z"));
    }

    private static JsonNode read(List<Sheet> sheets, String path) {
        return JSON.readTree(Sheets.bytes(Sheets.at(sheets, path)));
    }

    private Order.AllVersions record(String id) {
        return new Order.AllVersions(versions.stream()
                .filter(version -> version.release().value().equals(id))
                .toList());
    }

    @Test
    void a_full_page_says_nothing_that_could_grow() {
        byte[] early = page(2);
        assertThat(page(7)).isEqualTo(early);
        JsonNode page = JSON.readTree(early);
        assertThat(page.path("newer").asString()).endsWith("/api/v1/languages/en/releases/3");
        assertThat(page.path("older").asString()).endsWith("/api/v1/languages/en/releases/1");
    }

    private byte[] page(int full) {
        return Sheets.bytes(Sheets.at(
                press.print(new Order.FeedArchive(office, Lomara.EN, 2, full, listed)),
                "/api/v1/languages/en/releases/2"));
    }

    @Test
    void the_page_that_is_not_full_moves_to_the_newest_releases() {
        List<Sheet> sheets = press.print(new Order.Feed(office, Lomara.EN, standing(), 2));
        assertThat(Sheets.at(sheets, "/api/v1/languages/en/releases/3"))
                .isEqualTo(new Sheet.Moved(
                        office.host(), "/api/v1/languages/en/releases/3", "/api/v1/languages/en/releases", 302));
        JsonNode newest = read(sheets, "/api/v1/languages/en/releases");
        assertThat(newest.path("older").asString()).endsWith("/api/v1/languages/en/releases/2");
        assertThat(newest.path("items").size()).isEqualTo(standing().size());
        assertThat(Sheets.text(sheets, "/api/v1/releases"))
                .isEqualTo(Sheets.text(sheets, "/api/v1/languages/en/releases"));
    }

    private List<Listed> standing() {
        return listed.reversed().stream()
                .filter(line -> line.state() == Listed.State.STANDS)
                .toList();
    }

    @Test
    void a_withdrawn_release_says_nothing_of_its_words() {
        JsonNode page = JSON.readTree(page(2));
        List<JsonNode> withdrawn = new ArrayList<>();
        page.path("items").forEach(item -> {
            if (item.path("withdrawn").asBoolean(false)) {
                withdrawn.add(item);
            }
        });
        assertThat(withdrawn).isNotEmpty();
        assertThat(withdrawn)
                .allSatisfy(item -> assertThat(item.propertyNames())
                        .containsExactlyInAnyOrder("release", "lang", "record", "withdrawn"));
    }

    @Test
    void a_removed_text_leaves_its_editions_and_nothing_of_its_words() {
        JsonNode release = read(press.print(record("01KAP5Q7WR")), "/api/v1/releases/01KAP5Q7WR");
        JsonNode version = release.path("versions").get(0);
        assertThat(version.propertyNames()).containsExactlyInAnyOrder("lang", "standing", "withdrawn", "editions");
        assertThat(version.path("withdrawn").path("text").asString()).isEqualTo("removed");
    }

    @Test
    void a_release_is_told_in_all_its_languages() {
        JsonNode release = read(press.print(record("01KAP5Q7W3")), "/api/v1/releases/01KAP5Q7W3");
        JsonNode english = release.path("versions").get(0);
        PublicEdition shown = record("01KAP5Q7W3").versions().getFirst().newest();
        assertThat(release.path("versions").size()).isGreaterThan(2);
        assertThat(english.path("title").asString()).isEqualTo(shown.wording().headline());
        assertThat(english.path("summary").asString())
                .isEqualTo(String.join("\n", shown.wording().decks()));
        assertThat(english.path("edition").asInt()).isEqualTo(shown.number());
        assertThat(english.path("json").asString()).endsWith("/editions/" + shown.number() + "/edition.json");
    }

    @Test
    void what_is_printed_is_what_the_description_says() {
        describes("Newest", read(press.print(new Order.Feed(office, Lomara.EN, standing(), 2)), "/api/v1/releases"));
        describes("Page", JSON.readTree(page(2)));
        describes("Office", read(press.print(chrome()), "/api/v1/office"));
        for (String id : List.of("01KAP5Q7W3", "01KAP5Q7WK", "01KAP5Q7WR")) {
            describes("Release", read(press.print(record(id)), "/api/v1/releases/" + id));
        }
    }

    /** Every member is described, and every required one is there; references and arrays are followed. */
    private void describes(String name, JsonNode document) {
        describes(description.path("components").path("schemas").path(name), document, name);
    }

    private void describes(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            describes(schema.path("$ref").asString().replaceFirst(".*/", ""), value);
        } else if (schema.has("properties")) {
            assertThat(schema.path("properties").propertyNames()).as(where).containsAll(value.propertyNames());
            schema.path("required")
                    .forEach(required -> assertThat(value.has(required.asString()))
                            .as(where + " has " + required)
                            .isTrue());
            value.properties()
                    .forEach(member -> describes(
                            schema.path("properties").path(member.getKey()),
                            member.getValue(),
                            where + "." + member.getKey()));
        } else if (schema.has("items")) {
            value.forEach(item -> describes(schema.path("items"), item, where + "[]"));
        }
    }

    @Test
    void the_description_names_every_kind_of_address_that_is_printed() {
        TreeSet<String> printed = new TreeSet<>();
        List<Sheet> sheets = new ArrayList<>(press.print(chrome()));
        sheets.addAll(press.print(new Order.Feed(office, Lomara.EN, standing(), 2)));
        sheets.addAll(press.print(new Order.FeedArchive(office, Lomara.EN, 2, 2, listed)));
        sheets.addAll(press.print(record("01KAP5Q7W3")));
        sheets.stream()
                .map(Sheet::path)
                .filter(path -> path.startsWith("/api/") && !path.equals("/api/v1/openapi.json"))
                .map(path -> path.replaceFirst("/[0-9A-Z]{10}$", "/{release}")
                        .replaceFirst("/[0-9]+$", "/{page}")
                        .replaceFirst("/languages/[^/]+/", "/languages/{lang}/"))
                .forEach(printed::add);
        assertThat(description.path("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(printed);
    }

    @Test
    void everything_may_be_read_from_any_site() {
        List<Sheet> sheets = new ArrayList<>(press.print(chrome()));
        sheets.addAll(press.print(record("01KAP5Q7W3")));
        assertThat(sheets)
                .filteredOn(sheet -> sheet.path().startsWith("/api/"))
                .isNotEmpty()
                .allSatisfy(sheet -> assertThat(((Sheet.Printed) sheet).headers())
                        .containsEntry("Access-Control-Allow-Origin", "*"));
    }

    @Test
    void contact_cards_are_folded_between_characters_and_end_their_lines_as_vcards_do() {
        for (Language language : office.languages()) {
            String cards = Sheets.text(press.print(chrome()), "/" + language + "/contacts.vcf");
            assertThat(cards).startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n").endsWith("END:VCARD\r\n");
            assertThat(cards.replace("\r\n", "")).doesNotContain("\r", "\n");
            for (String line : cards.split("\r\n", -1)) {
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            }
        }
        String english = Sheets.text(press.print(chrome()), "/en/contacts.vcf");
        for (Office.Contact contact : office.contacts()) {
            assertThat(english.replace("\r\n ", "")).contains(contact.mail());
        }
    }

    @Test
    void other_sites_find_how_to_quote_a_release_and_get_no_script_with_it() {
        PublicVersion version = versions.getFirst();
        List<Sheet> sheets = press.print(new Order.Release(version));
        String path = version.root() + "/oembed.json";
        assertThat(Sheets.text(sheets, version.path()))
                .contains("type=\"application/json+oembed\" href=\"https://press.lomara.example" + path + "\"");
        JsonNode answer = read(sheets, path);
        assertThat(answer.path("version").asString()).isEqualTo("1.0");
        assertThat(answer.path("html").asString())
                .startsWith("<blockquote")
                .contains("href=\"https://press.lomara.example" + version.path() + "\"")
                .doesNotContain("<script", "<iframe");
    }

    @Test
    void offices_say_from_both_sides_that_they_belong_together() {
        String ministry = Lomara.MINISTRY.host();
        assertThat(Lomara.site(443, office).offices().getFirst().host()).isEqualTo(ministry);
        assertThat(Sheets.text(press.print(chrome()), "/trust.txt"))
                .contains("controlledby=https://" + ministry + "/\n")
                .isEqualTo(Sheets.text(press.print(chrome()), "/.well-known/trust.txt"));
        Order first = new Order.Chrome(Lomara.MINISTRY, Instant.parse("2026-12-31T00:00:00Z"));
        assertThat(Sheets.text(press.print(first), "/trust.txt")).contains("control=https://" + office.host() + "/\n");
    }

    @Test
    void the_plain_index_leads_to_plain_texts() {
        List<Sheet> sheets =
                press.print(new Order.Home(office, Lomara.EN, standing(), List.of(Lomara.RELEASE), List.of(2026)));
        String index = Sheets.text(sheets, "/llms.txt");
        assertThat(index).startsWith("# ").isEqualTo(Sheets.text(sheets, "/en/llms.txt"));
        for (Listed line : standing()) {
            assertThat(index).contains("](https://press.lomara.example/en/" + line.release() + "/release.txt)");
        }
    }
}
