package org.diurna.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diurna.house.Database;
import org.diurna.house.Jobs;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;

final class SchedulesTest {
    private static final Language EN = Language.of("en");
    private static final Language FR = Language.of("fr");
    private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");
    private static final Instant SIGNED = Instant.parse("2026-03-04T09:30:00Z");
    private static final WallTime NINE =
            new WallTime(LocalDateTime.parse("2026-07-01T09:00"), BELGRADE, WallTime.Shift.ONLY);
    private static final Instant T = Instant.parse("2026-07-01T07:00:00Z");
    private static final Duration LATE = Duration.ofMinutes(15);

    /** The room on one database. */
    private record Room(Database database, Happenings happenings, Releases releases, List<String> journal)
            implements AutoCloseable {
        static Room open(TestDatabases.Fresh fresh) {
            Database database = fresh.open();
            Offices offices = new Offices(database);
            offices.put(new Office(
                    "ministry",
                    Map.of(EN, "Ministry", FR, "Ministère"),
                    List.of("mfa.lomara.example"),
                    List.of(EN, FR),
                    BELGRADE,
                    Office.Brand.PLAIN,
                    List.of(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty()));
            Happenings happenings = new Happenings(database, new Jobs(database));
            return new Room(database, happenings, new Releases(database, offices, happenings), new ArrayList<>());
        }

        ReleaseId draft() {
            ReleaseId id = releases.begin(beginning(EN, Standing.ORIGINAL), "Ilena", SIGNED);
            releases.addLanguage(id, beginning(FR, Standing.OFFICIAL), "Oto", SIGNED);
            return id;
        }

        Optional<Schedule> sign(ReleaseId id, Language... languages) {
            List<Schedules.Part> parts = java.util.Arrays.stream(languages)
                    .map(language -> new Schedules.Part(id, language, 1, List.of()))
                    .toList();
            return releases.schedules().sign(NINE, T, parts, "Ilena", SIGNED);
        }

        Due due() {
            return due(WallTime.Rules.RUNTIME);
        }

        Due due(WallTime.Rules rules) {
            return new Due(
                    database,
                    releases,
                    rules,
                    LATE,
                    (act, _, version, detail) -> journal.add(act + " " + version.language() + " " + detail));
        }

        @Override
        public void close() {
            database.close();
        }
    }

    private static Releases.Beginning beginning(Language language, Standing standing) {
        return new Releases.Beginning(
                "ministry",
                "press-release",
                Optional.empty(),
                language,
                standing,
                wording("The ferry sails"),
                "",
                List.of());
    }

    private static Wording wording(String headline) {
        return new Wording(
                headline,
                List.of(),
                "Halden",
                Optional.of(LocalDate.of(2026, 7, 1)),
                List.of(new Block.Paragraph("p", Optional.empty(), List.of(Inline.Text.plain("At noon.")))));
    }

    @OnBothDatabases
    void it_goes_at_its_time_and_not_a_millisecond_before(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.draft();
            Schedule schedule = room.sign(id, EN, FR).orElseThrow();
            assertThat(room.releases().stage(id, FR)).isEqualTo(new Stage.Scheduled(schedule));
            assertThat(room.due().next()).contains(T);
            assertThat(room.due().take(T.minusMillis(1))).isZero();
            assertThat(room.happenings().pending(10)).isEmpty();

            assertThat(room.due().take(T)).isEqualTo(1);
            assertThat(room.happenings().pending(10))
                    .as("the original first: its translation names it")
                    .extracting(Happening::kind, Happening::language, Happening::at, Happening::doer)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(Kind.RELEASE, EN, T, "Ilena"),
                            org.assertj.core.groups.Tuple.tuple(Kind.TRANSLATION, FR, T, "Ilena"));
            assertThat(room.due().next()).isEmpty();
            assertThat(room.due().take(T.plusSeconds(9))).as("and never again").isZero();
            assertThat(room.happenings().pending(10)).hasSize(2);

            room.happenings().onTheStand(room.happenings().pending(10), 1, T.plusMillis(140));
            assertThat(room.releases().schedules().past(id, EN))
                    .contains(new Schedules.Past(NINE, T, T.plusMillis(140)));
            assertThat(room.journal()).hasSize(2).allMatch(line -> line.startsWith("publish-scheduled"));
        }
    }

    @OnBothDatabases
    void what_waits_cannot_be_changed_thrown_away_or_signed_twice(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.draft();
            Schedule schedule = room.sign(id, EN).orElseThrow();
            assertThat(room.releases().save(id, EN, 1, wording("Other words"), "Oto", SIGNED))
                    .isEqualTo(new Releases.Saved.SignedOff(schedule));
            assertThat(room.releases().save(id, EN, 1, wording("Other"), wording("Words"), "Oto", SIGNED))
                    .isEqualTo(new Releases.Saved.SignedOff(schedule));
            assertThat(room.releases().discards().discard(id, EN, "Oto", SIGNED))
                    .isFalse();
            assertThat(room.sign(id, EN, FR)).as("all or nothing").isEmpty();
            assertThat(room.releases().stage(id, FR)).isEqualTo(new Stage.Drafted());
            assertThat(room.releases().publish(id, EN, 1, Kind.RELEASE, "", "Oto", SIGNED))
                    .isEmpty();
            assertThat(room.releases().draft(id, EN).orElseThrow().revision()).isEqualTo(1);

            assertThat(room.releases().schedules().cancel(schedule.id(), "Oto", SIGNED))
                    .isPresent();
            assertThat(room.releases().schedules().cancel(schedule.id(), "Oto", SIGNED))
                    .isEmpty();
            assertThat(room.releases().save(id, EN, 1, wording("Other words"), "Oto", SIGNED))
                    .isEqualTo(new Releases.Saved.Done(2));
            assertThat(room.due().take(T)).as("what was cancelled does not go").isZero();
            assertThat(room.sign(id, EN))
                    .as("not over a revision that nobody looked at")
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void words_that_were_not_signed_off_never_go_and_keep_the_others_back(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.draft();
            ReleaseId other = room.draft();
            Schedule schedule = room.sign(id, EN, FR).orElseThrow();
            room.sign(other, EN);
            // as nobody can by way of the house
            room.database().write(() -> {
                room.database()
                        .sql("update draft set doc = replace(doc, 'noon', 'one') where release = :id and lang = 'fr'")
                        .param("id", id.value())
                        .update();
            });
            assertThat(room.due().take(T)).as("the other one goes").isEqualTo(1);
            assertThat(room.happenings().pending(10))
                    .extracting(Happening::release)
                    .containsExactly(other);
            assertThat(room.releases().schedules().held()).singleElement().satisfies(held -> {
                assertThat(held.id()).isEqualTo(schedule.id());
                assertThat(held.held().map(Schedule.Held::reason)).contains(Schedule.Reason.CHANGED);
            });
            Lines lines = room.releases().lines();
            assertThat(lines.count(Lines.Filter.NONE.at(DraftLine.At.HELD), 9)).isEqualTo(2);
            assertThat(lines.count(Lines.Filter.NONE.at(DraftLine.At.IN_PRESS), 9))
                    .isEqualTo(1);
        }
    }

    @OnBothDatabases
    void a_picture_that_was_recalled_meanwhile_holds_the_sign_off(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            String picture = "c".repeat(64);
            Plate plate = new Plate(
                    Plate.BANNER,
                    picture,
                    "d".repeat(64),
                    "image/jpeg",
                    900,
                    700,
                    "A ferry",
                    "",
                    "Photo: MFA",
                    List.of("Dara"),
                    "",
                    "",
                    "",
                    "",
                    List.of(new Plate.Print(Plate.Cut.WIDE, "/media/x", "e".repeat(64), "image/jpeg", 900, 386, 1)));
            ReleaseId id = room.draft();
            ReleaseId later = room.draft();
            Schedules.Part part = new Schedules.Part(id, EN, 1, List.of(plate));
            assertThat(room.releases().schedules().sign(NINE, T, List.of(part), "Ilena", SIGNED))
                    .isPresent();
            assertThat(room.releases().recall(picture, "The person asked us to.", "Ilena", SIGNED))
                    .isTrue();

            assertThat(room.due().take(T)).isZero();
            assertThat(room.journal()).containsExactly("hold-schedule en picture");
            Schedules.Part anew = new Schedules.Part(later, EN, 1, List.of(plate));
            assertThat(room.releases().schedules().sign(NINE, T, List.of(anew), "Ilena", SIGNED))
                    .as("nor is it signed off anew")
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void what_is_overdue_by_more_than_is_allowed_waits_for_a_person(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId late = room.draft();
            Schedule schedule = room.sign(late, EN).orElseThrow();
            assertThat(room.due().take(T.plus(LATE).plusMillis(1))).isZero();
            assertThat(room.happenings().pending(10)).isEmpty();
            assertThat(room.releases().schedules().held())
                    .extracting(held -> held.held().orElseThrow().reason())
                    .containsExactly(Schedule.Reason.MISSED);
            assertThat(room.releases().save(late, EN, 1, wording("Other"), "Oto", T))
                    .as("its words stay")
                    .isInstanceOf(Releases.Saved.SignedOff.class);

            Instant later = T.plus(Duration.ofHours(2));
            room.releases().schedules().move(schedule.id(), WallTime.of(later, BELGRADE), later);
            assertThat(room.due().take(later.plus(LATE)))
                    .as("less late goes by itself")
                    .isEqualTo(1);
            assertThat(room.releases().schedules().move(schedule.id(), NINE, T))
                    .as("it is over")
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void new_rules_of_a_zone_move_the_instant_and_are_told(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.draft();
            room.sign(id, EN);
            assertThat(room.due().review(SIGNED)).isZero();
            Due winter = room.due(_ -> ZoneRules.of(ZoneOffset.ofHours(1)));
            assertThat(winter.review(SIGNED)).isEqualTo(1);
            assertThat(winter.review(SIGNED)).as("once").isZero();
            assertThat(winter.next()).contains(T.plusSeconds(3600));
            assertThat(winter.take(T))
                    .as("not before the clock on the wall shows nine")
                    .isZero();
            assertThat(room.releases().schedules().of(id, EN).orElseThrow().was())
                    .contains(T);
            assertThat(room.journal()).singleElement().asString().startsWith("zone-rules en");
            assertThat(winter.take(T.plusSeconds(3600))).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void of_many_nodes_exactly_one_publishes(TestDatabases.Fresh fresh) throws Exception {
        try (Room room = Room.open(fresh)) {
            int many = 20;
            for (int i = 0; i < many; i++) {
                room.sign(room.draft(), EN, FR);
            }
            int nodes = 6;
            CyclicBarrier together = new CyclicBarrier(nodes);
            Callable<Integer> node = () -> {
                together.await();
                return room.due().take(T);
            };
            int taken = 0;
            try (var threads = Executors.newFixedThreadPool(nodes)) {
                List<Future<Integer>> all = new ArrayList<>();
                for (int i = 0; i < nodes; i++) {
                    all.add(threads.submit(node));
                }
                for (Future<Integer> each : all) {
                    taken += each.get();
                }
            }
            assertThat(taken).isEqualTo(many);
            assertThat(room.happenings().pending(100)).hasSize(2 * many);
            assertThat(room.releases().schedules().held()).isEmpty();
        }
    }
}
