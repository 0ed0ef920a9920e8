package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.desk.DeskRoom.EN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.Block;
import org.diurna.edition.Draft;
import org.diurna.edition.DraftLine;
import org.diurna.edition.Happenings;
import org.diurna.edition.Inline;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Reviews;
import org.diurna.edition.Schedule;
import org.diurna.edition.Stage;
import org.diurna.edition.WallTime;
import org.diurna.edition.Wording;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Doer;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;

/** From draft to the public by way of a second pair of eyes, and of a time to come. */
final class ReviewTest {
    private static final Doer PROGRAM =
            new Doer.Integration("key", "intranet", List.of(Grant.everywhere(Duty.REVIEWER)), "203.0.113.0");

    private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");

    private final FakeClock clock = new FakeClock("2026-11-25T12:00:00Z");

    /** People with all duties of a press officer; none of them is the one who wrote. */
    private static Doer member(Staff staff, String name, Clock clock) {
        return new Doer.Member(
                Members.join(
                        staff,
                        name,
                        Grant.everywhere(Duty.WRITER),
                        Grant.everywhere(Duty.REVIEWER),
                        Grant.everywhere(Duty.PUBLISHER)),
                clock.instant(),
                "here");
    }

    private static Wording wording(String text) {
        return new Wording(
                "The ferry sails",
                List.of("At noon."),
                "Halin",
                Optional.of(LocalDate.of(2026, 11, 26)),
                List.of(new Block.Paragraph("a", Optional.empty(), List.of(Inline.Text.plain(text)))));
    }

    private static List<String> keys(Object outcome) {
        assertThat(outcome).isInstanceOf(Refusal.NotReady.class);
        return ((Refusal.NotReady) outcome)
                .objections().stream().map(Objection::key).toList();
    }

