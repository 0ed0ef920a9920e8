package org.diurna.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the words around a picture when another one takes its place. */
final class WordingTest {
    private static final String OLD = "1".repeat(64);
    private static final String NEW = "2".repeat(64);
    private static final String OTHER = "3".repeat(64);

    private static Block.Figure figure(String id, String source, Block.Use use, String alt) {
        return new Block.Figure(id, Optional.empty(), source, use, alt, List.of(), "Old credit");
    }

    @Test
    void another_picture_stands_in_every_place_of_the_old_one_and_in_no_other() {
        Wording wording = new Wording(
                "Ferry",
                List.of(),
                "",
                Optional.empty(),
                List.of(
                        figure("a", OLD, Block.Use.DECORATIVE, ""),
                        new Block.Section(
                                "s",
                                Optional.empty(),
                                Block.SectionKind.BACKGROUND,
                                "",
                                List.of(figure("b", OLD, Block.Use.INFORMATIVE, "Old"))),
                        figure("c", OTHER, Block.Use.INFORMATIVE, "Other")),
                Optional.of(new Banner(OLD, Block.Use.INFORMATIVE, "Old", "A caption")));
        Event visit = new Event(
                "visit",
                LocalDateTime.parse("2026-12-01T09:00"),
                Optional.empty(),
                ZoneId.of("Europe/Belgrade"),
                "The visit",
                "",
                "");
        Wording exchanged = wording.announcing(List.of(visit)).exchanging(OLD, NEW, "New");
        assertThat(exchanged.events()).containsExactly(visit);
        assertThat(exchanged.pictures()).containsExactly(NEW, OTHER);
        assertThat(exchanged.banner()).contains(new Banner(NEW, Block.Use.INFORMATIVE, "New", "A caption"));
        List<Block.Figure> figures = Blocks.figures(exchanged.body()).toList();
        assertThat(figures).extracting(Block.Figure::spoken).containsExactly("", "New", "Other");
        assertThat(figures).extracting(Block.Figure::credit).containsExactly("", "", "Old credit");
        assertThat(wording.exchanging(OLD, NEW, "").banner().orElseThrow().alt())
                .isEqualTo("Old");
        assertThat(wording.exchanging(NEW, OTHER, "x")).isEqualTo(wording);
    }

    @Test
    void an_event_beyond_all_calendars_is_refused() {
        for (String start : List.of("+999999999-01-01T00:00", "1815-06-18T11:00")) {
            assertThatThrownBy(() -> new Event(
                            "a", LocalDateTime.parse(start), Optional.empty(), ZoneId.of("UTC"), "What", "", ""))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Event(
                        "a",
                        LocalDateTime.parse("2026-12-01T09:00"),
                        Optional.of(LocalDateTime.parse("+999999999-12-31T23:59")),
                        ZoneId.of("UTC"),
                        "What",
                        "",
                        ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
