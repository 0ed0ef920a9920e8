package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.desk.DeskRoom.EN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Block;
import org.diurna.edition.Due;
import org.diurna.edition.Inline;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.Stage;
import org.diurna.edition.Standing;
import org.diurna.edition.WallTime;
import org.diurna.edition.Wording;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.Settings;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Doer;
import org.diurna.staff.Members;

/** Several releases go together at a time, or none of them. */
final class BundleTest {
    private static final Doer ILENA = new Doer.Operator("Ilena");
    private static final LocalDateTime NINE = LocalDateTime.parse("2026-03-10T09:00");

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    /** The decisions over one room. */
    private final class Decide {
        private final Releases releases;
        private final Together together;
        private final Bundle bundle;

        Decide(DeskRoom room) {
            releases = room.releases();
            Rights rights = new Rights(Members.staff(room.database(), clock));
            SignOff signOff = new SignOff(releases, rights, clock);
            Publish publish = new Publish(releases, rights, clock);
            together = new Together(releases, rights, signOff, publish, Platemaker.none(), clock);
            bundle = new Bundle(
                    releases, rights, new Move(releases, rights, signOff, clock), new Cancel(releases, rights, clock));
        }

        Together.Outcome run(List<ReleaseId> ids, Together.Time time) {
            List<SignOff.Chosen> chosen =
                    ids.stream().map(id -> new SignOff.Chosen(id, EN, 1)).toList();
            return together.run(ILENA, chosen, time, Publish.Numbering.AS_IT_IS);
        }

        String bound(List<ReleaseId> ids, Together.Time time) {
            return ((Together.Outcome.Bound) run(ids, time)).bundle();
        }
    }

    private static Wording wording(String headline) {
        Block.Paragraph paragraph = new Block.Paragraph("p", Optional.empty(), List.of(Inline.Text.plain("At noon.")));
        return new Wording(headline, List.of(), "Halden", Optional.of(LocalDate.of(2026, 3, 10)), List.of(paragraph));
    }

    /** Three of the ministry, whose clock is UTC, and two of its embassy far in the east. */
    private List<ReleaseId> five(DeskRoom room) {
        room.releases()
                .offices()
                .put(new Office(
                        "tokyo",
                        Map.of(EN, "Embassy"),
                        List.of("tokyo.mfa.example"),
                        List.of(EN),
                        ZoneId.of("Asia/Tokyo"),
                        Office.Brand.PLAIN,
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
        List<ReleaseId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(room.releases()
                    .begin(
                            new Releases.Beginning(
                                    i < 3 ? "mfa" : "tokyo",
                                    "press-release",
                                    Optional.empty(),
                                    EN,
                                    Standing.ORIGINAL,
                                    wording("Release " + i),
                                    "",
                                    List.of()),
                            "ana",
                            clock.instant()));
        }
        return ids;
    }

    private static List<Stage> stages(DeskRoom room, List<ReleaseId> ids) {
        return ids.stream().map(id -> room.releases().stage(id, EN)).toList();
    }

    @OnBothDatabases
    void one_objection_keeps_all_of_them_back(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Decide decide = new Decide(room);
            List<ReleaseId> ids = new ArrayList<>(five(room));
            ids.add(room.begin(wording("")));
            Together.Time nine = new Together.Time.One(new WallTime(NINE, ZoneId.of("UTC"), WallTime.Shift.ONLY));
            assertThat(decide.run(ids, nine))
                    .isInstanceOfSatisfying(
                            Refusal.NotReady.class,
                            refused -> assertThat(refused.objections())
                                    .extracting(Objection::key)
                                    .containsExactly("headline-missing"));
            assertThat(stages(room, ids)).allMatch(Stage.Drafted.class::isInstance);
        }
    }

