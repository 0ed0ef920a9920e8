package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Block;
import org.diurna.edition.Inline;
import org.diurna.edition.Mark;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Doer;

final class ChecksTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-20T12:00:00Z"), ZoneOffset.UTC);

    private static Block paragraph(String id, Inline... text) {
        return new Block.Paragraph(id, Optional.empty(), List.of(text));
    }

    private static Block paragraph(String id, String text) {
        return paragraph(id, Inline.Text.plain(text));
    }

    private static Wording wording(LocalDate date, Block... blocks) {
        return new Wording("Headline", List.of("Summary"), "Halin", Optional.of(date), List.of(blocks));
    }

    private static List<String> found(DeskRoom room, Language language, Wording wording) {
        ReleaseId id = room.begin(language, wording);
        return new Checks(room.releases(), NOON)
                .of(room.office(), room.releases().draft(id, language).orElseThrow()).stream()
                        .map(finding -> finding.severity().word() + " " + finding.block() + " " + finding.key())
                        .toList();
    }

    private static List<String> found(DeskRoom room, Language language, String text) {
        return found(
                room,
                language,
                wording(
                        LocalDate.of(2026, 1, 20),
                        paragraph("b1", text),
                        new Block.Section(
                                "c1",
                                Optional.empty(),
                                Block.SectionKind.CONTACTS,
                                "",
                                List.of(paragraph("c2", "Press office")))));
    }

    @OnBothDatabases
    void each_trouble_is_found_in_its_block_and_clean_text_has_none(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            assertThat(found(room, DeskRoom.EN, "The port opens on Tuesday, 20 January 2026."))
                    .isEmpty();
            assertThat(found(room, DeskRoom.FR, "Le port ouvre mardi 20 janvier 2026."))
                    .isEmpty();
            assertThat(found(room, DeskRoom.AR, "يفتح الميناء يوم الثلاثاء 20 يناير 2026."))
                    .isEmpty();
            assertThat(found(room, DeskRoom.EN, "The port opens on Friday, 20 January 2026."))
                    .containsExactly("severe b1 weekday-wrong");
            assertThat(found(room, DeskRoom.EN, "The port opens on Friday, January 20."))
                    .containsExactly("severe b1 weekday-wrong");
            assertThat(found(room, DeskRoom.FR, "Le port ouvre vendredi 20 janvier."))
                    .containsExactly("severe b1 weekday-wrong");
            assertThat(found(room, DeskRoom.AR, "يفتح الميناء يوم الجمعة 20 يناير 2026."))
                    .containsExactly("severe b1 weekday-wrong");
            assertThat(found(room, DeskRoom.EN, "The minister, XXX, spoke.")).containsExactly("severe b1 placeholder");
            assertThat(found(room, DeskRoom.EN, "EMBARGOED UNTIL 18:00. The port opens."))
                    .containsExactly("severe b1 embargo-left");
            assertThat(found(room, DeskRoom.EN, "The the port opens.")).containsExactly("advice b1 doubled");
            assertThat(found(room, DeskRoom.EN, "He had had it.")).isEmpty();
            assertThat(found(room, DeskRoom.EN, "It's \"open\".")).containsExactly("advice b1 straight-quotes");
            assertThat(found(room, DeskRoom.EN, "Word ".repeat(3) + "and so on ".repeat(13) + "it goes."))
                    .contains("advice b1 sentence-long");
            assertThat(found(
                            room,
                            DeskRoom.EN,
                            "Le port est ouvert pour les navires et les passagers qui viennent "
                                    + "dans la baie pour une visite du phare et des îles sur le chemin de la mer."))
                    .contains("advice  language-other");
        }
    }

    @OnBothDatabases
    void what_is_missing_is_said_all_at_once(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Wording empty = new Wording("", List.of(), "", Optional.empty(), List.of());
            assertThat(found(room, DeskRoom.EN, empty))
                    .containsExactlyInAnyOrder(
                            "severe  headline-missing",
                            "severe  date-missing",
                            "severe  body-missing",
                            "advice  summary-missing",
                            "advice  contact-missing");
        }
    }

    @OnBothDatabases
    void a_picture_needs_words_unless_it_is_decoration(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            LocalDate today = LocalDate.of(2026, 1, 20);
            for (Block.Use use : Block.Use.values()) {
                Block figure = new Block.Figure("f1", Optional.empty(), "", use, "", List.of(), "");
                assertThat(found(room, DeskRoom.EN, wording(today, paragraph("b1", "Text."), figure))
                                .contains("severe f1 alt-missing"))
                        .isEqualTo(use == Block.Use.INFORMATIVE);
            }
        }
    }

    @OnBothDatabases
    void a_link_to_a_release_that_is_not_public_stands_against_it(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            LocalDate today = LocalDate.of(2026, 1, 20);
            ReleaseId other = room.begin(wording(today, paragraph("b1", "Other.")));
            for (String target : List.of(
                    "https://press.mfa.example/en/" + other + "/headline",
                    "/en/" + other,
                    "https://PRESS.mfa.example/en/" + other)) {
                Inline link = new Inline.Text("see there", List.of(new Mark.Link(target)));
                assertThat(found(room, DeskRoom.EN, wording(today, paragraph("b1", link))))
                        .contains("severe b1 link-to-draft");
            }
            for (String target : List.of("http://intranet/page", "http://10.1.2.3/", "https://wiki.local/x")) {
                Inline link = new Inline.Text("see there", List.of(new Mark.Link(target)));
                assertThat(found(room, DeskRoom.EN, wording(today, paragraph("b1", link))))
                        .contains("advice b1 link-inside");
            }
        }
    }

    @OnBothDatabases
    void a_conflict_that_nobody_settled_stands_against_publishing(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            LocalDate today = LocalDate.of(2026, 1, 20);
            ReleaseId id = room.begin(wording(today, paragraph("a", "one"), paragraph("c-a", "two")));
            assertThat(new Publish(room.releases(), room.rights(), NOON)
                            .run(new Doer.Operator("ana"), id, DeskRoom.EN, 1))
                    .isInstanceOfSatisfying(
                            Refusal.NotReady.class,
                            notReady -> assertThat(notReady.objections())
                                    .extracting(Objection::key)
                                    .containsExactly("conflict-open"));
        }
    }

    @OnBothDatabases
    void a_date_long_ago_is_mentioned(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            assertThat(found(room, DeskRoom.EN, wording(LocalDate.of(2025, 1, 20), paragraph("b", "Text."))))
                    .contains("advice  date-past");
            assertThat(found(room, DeskRoom.EN, wording(LocalDate.of(2027, 1, 20), paragraph("b", "Text."))))
                    .contains("advice  date-far");
        }
    }
}
