package org.diurna.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.edition.Standing;
import org.diurna.house.Language;
import org.junit.jupiter.api.Test;

class PressTest {
    private final Office office = Lomara.office("press.lomara.example");
    private final Press press = new Press(Lomara.site(443, office));
    private final List<PublicVersion> versions = PreviewReleases.all(office, Instant.parse("2026-01-21T12:00:00Z"));

    private PublicVersion version(String root) {
        return versions.stream()
                .filter(version -> version.root().equals(root))
                .findFirst()
                .orElseThrow();
    }

    private List<Sheet> release(String root) {
        return press.print(new Order.Release(version(root)));
    }

    @Test
    void the_same_order_prints_the_same_bytes_again_and_on_another_press() {
        Press other = new Press(Lomara.site(443, office));
        for (PublicVersion version : versions) {
            List<Sheet> first = press.print(new Order.Release(version));
            List<Sheet> second = other.print(new Order.Release(version));
            assertThat(second).hasSameSizeAs(first);
            for (int i = 0; i < first.size(); i++) {
                assertThat(second.get(i).path()).isEqualTo(first.get(i).path());
                assertThat(Sheets.bytes(second.get(i))).isEqualTo(Sheets.bytes(first.get(i)));
            }
        }
    }

    @Test
    void no_order_prints_an_address_twice() {
        for (PublicVersion version : versions) {
            assertThat(press.print(new Order.Release(version)).stream().map(Sheet::path))
                    .doesNotHaveDuplicates();
        }
        Order chrome = new Order.Chrome(office, Instant.parse("2026-12-31T00:00:00Z"));
        assertThat(press.print(chrome).stream().map(Sheet::path)).doesNotHaveDuplicates();
    }

    @Test
    void the_page_holds_the_body_of_its_edition_byte_for_byte() {
        for (PublicVersion version : versions) {
            if (version.withdrawn().isEmpty()) {
                String page = Sheets.text(press.print(new Order.Release(version)), version.path());
                assertThat(between(page)).isEqualTo(version.newest().bodyHtml());
            }
        }
    }

    private static String between(String page) {
        assertThat(page.split("<!--edition-->", -1)).hasSize(2);
        return page.substring(
                page.indexOf("<!--edition-->") + "<!--edition-->".length(), page.indexOf("<!--/edition-->"));
    }

    @Test
    void only_published_languages_are_offered() {
        String page = Sheets.text(release("/sr-Cyrl/01KAP5Q7W3"), "/sr-Cyrl/01KAP5Q7W3/water-agreement");
        assertThat(page).contains("hreflang=\"en\"", "hreflang=\"ar\"", "hreflang=\"x-default\"");
        assertThat(page).doesNotContain("hreflang=\"de\"");
        String alone = Sheets.text(release("/de/01KAP5Q7DE"), "/de/01KAP5Q7DE/rahmenuebereinkommen");
        assertThat(alone).doesNotContain("hreflang");
    }

    @Test
    void the_short_address_and_old_slugs_move_to_the_page() {
        List<Sheet> sheets = release("/en/01KAP5Q7WK");
        for (String path : List.of("/en/01KAP5Q7WK", "/en/01KAP5Q7WK/", "/en/01KAP5Q7WK/an-older-name")) {
            assertThat(Sheets.at(sheets, path))
                    .isEqualTo(new Sheet.Moved(office.host(), path, "/en/01KAP5Q7WK/visit-postponed", 301));
        }
    }

    @Test
    void a_removed_text_leaves_tombstones_that_echo_nothing_of_it() {
        List<Sheet> sheets = release("/en/01KAP5Q7WR");
        for (String path : List.of(
                "/en/01KAP5Q7WR",
                "/en/01KAP5Q7WR/secret-name",
                "/en/01KAP5Q7WR/an-older-name",
                "/en/01KAP5Q7WR/editions/1",
                "/en/01KAP5Q7WR/release.txt",
                "/en/01KAP5Q7WR/ninjs.json",
                "/en/01KAP5Q7WR/newsml.xml",
                "/en/01KAP5Q7WR/history",
                "/en/01KAP5Q7WR/editions/1/edition.tlog-proof",
                "/en/01KAP5Q7WR/editions/1/edition.json")) {
            assertThat(Sheets.at(sheets, path)).isInstanceOf(Sheet.Gone.class);
            assertThat(Sheets.text(sheets, path))
                    .doesNotContainIgnoringCase("secret")
                    .doesNotContain("an-older-name")
                    .doesNotContain("venue below");
        }
        assertThat(Sheets.text(sheets, "/en/01KAP5Q7WR")).contains("333", "/en/01KAP5Q7WR/withdrawal.tlog-proof");
        assertThat(Sheets.text(sheets, "/en/01KAP5Q7WR/withdrawal.tlog-proof")).contains("index 333");
        assertThat(Sheets.text(sheets, "/en/01KAP5Q7WR/editions/index.json"))
                .contains("\"index\":333", "\"readable\":false")
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("page");
    }

