package org.diurna.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

final class ReleasesTest {
    private static final Language EN = Language.of("en");
    private static final Language FR = Language.of("fr");
    private static final Instant AT = Instant.parse("2026-03-04T09:30:00.123456789Z");

    /** The room on one database. */
    private record Room(Database database, Offices offices, Happenings happenings, Releases releases)
            implements AutoCloseable {
        static Room open(TestDatabases.Fresh fresh) {
            Database database = fresh.open();
            Offices offices = new Offices(database);
            Happenings happenings = new Happenings(database, new Jobs(database));
            offices.put(office("ministry", "mfa.lomara.example"));
            return new Room(database, offices, happenings, new Releases(database, offices, happenings));
        }

        ReleaseId begin(Optional<ReleaseNumber> number) {
            return releases.begin(
                    new Releases.Beginning(
                            "ministry",
                            "press-release",
                            number,
                            EN,
                            Standing.ORIGINAL,
                            wording("The ferry sails"),
                            "",
                            List.of()),
                    "Ilena",
                    AT);
        }

        ReleaseId published() {
            ReleaseId id = begin(Optional.empty());
            assertThat(releases.publish(id, EN, 1, Kind.RELEASE, "", "Ilena", AT))
                    .isPresent();
            onTheStand();
            return id;
        }

        void onTheStand() {
            happenings.onTheStand(happenings.pending(100), 1, AT);
        }

        @Override
        public void close() {
            database.close();
        }
    }

    private static Office office(String code, String... hosts) {
        return new Office(
                code,
                Map.of(EN, "Ministry", FR, "Ministère"),
                List.of(hosts),
                List.of(EN, FR),
                ZoneId.of("UTC"),
                Office.Brand.PLAIN,
                List.of(new Office.Contact(Map.of(EN, "Press"), "", "press@lomara.example", "")),
                Map.of(EN, "Halden"),
                Optional.of(LocalDate.of(2001, 2, 3)),
                Optional.empty());
    }

    private static Wording wording(String headline) {
        return new Wording(
                headline,
                List.of(),
                "Halden",
                Optional.of(LocalDate.of(2026, 3, 4)),
                List.of(new Block.Paragraph("p", Optional.empty(), List.of(Inline.Text.plain("At noon.")))));
    }