    @OnBothDatabases
    void nothing_goes_without_the_approval_of_the_very_words_by_somebody_else(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Staff staff = Members.staff(room.database(), clock);
            Rights rights = new Rights(staff, new Eyes(Set.of("mfa")));
            Doer ana = member(staff, "ana", clock);
            Doer ben = member(staff, "ben", clock);
            ReleaseId id = room.begin(wording("The ferry sails at noon."));
            Save save = new Save(room.releases(), room.releases().revisions(), rights, clock);
            save.run(ana, id, EN, 1, wording("The ferry sails at one."));
            Publish publish = new Publish(room.releases(), rights, clock);
            Submit submit = new Submit(room.releases(), rights, clock);
            Approve approve = new Approve(room.releases(), rights, clock);
            Return back = new Return(room.releases(), rights, clock);

            assertThat(keys(publish.run(ana, id, EN, 2))).containsExactly("review-missing");
            assertThat(keys(new SignOff(room.releases(), rights, clock)
                            .run(
                                    ana,
                                    id,
                                    List.of(new SignOff.Seen(EN, 2)),
                                    new WallTime(
                                            LocalDateTime.parse("2026-11-26T09:00"), BELGRADE, WallTime.Shift.ONLY),
                                    Publish.Numbering.AS_IT_IS)))
                    .containsExactly("review-missing");
            assertThat(submit.run(ana, id, EN, 2, "Is the time right?")).isInstanceOf(Reviewed.Done.class);
            assertThat(line(room, id)).isEqualTo(DraftLine.At.IN_REVIEW);
            assertThat(keys(back.run(ben, id, EN, 2, " "))).containsExactly("review-words");
            assertThat(back.run(ben, id, EN, 2, "It sails at two.")).isInstanceOf(Reviewed.Done.class);
            assertThat(room.releases().reviews().of(id, EN)).isInstanceOf(Reviews.State.Returned.class);

            save.run(ana, id, EN, 2, wording("The ferry sails at two."));
            submit.run(ana, id, EN, 3, "");
            assertThat(keys(approve.run(ana, id, EN, 3))).containsExactly("review-own");
            assertThat(keys(approve.run(PROGRAM, id, EN, 3))).containsExactly("review-program");
            assertThat(approve.run(ben, id, EN, 2)).isInstanceOf(Refusal.Overtaken.class);
            assertThat(approve.run(ben, id, EN, 3)).isInstanceOf(Reviewed.Done.class);
            assertThat(line(room, id)).isEqualTo(DraftLine.At.APPROVED);

            save.run(ana, id, EN, 3, wording("The ferry sails at three."));
            assertThat(line(room, id)).as("a change takes the approval away").isEqualTo(DraftLine.At.DRAFTED);
            assertThat(keys(publish.run(ana, id, EN, 4))).containsExactly("review-missing");
            approve.run(ben, id, EN, 4);
            assertThat(publish.run(ana, id, EN, 4)).isInstanceOf(Publish.Outcome.Published.class);
            assertThat(Members.acts(staff)).contains("submit", "return", "approve", "publish");
        }
    }

    private static DraftLine.At line(DeskRoom room, ReleaseId id) {
        return room.releases()
                .lines()
                .of(List.of(id))
                .getOrDefault(id, List.of())
                .getFirst()
                .at();
    }

    @OnBothDatabases
    void an_emergency_goes_with_a_reason_and_is_listed_until_somebody_else_approves_it(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Staff staff = Members.staff(room.database(), clock);
            Rights rights = new Rights(staff, new Eyes(Set.of("all")));
            Doer ana = member(staff, "ana", clock);
            Doer ben = member(staff, "ben", clock);
            ReleaseId id = room.begin(wording("Boil your water."));
            Publish publish = new Publish(room.releases(), rights, clock);
            Approve approve = new Approve(room.releases(), rights, clock);
            assertThat(keys(publish.emergency(ana, id, EN, 1, " "))).containsExactly("emergency-reason");
            assertThat(publish.emergency(ana, id, EN, 1, "The water is bad."))
                    .isInstanceOf(Publish.Outcome.Published.class);
            assertThat(room.releases().emergencies().open(9))
                    .singleElement()
                    .satisfies(open -> assertThat(open.reason()).isEqualTo("The water is bad."));
            assertThat(keys(approve.afterwards(ana, id, EN))).containsExactly("review-own");
            assertThat(keys(approve.afterwards(PROGRAM, id, EN))).containsExactly("review-program");
            assertThat(approve.afterwards(ben, id, EN)).isInstanceOf(Reviewed.Done.class);
            assertThat(room.releases().emergencies().open(9)).isEmpty();
            assertThat(keys(approve.afterwards(ben, id, EN))).containsExactly("review-not-emergency");
            assertThat(Members.acts(staff)).contains("publish-emergency", "approve-afterwards");
        }
    }

    @OnBothDatabases
    void a_time_is_refused_or_asked_about_and_what_is_signed_off_is_moved_and_cancelled(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Staff staff = Members.staff(room.database(), clock);
            Rights rights = new Rights(staff);
            Doer ana = member(staff, "ana", clock);
            ReleaseId id = room.begin(wording("The ferry sails at noon."));
            SignOff signOff = new SignOff(room.releases(), rights, clock);
            Move move = new Move(room.releases(), rights, signOff, clock);
            Cancel cancel = new Cancel(room.releases(), rights, clock);

            assertThat(sign(signOff, ana, id, "2026-11-25T13:00"))
                    .as("now is no time to come")
                    .satisfies(outcome -> assertThat(keys(outcome)).containsExactly("schedule-past"));
            assertThat(keys(sign(signOff, ana, id, "2030-11-25T13:00"))).contains("schedule-far");
            assertThat(sign(signOff, ana, id, "2027-03-28T02:30")).isInstanceOf(SignOff.Outcome.NoSuchTime.class);
            assertThat(sign(signOff, ana, id, "2027-10-31T02:30")).isInstanceOf(SignOff.Outcome.TwoSuchTimes.class);
            clock.pass(Duration.ofHours(2));
            assertThat(sign(signOff, ana, id, "2026-11-26T09:00"))
                    .as("an old proof is asked for again")
                    .isInstanceOf(Refusal.ProveFirst.class);
            Doer now = new Doer.Member(((Doer.Member) ana).person(), clock.instant(), "here");
            SignOff.Outcome signed = sign(signOff, now, id, "2026-11-26T09:00");
            assertThat(signed).isInstanceOf(SignOff.Outcome.SignedOff.class);
            Schedule schedule = ((SignOff.Outcome.SignedOff) signed).schedule();
            assertThat(schedule.due()).isEqualTo(Instant.parse("2026-11-26T08:00:00Z"));

            Release release = room.releases().find(id).orElseThrow();
            Draft draft = room.releases().draft(id, EN).orElseThrow();
            assertThat(new Publish(room.releases(), rights, clock).objections(release, draft))
                    .extracting(Objection::key)
                    .containsExactly("scheduled");
            assertThat(new Save(room.releases(), room.releases().revisions(), rights, clock)
                            .run(now, id, EN, 1, wording("Other words.")))
                    .isInstanceOf(Save.Outcome.SignedOff.class);

            assertThat(keys(move.run(now, schedule.id(), at("2026-11-20T09:00"))))
                    .containsExactly("schedule-past");
            assertThat(move.run(now, schedule.id(), at("2027-03-28T02:30")))
                    .isInstanceOf(Move.Outcome.NoSuchTime.class);
            assertThat(move.run(now, schedule.id(), at("2026-11-27T09:00"))).isInstanceOf(Move.Outcome.Moved.class);
            assertThat(room.releases().schedules().next()).contains(Instant.parse("2026-11-27T08:00:00Z"));
            assertThat(cancel.run(now, schedule.id())).isInstanceOf(Cancel.Outcome.Cancelled.class);
            assertThat(cancel.run(now, schedule.id())).isInstanceOf(Refusal.NotFound.class);
            assertThat(room.releases().stage(id, EN)).isEqualTo(new Stage.Drafted());
            assertThat(new Happenings(room.database(), room.jobs()).of(id)).isEmpty();
            assertThat(Members.acts(staff)).contains("schedule", "move-schedule", "cancel-schedule");
        }
    }

    private static SignOff.Outcome sign(SignOff signOff, Doer by, ReleaseId id, String local) {
        return signOff.run(by, id, List.of(new SignOff.Seen(EN, 1)), at(local), Publish.Numbering.AS_IT_IS);
    }

    private static WallTime at(String local) {
        return new WallTime(LocalDateTime.parse(local), BELGRADE, WallTime.Shift.ONLY);
    }
}