    @Test
    void a_withdrawn_release_says_so_above_its_text() {
        String page = Sheets.text(release("/en/01KAP5Q7WK"), "/en/01KAP5Q7WK/visit-postponed");
        assertThat(page.indexOf("Withdrawn on 3 February 2026"))
                .isPositive()
                .isLessThan(page.indexOf("<!--edition-->"));
        assertThat(between(page)).isNotEmpty();
    }

    @Test
    void a_mended_trifle_and_a_withdrawal_do_not_count_as_a_change() {
        PublicEdition first = edition(1, Kind.RELEASE, "2026-01-20T09:00:00Z");
        PublicEdition corrected = edition(2, Kind.CORRECTION, "2026-01-20T10:00:00Z");
        PublicEdition refiled = edition(3, Kind.REFILE, "2026-01-20T11:00:00Z");
        PublicEdition withdrawn = edition(4, Kind.WITHDRAWAL, "2026-01-20T12:00:00Z");
        PublicVersion version = Lomara.version(
                office, "01KAP5Q7AA", Lomara.EN, Standing.ORIGINAL, "x", first, corrected, refiled, withdrawn);
        assertThat(Editions.lastChange(version)).isEqualTo(corrected);
        assertThat(Editions.shown(version)).isEqualTo(refiled);
        String page = Sheets.text(press.print(new Order.Release(version)), version.path());
        assertThat(page)
                .contains("article:modified_time\" content=\"2026-01-20T11:00:00+01:00")
                .contains("\"dateModified\":\"2026-01-20T11:00:00+01:00\"");
    }

    private static PublicEdition edition(int number, Kind kind, String published) {
        return Lomara.edition(
                number, kind, "", published, Lomara.wording("Headline", "", "Belgrade", "Text."), "<p>Text.</p>");
    }

    @Test
    void a_full_page_of_a_list_says_nothing_that_could_grow() {
        List<Listed> entries = List.of(Lomara.listed(version("/en/01KAP5Q7W3")));
        List<Sheet> now = month(entries, 2, Optional.empty());
        List<Sheet> later = month(entries, 9, Optional.of(YearMonth.of(2026, 2)));
        assertThat(now).hasSize(1);
        assertThat(Sheets.bytes(Sheets.at(now, "/en/archive/2026-01/1/")))
                .isEqualTo(Sheets.bytes(Sheets.at(later, "/en/archive/2026-01/1/")));
    }

    @Test
    void the_newest_page_of_a_list_stands_at_the_lists_own_address() {
        List<Sheet> sheets = month(List.of(Lomara.listed(version("/en/01KAP5Q7W3"))), 1, Optional.empty());
        assertThat(Sheets.at(sheets, "/en/archive/2026-01/")).isInstanceOf(Sheet.Printed.class);
        assertThat(Sheets.at(sheets, "/en/archive/2026-01/1/"))
                .isEqualTo(new Sheet.Moved(office.host(), "/en/archive/2026-01/1/", "/en/archive/2026-01/", 302));
    }

    private List<Sheet> month(List<Listed> entries, int pages, Optional<YearMonth> after) {
        YearMonth january = YearMonth.of(2026, 1);
        return press.print(new Order.MonthPage(office, Lomara.EN, january, 1, pages, entries, Optional.empty(), after));
    }

    @Test
    void a_withdrawn_release_is_a_tombstone_in_the_archive_of_the_feed() {
        Listed listed = Lomara.listed(version("/en/01KAP5Q7WK"));
        List<Sheet> sheets = press.print(new Order.FeedArchive(office, Lomara.EN, 1, 1, List.of(listed)));
        assertThat(Sheets.text(sheets, "/en/feed/1.atom"))
                .contains("at:deleted-entry ref=\"tag:mfa.lomara.example,2024-01-01:01KAP5Q7WK/en\"")
                .doesNotContain("<entry>");
    }

    @Test
    void a_language_without_words_borrows_them_and_says_so() {
        List<Sheet> sheets = press.print(new Order.Archive(office, Language.of("mt"), List.of()));
        assertThat(Sheets.text(sheets, "/mt/archive/"))
                .contains("<html lang=\"mt\" dir=\"ltr\">")
                .contains("<footer class=\"foot\" lang=\"en\"");
    }
}