    @OnBothDatabases
    void a_number_is_given_once_for_office_series_and_year(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            room.begin(Optional.of(new ReleaseNumber("", 12, 2026, "012/2026")));
            room.begin(Optional.of(new ReleaseNumber("", 12, 2027, "012/2027")));
            room.begin(Optional.of(new ReleaseNumber("SC", 12, 2026, "SC-12")));
            assertThatThrownBy(() -> room.begin(Optional.of(new ReleaseNumber("", 12, 2026, "12/26"))))
                    .isInstanceOf(NumberTaken.class)
                    .hasMessageContaining("12/26")
                    .hasMessageContaining("Choose the next free one");
            assertThat(room.releases().newest(AT.plusSeconds(1), 10)).hasSize(3);
        }
    }

    @OnBothDatabases
    void who_saves_over_another_ones_words_is_told_and_changes_nothing(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.begin(Optional.empty());
            assertThat(room.releases().save(id, EN, 1, wording("Second"), "Ilena", AT))
                    .isEqualTo(new Releases.Saved.Done(2));
            Releases.Saved late = room.releases().save(id, EN, 1, wording("Third"), "Oto", AT);
            assertThat(late)
                    .isInstanceOfSatisfying(
                            Releases.Saved.Overtaken.class,
                            overtaken -> assertThat(overtaken.now().wording().headline())
                                    .isEqualTo("Second"));
            assertThat(room.releases().publish(id, EN, 1, Kind.RELEASE, "", "Oto", AT))
                    .as("nor can the words that were seen be published")
                    .isEmpty();
            assertThat(room.happenings().pending(10)).isEmpty();
        }
    }

    @OnBothDatabases
    void a_version_goes_from_draft_through_the_press_to_the_public_and_back(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.begin(Optional.empty());
            assertThat(room.releases().stage(id, EN)).isEqualTo(new Stage.Drafted());
            Edition made = room.releases()
                    .publish(id, EN, 1, Kind.RELEASE, "", "Ilena", AT)
                    .orElseThrow();
            assertThat(made)
                    .usingRecursiveComparison()
                    .isEqualTo(room.releases().editions(id, EN).getFirst());
            assertThat(room.releases().stage(id, EN)).isInstanceOf(Stage.InPress.class);
            assertThat(room.releases().withdraw(id, EN, WithdrawnText.KEPT, "No.", "Ilena", AT))
                    .as("what is in press cannot be withdrawn yet")
                    .isFalse();
            room.onTheStand();
            assertThat(room.releases().stage(id, EN)).isEqualTo(new Stage.Public(1, made.published(), 1));
            assertThat(room.releases().withdraw(id, EN, WithdrawnText.REMOVED, "A mistake.", "Ilena", AT))
                    .isTrue();
            assertThat(room.releases().stage(id, EN))
                    .isInstanceOfSatisfying(
                            Stage.Withdrawn.class,
                            stage -> assertThat(stage.reason()).isEqualTo("A mistake."));
            assertThat(room.releases().withdraw(id, EN, WithdrawnText.KEPT, "Again.", "Ilena", AT))
                    .as("twice")
                    .isFalse();
            assertThat(room.happenings().of(id))
                    .extracting(Happening::kind)
                    .containsExactly(Kind.RELEASE, Kind.WITHDRAWAL);
        }
    }

    @OnBothDatabases
    void what_was_withdrawn_does_not_come_back_by_a_correction(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.published();
            room.releases().save(id, EN, 1, wording("Second"), "Ilena", AT);
            assertThat(room.releases().withdraw(id, EN, WithdrawnText.REMOVED, "A mistake.", "Ilena", AT))
                    .isTrue();
            // somebody who looked before the withdrawal decides after it
            assertThat(room.releases().publish(id, EN, 2, Kind.CORRECTION, "A note.", "Oto", AT))
                    .isEmpty();
            room.onTheStand();
            assertThat(room.releases().publish(id, EN, 2, Kind.CORRECTION, "A note.", "Oto", AT))
                    .isEmpty();
            assertThat(room.releases().editions(id, EN)).hasSize(1);
        }
    }

    @OnBothDatabases
    void two_who_publish_at_once_make_one_edition(TestDatabases.Fresh fresh) throws Exception {
        try (Room room = Room.open(fresh)) {
            for (int round = 0; round < 10; round++) {
                ReleaseId id = room.begin(Optional.empty());
                List<Boolean> made = together(
                        () -> room.releases()
                                .publish(id, EN, 1, Kind.RELEASE, "", "Ilena", AT)
                                .isPresent(),
                        () -> room.releases()
                                .publish(id, EN, 1, Kind.RELEASE, "", "Oto", AT)
                                .isPresent());
                assertThat(made).containsOnlyOnce(true);
                assertThat(room.releases().editions(id, EN)).hasSize(1);
                assertThat(room.happenings().of(id)).hasSize(1);
            }
        }
    }

    @OnBothDatabases
    void of_a_correction_and_a_withdrawal_at_once_one_is_refused(TestDatabases.Fresh fresh) throws Exception {
        try (Room room = Room.open(fresh)) {
            for (int round = 0; round < 10; round++) {
                ReleaseId id = room.published();
                room.releases().save(id, EN, 1, wording("Second"), "Ilena", AT);
                List<Boolean> done = together(
                        () -> room.releases()
                                .publish(id, EN, 2, Kind.CORRECTION, "A note.", "Ilena", AT)
                                .isPresent(),
                        () -> room.releases().withdraw(id, EN, WithdrawnText.REMOVED, "A mistake.", "Oto", AT));
                assertThat(done).containsOnlyOnce(true);
                assertThat(room.happenings().of(id)).hasSize(2);
                room.onTheStand();
            }
        }
    }

    private static List<Boolean> together(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (Callable<Boolean> each : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    @OnBothDatabases
    void a_translation_names_the_edition_that_it_was_made_from(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.published();
            room.releases()
                    .addLanguage(
                            id,
                            new Releases.Beginning(
                                    "ministry",
                                    "press-release",
                                    Optional.empty(),
                                    FR,
                                    Standing.OFFICIAL,
                                    wording("Le bac"),
                                    "",
                                    List.of()),
                            "Ilena",
                            AT);
            Edition made = room.releases()
                    .publish(id, FR, 1, Kind.TRANSLATION, "", "Ilena", AT)
                    .orElseThrow();
            assertThat(new String(made.json(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"source\":{\"edition\":1,\"lang\":\"en\",\"release\":\"" + id + "\"}")
                    .contains("\"published\":\"2026-03-04T09:30:00.123Z\"");
            assertThat(room.releases().languages(room.releases().find(id).orElseThrow()))
                    .containsExactly(EN, FR);
        }
    }

    @OnBothDatabases
    void a_host_name_belongs_to_one_office(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            Offices offices = room.offices();
            assertThatThrownBy(() -> offices.put(office("embassy", "embassy.example", "mfa.lomara.example")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mfa.lomara.example")
                    .hasMessageContaining("belongs to another office");
            assertThat(offices.all())
                    .extracting(Office::code)
                    .as("nothing half-added")
                    .containsExactly("ministry");
            offices.put(office("embassy", "embassy.example"));
            offices.put(office("ministry", "new.example"));
            offices.put(office("embassy", "embassy.example", "mfa.lomara.example"));
            assertThat(offices.all()).extracting(Office::code).containsExactly("ministry", "embassy");
            assertThat(offices.find("ministry")).contains(office("ministry", "new.example"));
        }
    }
}
