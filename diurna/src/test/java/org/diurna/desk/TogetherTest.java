package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Comment;
import org.diurna.edition.Inline;
import org.diurna.edition.Mark;
import org.diurna.edition.Numbers;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.Releases;
import org.diurna.edition.Speaker;
import org.diurna.edition.Standing;
import org.diurna.edition.StandingText;
import org.diurna.edition.Wording;
import org.diurna.edition.Writing;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.Outbox;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Doer;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;

/** What is kept beside drafts: speakers, texts of offices, comments, numbers. */
final class TogetherTest {
    private static final Instant AT = Instant.parse("2026-01-20T12:00:00Z");
    private static final Clock NOON = Clock.fixed(AT, ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 20);
    private static final Doer ANA = new Doer.Operator("ana");

    private static Block paragraph(String id, String text) {
        return new Block.Paragraph(id, Optional.empty(), List.of(Inline.Text.plain(text)));
    }

    private static Block quote(String name, String role) {
        return new Block.Quote(
                "q1",
                Optional.empty(),
                List.of(List.of(Inline.Text.plain("We are glad."))),
                Optional.of(new Block.Speaker(name, role)),
                Optional.empty());
    }

    private static Wording wording(Block... blocks) {
        return new Wording("The harbour opens", List.of("Summary"), "Halin", Optional.of(TODAY), List.of(blocks));
    }

    private static List<String> keys(DeskRoom room, Wording wording) {
        ReleaseId id = room.begin(wording);
        return keys(room, id);
    }

    private static List<String> keys(DeskRoom room, ReleaseId id) {
        return new Checks(room.releases(), NOON)
                .of(room.office(), room.releases().draft(id, DeskRoom.EN).orElseThrow()).stream()
                        .map(Finding::key)
                        .filter(key -> !key.equals("contact-missing"))
                        .toList();
    }

    private static Speaker meric(int version) {
        return new Speaker(
                "s1",
                version,
                Map.of(
                        Language.of("en"), "Ana Merić",
                        Language.of("sr-Cyrl"), "Ана Мерић"),
                List.of(
                        new Speaker.Held(
                                Optional.of(LocalDate.of(2020, 1, 1)),
                                Optional.of(LocalDate.of(2025, 12, 31)),
                                Map.of(DeskRoom.EN, "Ambassador", DeskRoom.FR, "Ambassadrice")),
                        new Speaker.Held(
                                Optional.of(LocalDate.of(2026, 1, 1)),
                                Optional.empty(),
                                Map.of(DeskRoom.EN, "Minister"))));
    }

