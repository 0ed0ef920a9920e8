package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Block;
import org.diurna.edition.Happenings;
import org.diurna.edition.Inline;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.edition.WithdrawnText;
import org.diurna.edition.Wording;
import org.diurna.house.Database;
import org.diurna.house.FakeClock;
import org.diurna.house.Jobs;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Members;
import org.diurna.staff.People;

/** Invariant 7: a decision is taken in one place, and it says all that stands against it. */
final class DecisionsTest {
    private static final Language EN = Language.of("en");
    private static final Language AR = Language.of("ar");
    private static final Doer ILENA = new Doer.Operator("Ilena");

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    /** The decisions on one database. */
    private record Desk(Database database, Happenings happenings, Releases releases, FakeClock clock)
            implements AutoCloseable {
        static Desk open(TestDatabases.Fresh fresh, FakeClock clock) {
            Database database = fresh.open();
            Offices offices = new Offices(database);
            offices.put(new Office(
                    "ministry",
                    Map.of(EN, "Ministry of Lomara"),
                    List.of("mfa.lomara.example"),
                    List.of(EN),
                    ZoneId.of("UTC"),
                    Office.Brand.PLAIN,
                    List.of(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty()));
            Happenings happenings = new Happenings(database, new Jobs(database));
            return new Desk(database, happenings, new Releases(database, offices, happenings), clock);
        }

        ReleaseId draft(Language language, Wording wording) {
            return releases.begin(
                    new Releases.Beginning(
                            "ministry",
                            "press-release",
                            Optional.empty(),
                            language,
                            Standing.ORIGINAL,
                            wording,
                            "",
                            List.of()),
                    "Ilena",
                    clock.instant());
        }

        Publish publish() {
            return new Publish(releases, new Rights(Members.staff(database, clock)), clock);
        }

        Correct correct() {
            return new Correct(releases, new Rights(Members.staff(database, clock)), clock);
        }

        Withdraw withdraw() {
            return new Withdraw(releases, new Rights(Members.staff(database, clock)), clock);
        }

        ReleaseId published() {
            ReleaseId id = draft(EN, good("The ferry sails"));
            assertThat(publish().run(ILENA, id, EN, 1)).isInstanceOf(Publish.Outcome.Published.class);
            happenings.onTheStand(happenings.pending(10), 1, clock.instant());
            return id;
        }

        @Override
        public void close() {
            database.close();
        }
    }

    private static Wording good(String headline) {
        return new Wording(
                headline, List.of(), "Halden", Optional.of(LocalDate.of(2026, 3, 4)), List.of(paragraph("At noon.")));
    }

    private static Block.Paragraph paragraph(String text) {
        return new Block.Paragraph("p", Optional.empty(), List.of(Inline.Text.plain(text)));
    }

    @OnBothDatabases
    void publishing_is_refused_with_all_objections_at_once(TestDatabases.Fresh fresh) {
        try (Desk desk = Desk.open(fresh, clock)) {
            Wording poor = new Wording(
                    "",
                    List.of("TBC by the minister"),
                    "",
                    Optional.empty(),
                    List.of(
                            paragraph("The sum is XXX."),
                            new Block.Quote(
                                    "q",
                                    Optional.empty(),
                                    List.of(List.of(Inline.Text.plain("So be it."), new Inline.NoteCall("n1"))),
                                    Optional.empty(),
                                    Optional.empty())));
            ReleaseId id = desk.draft(AR, poor);
            Publish.Outcome outcome = desk.publish().run(ILENA, id, AR, 1);
            assertThat(outcome).isInstanceOfSatisfying(Refusal.NotReady.class, refused -> {
                assertThat(refused.objections())
                        .extracting(Objection::key)
                        .containsExactlyInAnyOrder(
                                "headline-missing",
                                "date-missing",
                                "language-foreign",
                                "placeholder",
                                "placeholder",
                                "footnote-missing");
                assertThat(refused.objections())
                        .as("each names its field and says what to do in every language of the desk")
                        .allSatisfy(objection -> {
                            assertThat(objection.field()).isNotEmpty();
                            assertThat(objection.in(EN)).isNotBlank().doesNotContain("{");
                            assertThat(objection.in(Language.of("fr"))).isNotBlank();
                        });
            });
            assertThat(desk.happenings().of(id)).isEmpty();
            assertThat(desk.releases().editions(id, AR)).isEmpty();
        }
    }

    @OnBothDatabases
    void the_button_is_grey_for_the_reasons_for_which_the_command_refuses(TestDatabases.Fresh fresh) {
        try (Desk desk = Desk.open(fresh, clock)) {
            List<ReleaseId> all = List.of(
                    desk.draft(EN, good("The ferry sails")),
                    desk.draft(EN, good("TK")),
                    desk.published(),
                    desk.draft(EN, new Wording("", List.of(), "", Optional.empty(), List.of())));
            People people = Members.staff(desk.database(), clock).people();
            Views views = new Views(
                    desk.releases(),
                    desk.happenings(),
                    ReleaseTypes.standard(),
                    desk.publish(),
                    (_, _) -> "http://x/",
                    new LineViews(desk.releases().lines(), desk.releases().offices(), ReleaseTypes.standard(), people),
                    new Answers(
                            new Checks(desk.releases(), clock),
                            desk.releases().writing().texts()),
                    people,
                    clock);
            for (ReleaseId id : all) {
                var draft = desk.releases().draft(id, EN).orElseThrow();
                List<String> shown = views.draft(
                                desk.releases().find(id).orElseThrow(),
                                draft,
                                List.of(),
                                EnumSet.allOf(Act.class),
                                new Views.Reader(EN, "Ilena", ""))
                        .objections();
                List<String> refused = switch (desk.publish().run(ILENA, id, EN, draft.revision())) {
                    case Publish.Outcome.Published _ -> List.of();
                    case Refusal.NotReady(var objections) ->
                        objections.stream().map(objection -> objection.in(EN)).toList();
                    case Refusal.Overtaken _, Refusal.NotFound _, Refusal.NotAllowed _, Refusal.ProveFirst _ ->
                        throw new AssertionError("neither");
                };
                assertThat(shown).isEqualTo(refused);
            }
        }
    }

    @OnBothDatabases
    void who_decides_on_words_that_have_changed_is_shown_the_new_ones(TestDatabases.Fresh fresh) {
        try (Desk desk = Desk.open(fresh, clock)) {
            ReleaseId id = desk.draft(EN, good("The ferry sails"));
            desk.releases().save(id, EN, 1, good("The ferry is late"), "Oto", clock.instant());
            assertThat(desk.publish().run(ILENA, id, EN, 1))
                    .isInstanceOfSatisfying(
                            Refusal.Overtaken.class,
                            overtaken -> assertThat(overtaken.now().wording().headline())
                                    .isEqualTo("The ferry is late"));
            assertThat(desk.publish().run(ILENA, new ReleaseId("0000000000"), EN, 1))
                    .isInstanceOf(Refusal.NotFound.class);
            assertThat(desk.publish().run(ILENA, id, AR, 1)).isInstanceOf(Refusal.NotFound.class);
        }
    }

    @OnBothDatabases
    void a_correction_needs_a_public_release_a_change_and_a_note(TestDatabases.Fresh fresh) {
        try (Desk desk = Desk.open(fresh, clock)) {
            ReleaseId fresher = desk.draft(EN, good("The ferry sails"));
            assertThat(keys(desk.correct().run(ILENA, fresher, EN, 1, Correct.Reason.UPDATE, " ")))
                    .containsExactlyInAnyOrder("note-missing", "not-public");
            ReleaseId id = desk.published();
            assertThat(keys(desk.correct().run(ILENA, id, EN, 1, Correct.Reason.CORRECTION, "")))
                    .containsExactlyInAnyOrder("note-missing", "nothing-changed");
            desk.releases().save(id, EN, 1, good("The ferry is late"), "Oto", clock.instant());
            assertThat(desk.correct().run(ILENA, id, EN, 2, Correct.Reason.CORRECTION, "The hour."))
                    .isInstanceOf(Correct.Outcome.Corrected.class);
            assertThat(keys(desk.correct().run(ILENA, id, EN, 2, Correct.Reason.CORRECTION, "The hour.")))
                    .contains("in-press");
        }
    }

    private static List<String> keys(Correct.Outcome outcome) {
        return switch (outcome) {
            case Refusal.NotReady(var objections) ->
                objections.stream().map(Objection::key).toList();
            case Correct.Outcome.Corrected _,
                    Refusal.Overtaken _,
                    Refusal.NotFound _,
                    Refusal.NotAllowed _,
                    Refusal.ProveFirst _ -> throw new AssertionError("not refused: " + outcome);
        };
    }

    @OnBothDatabases
    void a_withdrawal_needs_a_reason_and_happens_once(TestDatabases.Fresh fresh) {
        try (Desk desk = Desk.open(fresh, clock)) {
            ReleaseId draft = desk.draft(EN, good("The ferry sails"));
            assertThat(keys(desk.withdraw().run(ILENA, draft, EN, WithdrawnText.KEPT, " ")))
                    .containsExactlyInAnyOrder("reason-missing", "not-public");
            ReleaseId id = desk.published();
            assertThat(desk.withdraw().run(ILENA, id, EN, WithdrawnText.KEPT, "A mistake."))
                    .isInstanceOf(Withdraw.Outcome.Withdrawn.class);
            assertThat(keys(desk.withdraw().run(ILENA, id, EN, WithdrawnText.REMOVED, "A mistake.")))
                    .containsExactly("withdrawn");
            assertThat(desk.publish().run(ILENA, id, EN, 1)).isInstanceOf(Refusal.NotReady.class);
        }
    }

    private static List<String> keys(Withdraw.Outcome outcome) {
        return switch (outcome) {
            case Refusal.NotReady(var objections) ->
                objections.stream().map(Objection::key).toList();
            case Withdraw.Outcome.Withdrawn _,
                    Refusal.Overtaken _,
                    Refusal.NotFound _,
                    Refusal.NotAllowed _,
                    Refusal.ProveFirst _ -> throw new AssertionError("not refused: " + outcome);
        };
    }
}
