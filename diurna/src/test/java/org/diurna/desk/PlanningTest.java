package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.desk.DeskRoom.EN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.diurna.edition.Block;
import org.diurna.edition.Inline;
import org.diurna.edition.PlannedDay;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Silences;
import org.diurna.edition.Wording;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Doer;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.Test;

/** Days that come again, and silences that only two people together let anything through. */
final class PlanningTest {
    private static final Doer ILENA = new Doer.Operator("Ilena");
    private static final Doer DARIO = new Doer.Operator("Dario");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    private static Wording wording() {
        Block.Paragraph paragraph = new Block.Paragraph("p", Optional.empty(), List.of(Inline.Text.plain("At noon.")));
        return new Wording(
                "The ferry sails", List.of(), "Halden", Optional.of(LocalDate.of(2026, 3, 4)), List.of(paragraph));
    }

    private static List<String> keys(List<Objection> objections) {
        return objections.stream().map(Objection::key).toList();
    }

    @OnBothDatabases
    void a_silence_keeps_back_what_is_published_and_scheduled_in_it_until_two_people_agree(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Staff staff = Members.staff(room.database(), clock);
            Rights rights = new Rights(staff);
            Planning planning = new Planning(room.releases(), rights, staff.permissions(), clock);
            Publish publish = new Publish(room.releases(), rights, clock);
            SignOff signOff = new SignOff(room.releases(), rights, clock);
            ReleaseId id = room.begin(wording());
            Release release = room.releases().find(id).orElseThrow();
            var draft = room.releases().draft(id, EN).orElseThrow();
            assertThat(planning.declare(
                            ILENA, "mfa", UTC, LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 8), "The election"))
                    .isInstanceOf(Planning.Outcome.Done.class);
            String silence =
                    room.releases().silences().open(clock.instant()).getFirst().id();

            assertThat(keys(publish.objections(release, draft))).containsExactly("silence");
            assertThat(publish.run(ILENA, id, EN, 1)).isInstanceOf(Refusal.NotReady.class);
            assertThat(publish.emergency(ILENA, id, EN, 1, "It cannot wait."))
                    .as("an emergency is no way round it")
                    .isInstanceOf(Refusal.NotReady.class);
            assertThat(keys(signOff.objections(release, draft, Instant.parse("2026-03-08T23:59:00Z"))))
                    .contains("silence");
            assertThat(keys(signOff.objections(release, draft, Instant.parse("2026-03-09T00:00:00Z"))))
                    .doesNotContain("silence");

            planning.ask(ILENA, silence, id, "A ship has sunk.");
            assertThat(planning.agree(ILENA, silence, id))
                    .as("whoever asks does not agree")
                    .isInstanceOf(Refusal.NotReady.class);
            assertThat(publish.run(ILENA, id, EN, 1)).isInstanceOf(Refusal.NotReady.class);
            assertThat(planning.agree(DARIO, silence, id)).isInstanceOf(Planning.Outcome.Done.class);
            assertThat(Members.acts(staff)).contains("silence", "ask-silence-exception", "agree-silence-exception");

            assertThat(keys(publish.objections(release, draft))).isEmpty();
            Wording other = new Wording(
                    "The ferry sinks",
                    List.of(),
                    "Halden",
                    wording().date(),
                    wording().body());
            room.releases().save(id, EN, 1, other, "ilena", clock.instant());
            assertThat(publish.run(ILENA, id, EN, 2))
                    .as("nobody agreed to these words")
                    .isInstanceOf(Refusal.NotReady.class);
            planning.ask(DARIO, silence, id, "It has sunk indeed.");
            assertThat(planning.agree(ILENA, silence, id)).isInstanceOf(Planning.Outcome.Done.class);
            planning.ask(DARIO, silence, id, "Once more.");
            assertThat(publish.run(ILENA, id, EN, 2))
                    .as("asking again changes nothing")
                    .isInstanceOf(Publish.Outcome.Published.class);
        }
    }

    @OnBothDatabases
    void a_silence_of_another_office_or_one_that_was_ended_keeps_nothing_back(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Release release = room.releases().find(room.begin(wording())).orElseThrow();
            Silences silences = room.releases().silences();
            Instant starts = Instant.parse("2026-03-01T00:00:00Z");
            Instant ends = Instant.parse("2026-03-09T00:00:00Z");
            silences.declare(new Silences.Silence("s1", "other", UTC, starts, ends, "x", "ilena"), clock.instant());
            assertThat(silences.against(release, EN, clock.instant())).isEmpty();
            silences.declare(new Silences.Silence("s2", "", UTC, starts, ends, "x", "ilena"), clock.instant());
            assertThat(silences.against(release, EN, clock.instant())).isPresent();
            assertThat(silences.against(release, EN, ends)).isEmpty();
            silences.end("s2", "ilena", clock.instant());
            assertThat(silences.against(release, EN, clock.instant())).isEmpty();
        }
    }

    @OnBothDatabases
    void days_come_again_for_their_office_and_for_all(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            room.releases()
                    .days()
                    .add(day("d1", "", MonthDay.of(3, 9), OptionalInt.of(1991), true), "ana", clock.instant());
            room.releases()
                    .days()
                    .add(day("d2", "tokyo", MonthDay.of(3, 10), OptionalInt.empty(), true), "ana", clock.instant());
            assertThat(room.releases()
                            .days()
                            .between(LocalDate.of(2026, 3, 1), LocalDate.of(2027, 3, 31), Set.of("mfa")))
                    .extracting(PlannedDay.Coming::date, PlannedDay.Coming::years)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 3, 9), OptionalInt.of(35)),
                            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2027, 3, 9), OptionalInt.of(36)));
            assertThat(room.releases()
                            .days()
                            .between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), Set.of("tokyo")))
                    .hasSize(2);
        }
    }

    private static PlannedDay day(String id, String office, MonthDay day, OptionalInt year, boolean yearly) {
        return new PlannedDay(id, office, "A day", PlannedDay.Kind.ANNIVERSARY, day, year, yearly);
    }

    @Test
    void a_day_of_a_leap_year_comes_in_every_year_and_one_that_comes_once_comes_once() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate last = LocalDate.of(2028, 12, 31);
        assertThat(day("d", "", MonthDay.of(2, 29), OptionalInt.of(2024), true).between(first, last))
                .extracting(PlannedDay.Coming::date)
                .containsExactly(LocalDate.of(2026, 2, 28), LocalDate.of(2027, 2, 28), LocalDate.of(2028, 2, 29));
        assertThat(day("d", "", MonthDay.of(6, 1), OptionalInt.of(2027), false).between(first, last))
                .singleElement()
                .satisfies(coming -> assertThat(coming.years()).isEmpty());
    }
}
