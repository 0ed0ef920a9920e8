package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.FR;
import static org.diurna.run.Lomara.wording;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.diurna.edition.Due;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Schedules;
import org.diurna.edition.WallTime;
import org.diurna.guest.Guest;
import org.diurna.guest.Guests;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.Settings;
import org.diurna.house.TestDatabases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is signed off for a time: no byte of it in public before, all of it within a second after. */
final class EmbargoTest {
    private static final Instant T = Instant.parse("2026-03-04T09:30:00Z");
    private static final LocalDateTime HALF_PAST_NINE = LocalDateTime.parse("2026-03-04T09:30");
    private static final Duration SOON = Duration.ofSeconds(1);

    /** How long before its time the crawler begins to look. */
    private static final Duration HEAD = Duration.ofSeconds(4);

    /** Words of what is signed off, none of which stands anywhere else. */
    private static final List<String> SECRETS = List.of("quillfeather", "zanzibarium");

    @TempDir
    Path folder;

    /** The one way of an installation to the public: its jobs and the test share it. */
    @SuppressWarnings("NullAway.Init")
    private Run run;

    private Installation open(TestDatabases.Fresh fresh, Clock clock) {
        Installation house = Installation.found(folder, fresh.place(), clock, Installation.Public.SERVED);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        house.renewal.fronts();
        run = new Run(house.shop);
        run.handle(house.jobs);
        house.jobs.start();
        return house;
    }

    private Timetable timetable(Installation house) {
        return new Timetable(
                new Due(house.database, house.releases, WallTime.Rules.RUNTIME, Settings.LATE, (_, _, _, _) -> {}),
                house.clock,
                run.pressRun());
    }

    /** What a crawler asks for who knows how addresses are made, and all digests. */
    private static List<String> guesses(Installation house, ReleaseId id, List<String> pictures) {
        List<String> guesses = new ArrayList<>(List.of(
                "/en/" + id,
                "/en/" + id + "/quillfeather-accord",
                "/fr/" + id + "/quillfeather-accord-fr",
                "/en/" + id + "/history",
                "/en/" + id + "/editions/1",
                "/en/" + id + "/editions/1/edition.json",
                "/en/" + id + "/editions/1/edition.tlog-proof",
                "/en/" + id + "/editions/1/release.pdf",
                "/en/" + id + "/editions/timemap",
                "/en/" + id + "/editions/timegate",
                "/fr/" + id + "/editions/1/edition.json"));
        for (Plate.Print print : plates(house, id).stream()
                .flatMap(plate -> plate.prints().stream())
                .toList()) {
            guesses.add(print.path());
        }
        for (String picture : pictures) {
            guesses.add("/media/" + picture);
            guesses.add("/media/" + picture + "/original.png");
        }
        return guesses;
    }

    private static List<Plate> plates(Installation house, ReleaseId id) {
        return house.releases.plates().of(id, EN, 1);
    }