    @OnBothDatabases
    void a_speaker_has_the_office_of_the_day_and_the_name_of_the_script(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            var directory = room.releases().writing().directory();
            assertThat(directory.put(meric(0), "ana", AT)).isTrue();
            assertThat(directory.put(meric(0), "ben", AT)).isFalse();
            Speaker found = directory.find("s1").orElseThrow();
            assertThat(found.version()).isEqualTo(1);
            assertThat(found.role(LocalDate.of(2025, 12, 31), DeskRoom.EN)).contains("Ambassador");
            assertThat(found.role(LocalDate.of(2025, 6, 1), DeskRoom.FR)).contains("Ambassadrice");
            assertThat(found.role(TODAY, DeskRoom.EN)).contains("Minister");
            assertThat(found.role(TODAY, DeskRoom.FR)).isEmpty();
            assertThat(found.role(LocalDate.of(2019, 1, 1), DeskRoom.EN)).isEmpty();
            assertThat(found.name(Language.of("sr"))).contains("Ана Мерић");
            assertThat(found.name(Language.of("sr-Latn"))).isEmpty();
            assertThat(found.name(Language.of("en-GB"))).contains("Ana Merić");
        }
    }

    @OnBothDatabases
    void a_name_spelled_unlike_the_directory_and_an_office_of_another_day_are_told(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            room.releases().writing().directory().put(meric(0), "ana", AT);
            assertThat(keys(room, wording(paragraph("a", "Ana Meric spoke.")))).containsExactly("name-unlike");
            assertThat(keys(room, wording(paragraph("a", "Anna Merić spoke.")))).containsExactly("name-unlike");
            assertThat(keys(room, wording(paragraph("a", "Ana Merić’s speech."), quote("Ana Merić", "Minister"))))
                    .isEmpty();
            assertThat(keys(room, wording(quote("Ana Merić", "Ambassador")))).containsExactly("role-unlike");
            assertThat(keys(room, wording(quote("Ana Metic", "")))).containsExactly("name-unlike");
            assertThat(keys(room, wording(paragraph("a", "Maja Horvat spoke to Petar."))))
                    .isEmpty();
        }
    }

    private static StandingText about(int seen, String words) {
        return new StandingText("mfa", DeskRoom.EN, Block.SectionKind.ABOUT, seen, words, AT, "ana");
    }

    @OnBothDatabases
    void a_draft_keeps_the_text_that_it_took_and_is_told_of_a_newer_one(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            var texts = room.releases().writing().texts();
            StandingText first = about(0, "The Ministry.\n\nWrite to press@mfa.example\nor see https://mfa.example/a.");
            assertThat(texts.put(first)).isTrue();
            List<Block> blocks = first.blocks("t");
            assertThat(Blocks.plain(blocks))
                    .containsExactly("The Ministry.", "Write to press@mfa.example or see https://mfa.example/a.");
            assertThat(Blocks.texts(blocks.getLast())
                            .flatMap(List::stream)
                            .filter(Inline.Text.class::isInstance)
                            .flatMap(piece -> ((Inline.Text) piece).marks().stream()))
                    .containsExactly(new Mark.Link("mailto:press@mfa.example"), new Mark.Link("https://mfa.example/a"));
            Block section = new Block.Section("s1", Optional.empty(), Block.SectionKind.ABOUT, "", blocks);
            ReleaseId id = room.begin(wording(paragraph("a", "Text."), section));
            assertThat(keys(room, id)).doesNotContain("text-newer");
            assertThat(texts.put(about(0, "Lost."))).isFalse();
            assertThat(texts.put(about(1, "The new Ministry."))).isTrue();
            assertThat(keys(room, id)).contains("text-newer");
            assertThat(room.releases()
                            .draft(id, DeskRoom.EN)
                            .orElseThrow()
                            .wording()
                            .body())
                    .contains(section);
            Block own = new Block.Section(
                    "s1", Optional.empty(), Block.SectionKind.ABOUT, "", List.of(paragraph("x", "Our own words.")));
            assertThat(keys(room, wording(paragraph("a", "Text."), own))).doesNotContain("text-newer");
            assertThat(texts.versions("mfa", DeskRoom.EN, Block.SectionKind.ABOUT))
                    .extracting(StandingText::version)
                    .containsExactly(2, 1);
        }
    }

    @OnBothDatabases
    void an_open_comment_stands_against_publishing_until_it_is_settled(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Staff staff = Members.staff(room.database(), NOON);
            Rights rights = new Rights(staff);
            var ben = Members.join(staff, "Ben.Oto", Grant.everywhere(Duty.WRITER));
            Members.join(staff, "Carl", new Grant(Duty.WRITER, Set.of("elsewhere"), Set.of(), Set.of()));
            ReleaseId id = room.begin(wording(paragraph("a", "Text.")));
            Release release = room.releases().find(id).orElseThrow();
            var draft = room.releases().draft(id, DeskRoom.EN).orElseThrow();
            Writing writing = room.releases().writing();
            Outbox outbox = new Outbox(room.database(), room.jobs(), NOON);
            Mentions mentions = new Mentions(outbox, URI.create("https://desk.example"));
            Discuss discuss = new Discuss(writing.comments(), rights, mentions, NOON);
            assertThat(discuss.say(ANA, release, draft, "a", " ", List.of()))
                    .isInstanceOf(Discuss.Outcome.NotReady.class);
            assertThat(discuss.say(
                            ANA,
                            release,
                            draft,
                            "a",
                            "Is that so, @ben.oto and @Carl?",
                            staff.people().able()))
                    .isInstanceOf(Discuss.Outcome.Done.class);
            assertThat(keys(room, id)).containsExactly("comment-open");
            Publish publish = new Publish(room.releases(), rights, NOON);
            assertThat(publish.run(ANA, id, DeskRoom.EN, 1)).isInstanceOf(Refusal.NotReady.class);
            assertThat(writing.comments().waitingFor(ben.id(), 9)).hasSize(1);
            assertThat(writing.comments().waitingFor("pCarl", 9)).isEmpty();
            Comment comment = writing.comments().of(id, DeskRoom.EN).getFirst();
            assertThat(outbox.unsent(9))
                    .as("letters to those who are named")
                    .singleElement()
                    .satisfies(slip -> assertThat(slip.to()).isEqualTo(ben.mail()))
                    .satisfies(slip -> assertThat(outbox.words(slip.key()).orElseThrow())
                            .contains("https://desk.example/releases/" + id.value() + "/en")
                            .doesNotContain("Is that so"));
            ReleaseId other = room.begin(wording(paragraph("a", "Other.")));
            assertThat(discuss.resolve(
                            ANA,
                            room.releases().find(other).orElseThrow(),
                            room.releases().draft(other, DeskRoom.EN).orElseThrow(),
                            comment.id()))
                    .isInstanceOf(Discuss.Outcome.NotFound.class);
            discuss.resolve(ANA, release, draft, comment.id());
            assertThat(writing.comments().find(comment.id()).flatMap(Comment::resolved))
                    .contains(new Comment.Resolved(AT, "ana"));
            assertThat(keys(room, id)).isEmpty();
            assertThat(writing.comments().waitingFor(ben.id(), 9)).isEmpty();
            assertThat(publish.run(ANA, id, DeskRoom.EN, 1))
                    .isInstanceOfSatisfying(
                            Publish.Outcome.Published.class,
                            published -> assertThat(new String(
                                            published.edition().json(), java.nio.charset.StandardCharsets.UTF_8))
                                    .doesNotContain("Is that so"));
            assertThat(Members.acts(staff)).contains("comment", "resolve-comment");
        }
    }

    @OnBothDatabases
    void a_number_is_reserved_with_the_decision_and_a_gap_is_told(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Numbers numbers = room.releases().writing().numbers();
            Publish publish = new Publish(room.releases(), room.rights(), NOON);
            ReleaseId spiked = room.releases()
                    .begin(
                            new Releases.Beginning(
                                    "mfa",
                                    "press-release",
                                    Optional.of(ReleaseNumber.of("", 1, 2026)),
                                    DeskRoom.EN,
                                    Standing.ORIGINAL,
                                    wording(paragraph("a", "Spiked.")),
                                    "",
                                    List.of()),
                            "ana",
                            AT);
            room.releases().discards().discard(spiked, DeskRoom.EN, "ana", AT);
            ReleaseId id = room.begin(wording(paragraph("a", "Text.")));
            assertThat(publish.run(ANA, id, DeskRoom.EN, 7, Publish.Numbering.NEXT))
                    .isInstanceOf(Refusal.Overtaken.class);
            assertThat(room.releases().find(id).orElseThrow().number()).isEmpty();
            assertThat(publish.run(ANA, id, DeskRoom.EN, 1, Publish.Numbering.NEXT))
                    .isInstanceOf(Publish.Outcome.Published.class);
            assertThat(room.releases().find(id).orElseThrow().number()).contains(ReleaseNumber.of("", 2, 2026));
            Numbers.Series series = new Numbers.Series("mfa", "", 2026);
            assertThat(numbers.series("mfa")).containsExactly(series);
            assertThat(numbers.borne(series))
                    .containsExactly(
                            new Numbers.Borne(1, "001/2026", spiked, "press-release", true, false),
                            new Numbers.Borne(2, "002/2026", id, "press-release", false, true));
            numbers.explain(series, 1, "The visit was called off.", "ana", AT);
            assertThat(numbers.explained(series))
                    .extracting(Numbers.Explained::words)
                    .containsExactly("The visit was called off.");
        }
    }

    @OnBothDatabases
    void a_file_name_that_tells_the_story_is_told_before_it_is_public(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Block link = new Block.Paragraph(
                    "a",
                    Optional.empty(),
                    List.of(new Inline.Text(
                            "Plan",
                            List.of(new Mark.Link("https://files.example/new-harbour-opens-halin-today.pdf")))));
            Wording telling = new Wording(
                    "New harbour of Halin opens", List.of("Summary"), "", Optional.of(TODAY), List.of(link));
            assertThat(keys(room, telling)).contains("name-tells");
            assertThat(keys(room, wording(link))).doesNotContain("name-tells");
        }
    }

    @OnBothDatabases
    void saves_are_noted_once_for_a_sitting(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Staff staff = Members.staff(room.database(), NOON);
            ReleaseId id = room.begin(wording(paragraph("a", "one")));
            Save save = new Save(room.releases(), room.releases().revisions(), new Rights(staff), NOON);
            save.run(ANA, id, DeskRoom.EN, 1, wording(paragraph("a", "two")));
            save.run(ANA, id, DeskRoom.EN, 2, wording(paragraph("a", "three")));
            save.run(new Doer.Operator("ben"), id, DeskRoom.EN, 3, wording(paragraph("a", "four")));
            assertThat(Members.acts(staff)).containsExactly("save", "save");
        }
    }

    @OnBothDatabases
    void what_offices_write_at_the_end_is_not_for_everybody_to_change(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Staff staff = Members.staff(room.database(), NOON);
            var reviewer = Members.join(staff, "rev", Grant.everywhere(Duty.REVIEWER));
            var writer = Members.join(staff, "wri", new Grant(Duty.WRITER, Set.of("mfa"), Set.of(), Set.of("en")));
            Doer by = new Doer.Member(writer, AT, "");
            assertThat(Rights.keepsTexts(by, "mfa", DeskRoom.EN)).isTrue();
            assertThat(Rights.keepsTexts(by, "mfa", DeskRoom.FR)).isFalse();
            assertThat(Rights.keepsTexts(by, "other", DeskRoom.EN)).isFalse();
            assertThat(Rights.keepsSpeakers(by)).isTrue();
            assertThat(Rights.keepsSpeakers(new Doer.Member(reviewer, AT, ""))).isFalse();
        }
    }
}
