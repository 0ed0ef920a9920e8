package org.diurna.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Pages of many kinds and languages, with what an editor would read out of them. */
class PagesTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/gate/expected.tsv", delimiter = '\t', maxCharsPerColumn = 10_000)
    void a_page_gives_its_release(
            String file,
            String type,
            String date,
            String number,
            String place,
            String language,
            String headline,
            String first,
            String last) {
        Found found = Pages.found(file);
        List<String> text = Pages.proper(found);
        assertThat(found.label().map(Found.Label::words)).isEqualTo(Optional.ofNullable(type));
        assertThat(day(found)).isEqualTo(date == null ? "" : date);
        assertThat(found.number().map(Found.Reference::printed)).isEqualTo(Optional.ofNullable(number));
        assertThat(found.place()).isEqualTo(place == null ? "" : place);
        assertThat(found.language().tag()).isEqualTo(language);
        assertThat(found.headline()).isEqualTo(headline);
        assertThat(text.getFirst()).startsWith(first);
        assertThat(text.getLast()).endsWith(last);
    }

    private static String day(Found found) {
        return switch (found.date()) {
            case FoundDate.Certain certain -> certain.day().toString();
            case FoundDate.Ambiguous ambiguous -> ambiguous.days().toString();
            case FoundDate.NotFound _ -> "";
        };
    }

    @Test
    void an_ambiguous_date_is_reported_and_not_guessed() {
        Found found = Pages.found("ambiguous.txt");
        assertThat(found.date()).isInstanceOf(FoundDate.Ambiguous.class);
        assertThat(found.reports()).extracting(Found.Report::matter).contains(Found.Matter.DATE_AMBIGUOUS);
    }

    @Test
    void markup_becomes_blocks_of_its_kind() {
        Found found = Pages.found("cms.html");
        assertThat(found.decks()).containsExactly("Twelve volunteers will watch over the northern strait");
        assertThat(Blocks.all(found.body()).map(block -> block.getClass().getSimpleName()))
                .containsSubsequence(
                        "Paragraph",
                        "Quote",
                        "Heading",
                        "Paragraph",
                        "ItemList",
                        "Table",
                        "Paragraph",
                        "Section",
                        "Section");
        assertThat(Blocks.all(found.body()))
                .filteredOn(Block.Quote.class::isInstance)
                .first()
                .extracting(block -> ((Block.Quote) block).speaker().orElseThrow())
                .isEqualTo(new Block.Speaker("Lena Okri", "Minister of the Sea"));
        assertThat(found.reports()).extracting(Found.Report::matter).contains(Found.Matter.DATES_DIFFER);
    }

    @Test
    void tail_sections_are_typed() {
        assertThat(Pages.found("cms.html").body())
                .filteredOn(Block.Section.class::isInstance)
                .extracting(block -> ((Block.Section) block).kind())
                .containsExactly(Block.SectionKind.NOTES_TO_EDITORS, Block.SectionKind.CONTACTS);
        assertThat(Pages.found("wire.txt").body())
                .filteredOn(Block.Section.class::isInstance)
                .extracting(block -> ((Block.Section) block).kind())
                .containsExactly(Block.SectionKind.ABOUT, Block.SectionKind.CONTACTS);
    }

    @Test
    void what_belongs_to_the_site_is_left_out_with_a_reason() {
        Found found = Pages.found("cms.html");
        assertThat(found.leftOut()).contains(new Found.LeftOut("Skip to content", Found.Reason.NAVIGATION));
        assertThat(found.leftOut())
                .extracting(Found.LeftOut::text)
                .contains("Facebook LinkedIn", "© Ministry of the Sea");
        assertThat(Pages.proper(found)).noneMatch(text -> text.contains("cookies") || text.contains("lighthouse"));
    }

    @Test
    void a_note_that_is_not_for_publication_stays_out() {
        Found found = Pages.found("withheld.txt");
        assertThat(Blocks.plain(found.body())).noneMatch(text -> text.contains("mobile telephone"));
        assertThat(found.leftOut()).extracting(Found.LeftOut::reason).contains(Found.Reason.NOT_FOR_PUBLICATION);
        assertThat(found.reports()).extracting(Found.Report::matter).contains(Found.Matter.NOT_FOR_PUBLICATION);
    }

    @Test
    void a_correction_is_told() {
        Found found = Pages.found("correction.txt");
        assertThat(found.notices()).extracting(Found.Notice::kind).contains(Found.NoticeKind.CORRECTION);
        assertThat(found.reports()).extracting(Found.Report::matter).contains(Found.Matter.CORRECTED);
    }

    @Test
    void two_languages_in_one_page_are_told() {
        Found found = Pages.found("fr-en.txt");
        assertThat(found.languages()).extracting(Object::toString).containsExactly("en", "fr");
        assertThat(found.reports()).extracting(Found.Report::matter).contains(Found.Matter.TWO_LANGUAGES);
    }

    @Test
    void several_releases_in_one_page_are_refused_by_name() {
        assertThat(Pages.read("several.txt"))
                .isInstanceOfSatisfying(
                        Outcome.Several.class,
                        several -> assertThat(several.headlines())
                                .containsExactly(
                                        "Harbour of Harn opens its new pier", "Ferry to the islands sails every hour"));
    }

    @Test
    void a_list_of_links_is_no_release() {
        assertThat(Pages.read("list.html")).isInstanceOf(Outcome.NoRelease.class);
    }
}