    @OnBothDatabases
    void nothing_of_it_is_public_before_its_time_and_all_of_it_a_second_after(TestDatabases.Fresh fresh) {
        RunningClock clock = new RunningClock(T.minus(Duration.ofHours(1)));
        try (Installation house = open(fresh, clock);
                Gallery gallery = new Gallery(house);
                Reader reader = new Reader(house);
                Timetable timetable = timetable(house)) {
            Lomara lomara = new Lomara(house, gallery);
            lomara.publish(lomara.draft(wording("The ferry sails again", "The ferry sails at noon.")), EN);
            run.pressRun().run();
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId id = lomara.draft(Gallery.with(wording("Quillfeather accord", "Zanzibarium is ours."), blue), FR);
            lomara.signOff(id, HALF_PAST_NINE, EN, FR);
            ReleaseId second = lomara.draft(wording("Zanzibarium at sea", "Quillfeather sails tomorrow."));
            lomara.signOff(second, HALF_PAST_NINE, EN);
            List<String> doors = doors(house, id);
            // how long this machine takes now: others may be at work on it
            String red = gallery.hang("red", Color.RED);
            Instant began = clock.instant();
            lomara.publish(lomara.draft(Gallery.with(wording("The pier", "It is open."), red), FR), EN);
            run.pressRun().run();
            Duration usual = Duration.between(began, clock.instant());
            Duration most = usual.compareTo(SOON.dividedBy(2)) > 0 ? usual.multipliedBy(2) : SOON;
            // what follows a publication, such as its PDF, has come: from now on nothing changes
            Map<String, String> before = quiet(reader);
            timetable.start();
            clock.set(T.minus(HEAD));

            int rounds = 0;
            while (clock.instant().isBefore(T.minusMillis(100))) {
                crawl(reader, before, id, List.of(blue));
                Map<String, String> secret = new TreeMap<>();
                Map<String, String> nothing = new TreeMap<>();
                List<String> all = new ArrayList<>(guesses(house, id, List.of(blue)));
                all.addAll(guesses(house, second, List.of()));
                all.addAll(doors);
                for (String guess : all) {
                    secret.put(guess, answer(reader, guess));
                    nothing.put(guess, answer(reader, likeIt(guess)));
                }
                if (clock.instant().isBefore(T)) {
                    rounds++;
                    assertThat(secret)
                            .as("what is secret and what never was are answered alike")
                            .isEqualTo(nothing);
                }
            }
            assertThat(rounds).as("the crawler came to look").isPositive();

            List<String> awaited = List.of(
                    "/en/" + id + "/quillfeather-accord",
                    "/fr/" + id + "/quillfeather-accord-fr",
                    "/en/" + id + "/editions/1/edition.json",
                    "/fr/" + id + "/editions/1/edition.tlog-proof",
                    "/en/" + second + "/zanzibarium-at-sea",
                    "/en/" + second + "/editions/1/edition.tlog-proof");
            Instant stood = Instant.MAX;
            while (stood.equals(Instant.MAX) && clock.instant().isBefore(T.plusSeconds(30))) {
                Instant asked = clock.instant();
                boolean all = awaited.stream().allMatch(path -> reader.status(path) == 200)
                        && reader.text("/en/").contains("Quillfeather")
                        && reader.text("/en/feed.atom").contains("Quillfeather")
                        && reader.text("/sitemaps/2026-03.xml").contains(id.value());
                stood = all ? asked : stood;
            }
            assertThat(stood).as("all of it, to readers").isBetween(T, T.plus(most));
            // it is noted after the stand has confirmed it
            run.pressRun().run();
            Schedules.Past past = house.releases.schedules().past(id, EN).orElseThrow();
            assertThat(Duration.between(past.due(), past.stood())).isPositive();
            System.out.println("EmbargoTest: with pictures on " + fresh + ", to readers "
                    + Duration.between(T, stood).toMillis() + " ms, published at once "
                    + usual.toMillis() + " ms");
            assertThat(doors).as("rooms of guests are at the desk alone").allMatch(door -> reader.status(door) == 404);
            for (Plate.Print print : plates(house, id).getFirst().prints()) {
                assertThat(reader.status(print.path())).as(print.path()).isEqualTo(200);
            }
        }
    }

    /** Where an expert and a journalist see it beforehand: at the desk's host, and not here. */
    private static List<String> doors(Installation house, ReleaseId id) {
        Guests guests = new Guests(house.database);
        List<String> doors = new ArrayList<>();
        for (Guest.Kind kind : Guest.Kind.values()) {
            String secret = guests.invite(
                            new Guests.Invitation(
                                    kind, id, EN, 1, "0".repeat(64), "Dr. Vern", "", "", EN, false, Optional.empty()),
                            "test",
                            T)
                    .secret();
            doors.add((kind == Guest.Kind.EXPERT ? "/expert/" : "/embargo/") + secret);
        }
        return doors;
    }

    /** An address of the same form where nothing ever was. */
    private static String likeIt(String guess) {
        return guess.startsWith("/media/")
                ? "/media/" + "0".repeat(64) + "/x.jpg"
                : guess.substring(0, 4) + "0000000000";
    }