    @OnBothDatabases
    void a_draft_that_was_saved_meanwhile_keeps_all_of_them_back(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Decide decide = new Decide(room);
            List<ReleaseId> ids = five(room);
            room.releases().save(ids.getLast(), EN, 1, wording("Changed"), "ana", clock.instant());
            Together.Time nine = new Together.Time.EachOffice(NINE);
            assertThat(decide.run(ids, nine)).isInstanceOf(Refusal.Overtaken.class);
            assertThat(stages(room, ids)).allMatch(Stage.Drafted.class::isInstance);
        }
    }

    @OnBothDatabases
    void one_moment_takes_all_of_them_in_one_transaction(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Decide decide = new Decide(room);
            List<ReleaseId> ids = five(room);
            String bundle = decide.bound(
                    ids, new Together.Time.One(new WallTime(NINE, ZoneId.of("Asia/Tokyo"), WallTime.Shift.ONLY)));
            Schedule schedule = room.releases().schedules().bound(bundle).getFirst();
            assertThat(schedule.versions()).hasSize(5);
            assertThat(schedule.due()).isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));

            assertThat(decide.bundle.move(
                            ILENA, bundle, NINE.plusDays(1), WallTime.Shift.ONLY, Optional.of(ZoneId.of("UTC"))))
                    .isInstanceOf(Bundle.Outcome.Done.class);
            Due due = new Due(
                    room.database(), room.releases(), WallTime.Rules.RUNTIME, Settings.LATE, (_, _, _, _) -> {});
            assertThat(due.take(Instant.parse("2026-03-11T08:59:59Z"))).isZero();
            assertThat(due.take(Instant.parse("2026-03-11T09:00:00Z"))).isEqualTo(1);
            assertThat(stages(room, ids)).allMatch(Stage.InPress.class::isInstance);
            assertThat(decide.bundle.open(bundle)).isEmpty();
        }
    }

    @OnBothDatabases
    void the_time_of_each_office_is_another_moment_and_all_are_moved_and_cancelled_together(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Decide decide = new Decide(room);
            List<ReleaseId> ids = five(room);
            String bundle = decide.bound(ids, new Together.Time.EachOffice(NINE));
            assertThat(room.releases().schedules().bound(bundle))
                    .extracting(Schedule::due)
                    .containsExactly(Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-03-10T09:00:00Z"));
            assertThat(decide.bundle.move(ILENA, bundle, NINE.plusDays(1), WallTime.Shift.ONLY, Optional.empty()))
                    .isInstanceOf(Bundle.Outcome.Done.class);
            assertThat(room.releases().schedules().bound(bundle))
                    .extracting(Schedule::due)
                    .containsExactly(Instant.parse("2026-03-11T00:00:00Z"), Instant.parse("2026-03-11T09:00:00Z"));
            // 2026-03-04 09:30 has passed on one of the walls and not on the other: neither moves
            assertThat(decide.bundle.move(
                            ILENA,
                            bundle,
                            LocalDateTime.parse("2026-03-04T15:00"),
                            WallTime.Shift.ONLY,
                            Optional.empty()))
                    .isInstanceOf(Refusal.NotReady.class);
            assertThat(room.releases().schedules().bound(bundle))
                    .extracting(Schedule::due)
                    .containsExactly(Instant.parse("2026-03-11T00:00:00Z"), Instant.parse("2026-03-11T09:00:00Z"));

            assertThat(decide.bundle.cancel(ILENA, bundle)).isInstanceOf(Bundle.Outcome.Done.class);
            assertThat(stages(room, ids)).allMatch(Stage.Drafted.class::isInstance);
            assertThat(decide.bundle.cancel(ILENA, bundle)).isInstanceOf(Refusal.NotFound.class);
        }
    }

    @OnBothDatabases
    void a_bundle_can_go_now(TestDatabases.Fresh fresh) {
        try (DeskRoom room = DeskRoom.open(fresh)) {
            Decide decide = new Decide(room);
            List<ReleaseId> ids = five(room);
            decide.bound(ids, new Together.Time.Now());
            Due due = new Due(
                    room.database(), room.releases(), WallTime.Rules.RUNTIME, Settings.LATE, (_, _, _, _) -> {});
            assertThat(due.take(clock.instant())).isEqualTo(1);
            assertThat(stages(room, ids)).allMatch(Stage.InPress.class::isInstance);
        }
    }
}