    private static String answer(Reader reader, String path) {
        HttpResponse<byte[]> answer = reader.get(path);
        return answer.statusCode() + " " + answer.headers().map().keySet() + " "
                + new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Everything that can be reached, once it stays the same. */
    private static Map<String, String> quiet(Reader reader) {
        Map<String, String> seen = all(reader);
        Instant patience = Instant.now().plusSeconds(60);
        while (true) {
            LockSupport.parkNanos(1_500_000_000);
            Map<String, String> again = all(reader);
            if (again.equals(seen)) {
                return seen;
            }
            assertThat(Instant.now()).as("the site comes to rest").isBefore(patience);
            seen = again;
        }
    }

    private static Map<String, String> all(Reader reader) {
        Map<String, String> words = new TreeMap<>();
        reader.crawl("/", "/robots.txt", "/sitemap.xml", "/sitemap-news.xml")
                .forEach((path, answer) -> words.put(path, answer.replaceAll("date=\\[[^]]*]", "")));
        return words;
    }

    /** Nothing of it is there, and nothing has changed: a count would tell as well. */
    private static void crawl(Reader reader, Map<String, String> before, ReleaseId id, List<String> pictures) {
        Map<String, String> seen = all(reader);
        assertThat(seen.toString().toLowerCase(Locale.ROOT)).doesNotContain(SECRETS);
        assertThat(seen.toString()).doesNotContain(id.value()).doesNotContain(pictures);
        assertThat(seen).isEqualTo(before);
    }

    @Test
    void of_twenty_that_wait_none_is_early_and_half_come_within_a_second() {
        Lateness late = late(20, Duration.ofMillis(250));
        assertThat(late.p50()).isLessThanOrEqualTo(SOON);
    }

    @Test
    @Tag("long")
    void of_five_hundred_that_wait_none_is_early_and_ninety_nine_of_a_hundred_come_within_a_second() {
        Lateness late = late(500, Duration.ofMillis(250));
        assertThat(late.p99()).isLessThanOrEqualTo(SOON);
    }

    @Test
    @Tag("long")
    void fifty_for_one_moment_come_together() {
        Lateness late = late(50, Duration.ZERO);
        assertThat(late.p99()).isEqualTo(late.p50()).isLessThanOrEqualTo(SOON.multipliedBy(3));
    }

    private record Lateness(Duration p50, Duration p99) {}

    private Lateness late(int many, Duration apart) {
        try (Installation house = open(new TestDatabases.Fresh("SQLite"), Clock.systemUTC());
                Timetable timetable = timetable(house)) {
            Lomara lomara = new Lomara(house);
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            // a house that has run for a while
            for (int i = 0; i < 20; i++) {
                lomara.publish(lomara.draft(wording("Warm " + i, "The harbour is open.")), EN);
                run.pressRun().run();
            }
            timetable.start();
            List<ReleaseId> ids = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                ids.add(lomara.draft(wording("Notice " + i, "The harbour is open.", today)));
            }
            Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(2);
            for (int i = 0; i < many; i++) {
                Instant due = first.plus(apart.multipliedBy(i));
                WallTime when = WallTime.of(due, ZoneId.of("UTC"));
                List<Schedules.Part> parts = List.of(new Schedules.Part(ids.get(i), EN, 1, List.of()));
                assertThat(house.releases.schedules().sign(when, due, parts, Lomara.OFFICER, Instant.now()))
                        .isPresent();
            }
            Instant patience = first.plus(apart.multipliedBy(many)).plusSeconds(20);
            while (Instant.now().isBefore(patience)
                    && !ids.stream()
                            .allMatch(id ->
                                    house.releases.schedules().past(id, EN).isPresent())) {
                LockSupport.parkNanos(100_000_000);
            }
            List<Long> late = ids.stream()
                    .map(id -> house.releases.schedules().past(id, EN).orElseThrow())
                    .map(past -> Duration.between(past.due(), past.stood()).toMillis())
                    .sorted()
                    .toList();
            long p99 = late.get((many * 99 + 99) / 100 - 1);
            System.out.println("EmbargoTest: lateness of " + many + " every " + apart.toMillis() + " ms: p50 "
                    + late.get(many / 2) + " ms, p99 " + p99 + " ms, last " + late.getLast() + " ms");
            assertThat(late.getFirst()).as("none early").isNotNegative();
            return new Lateness(Duration.ofMillis(late.get(many / 2)), Duration.ofMillis(p99));
        }
    }
}
