package org.diurna.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diurna.house.Database;
import org.diurna.house.Jobs;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;

/** Drafts, their revisions, and the lines that lists are made of. */
final class WritingTest {
    private static final Language EN = Language.of("en");
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private record Room(Database database, Jobs jobs, Releases releases) implements AutoCloseable {
        static Room open(TestDatabases.Fresh fresh) {
            Database database = fresh.open();
            Jobs jobs = new Jobs(database);
            Offices offices = new Offices(database);
            offices.put(new Office(
                    "mfa",
                    Map.of(EN, "Ministry", Language.of("fr"), "Ministère"),
                    List.of("mfa.example"),
                    List.of(EN, Language.of("fr")),
                    ZoneId.of("Europe/Lisbon"),
                    Office.Brand.PLAIN,
                    List.of(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty()));
            return new Room(database, jobs, new Releases(database, offices, new Happenings(database, jobs)));
        }

        ReleaseId begin(String headline, Instant at) {
            return releases.begin(
                    new Releases.Beginning(
                            "mfa",
                            "press-release",
                            Optional.empty(),
                            EN,
                            Standing.ORIGINAL,
                            wording(headline),
                            "",
                            List.of()),
                    "ana",
                    at);
        }

        @Override
        public void close() {
            jobs.close();
            database.close();
        }
    }

    private static Wording wording(String headline) {
        return new Wording(
                headline,
                List.of(),
                "Halin",
                Optional.of(LocalDate.of(2026, 11, 25)),
                List.of(new Block.Paragraph(
                        "b1", Optional.empty(), List.of(Inline.Text.plain("Text of " + headline)))));
    }

    private static Lines.Filter words(String words) {
        return new Lines.Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), words);
    }

    private static Stream<String> headlines(List<DraftLine> lines) {
        return lines.stream().map(DraftLine::headline);
    }

    @OnBothDatabases
    void every_save_is_a_revision(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.begin("One", NOON);
            room.releases().save(id, EN, 1, wording("Two"), "ben", NOON.plusSeconds(5));
            room.releases().save(id, EN, 2, wording("Three"), wording("Four"), "ana", NOON.plusSeconds(9));
            Revisions revisions = room.releases().revisions();
            assertThat(revisions.below(id, EN, Integer.MAX_VALUE, 10))
                    .extracting(Revisions.Line::number, Revisions.Line::saver)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(4, "ana"),
                            org.assertj.core.groups.Tuple.tuple(3, "ana"),
                            org.assertj.core.groups.Tuple.tuple(2, "ben"),
                            org.assertj.core.groups.Tuple.tuple(1, "ana"));
            assertThat(revisions.find(id, EN, 3)).map(Revision::wording).contains(wording("Three"));
            assertThat(room.releases().draft(id, EN)).map(Draft::wording).contains(wording("Four"));
        }
    }

    @OnBothDatabases
    void a_save_over_an_old_revision_leaves_none(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.begin("One", NOON);
            room.releases().save(id, EN, 1, wording("Two"), "ben", NOON);
            assertThat(room.releases().save(id, EN, 1, wording("Late"), wording("Merged"), "ana", NOON))
                    .isInstanceOf(Releases.Saved.Overtaken.class);
            assertThat(room.releases().revisions().below(id, EN, Integer.MAX_VALUE, 10))
                    .hasSize(2);
        }
    }

    @OnBothDatabases
    void a_draft_that_was_thrown_away_leaves_every_list_and_comes_back(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.begin("Lighthouse", NOON);
            assertThat(room.releases().discards().discard(id, EN, "ana", NOON)).isTrue();
            assertThat(room.releases().draft(id, EN)).isEmpty();
            assertThat(room.releases().languages(room.releases().find(id).orElseThrow()))
                    .isEmpty();
            assertThat(room.releases().lines().find(words("light"), Optional.empty(), 10))
                    .isEmpty();
            assertThat(room.releases().publish(id, EN, 1, Kind.RELEASE, "", "ana", NOON))
                    .isEmpty();
            assertThat(room.releases().discards().recover(id, EN)).isTrue();
            assertThat(headlines(room.releases().lines().find(words("light"), Optional.empty(), 10)))
                    .containsExactly("Lighthouse");
        }
    }

    @OnBothDatabases
    void what_is_in_press_cannot_be_thrown_away(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.begin("Lighthouse", NOON);
            room.releases().publish(id, EN, 1, Kind.RELEASE, "", "ana", NOON);
            assertThat(room.releases().discards().discard(id, EN, "ana", NOON)).isFalse();
            assertThat(room.releases().lines().find(Lines.Filter.NONE.at(DraftLine.At.IN_PRESS), Optional.empty(), 10))
                    .hasSize(1);
        }
    }

    @OnBothDatabases
    void the_stage_of_a_line_follows_every_decision(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            ReleaseId id = room.begin("Lighthouse", NOON);
            room.releases().publish(id, EN, 1, Kind.RELEASE, "", "ana", NOON);
            List<Happening> happenings = room.releases().happenings().of(id);
            room.releases().happenings().onTheStand(happenings, 1, NOON);
            assertThat(room.releases().lines().count(Lines.Filter.NONE.at(DraftLine.At.PUBLIC), 10))
                    .isOne();
            room.releases().withdraw(id, EN, WithdrawnText.KEPT, "wrong", "ana", NOON);
            assertThat(room.releases().lines().count(Lines.Filter.NONE.at(DraftLine.At.WITHDRAWN), 10))
                    .isOne();
            assertThat(room.releases().lines().count(Lines.Filter.NONE.at(DraftLine.At.PUBLIC), 10))
                    .isZero();
        }
    }

    @OnBothDatabases
    void pages_of_a_list_follow_each_other_without_gap_or_double(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            for (int i = 0; i < 25; i++) {
                // several within the same instant, so that the key must tell them apart
                room.begin("Release " + i, NOON.plusSeconds(i / 5));
            }
            List<String> seen = new java.util.ArrayList<>();
            Optional<Lines.Key> after = Optional.empty();
            while (true) {
                List<DraftLine> page = room.releases().lines().find(Lines.Filter.NONE, after, 7);
                if (page.isEmpty()) {
                    break;
                }
                headlines(page).forEach(seen::add);
                after = Optional.of(Lines.Key.of(page.getLast()));
            }
            assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        }
    }

    @OnBothDatabases
    void words_are_found_by_their_beginning_whatever_their_accents(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            room.begin("Élection à Port-Halin", NOON);
            room.begin("افتِتاح المنارة", NOON);
            room.begin("Harbour closed", NOON);
            Lines lines = room.releases().lines();
            assertThat(headlines(lines.find(words("elec"), Optional.empty(), 9)))
                    .containsExactly("Élection à Port-Halin");
            assertThat(headlines(lines.find(words("HALIN élec"), Optional.empty(), 9)))
                    .containsExactly("Élection à Port-Halin");
            assertThat(headlines(lines.find(words("افتتاح"), Optional.empty(), 9)))
                    .containsExactly("افتِتاح المنارة");
            assertThat(lines.find(words("lection"), Optional.empty(), 9)).isEmpty();
        }
    }

    @OnBothDatabases
    void every_list_goes_by_an_index_with_a_hundred_thousand_lines(TestDatabases.Fresh fresh) {
        try (Room room = Room.open(fresh)) {
            fill(room.database());
            Lines lines = room.releases().lines();
            List<Lines.Filter> filters = List.of(
                    Lines.Filter.NONE,
                    Lines.Filter.NONE.at(DraftLine.At.DRAFTED),
                    Lines.Filter.NONE.at(DraftLine.At.DRAFTED).changedBy("p7"),
                    filter("o3", "", ""),
                    filter("", "t4", ""),
                    filter("", "", "fr"),
                    words("rare00077"),
                    words("common"),
                    new Lines.Filter(
                            Optional.of("o3"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(DraftLine.At.IN_PRESS),
                            Optional.empty(),
                            "common"));
            for (Lines.Filter filter : filters) {
                for (Optional<Lines.Key> after :
                        List.of(Optional.<Lines.Key>empty(), Optional.of(new Lines.Key(50_000, "R000050000", "en")))) {
                    assertThat(plan(room.database(), lines.question(filter, after)))
                            .as(filter + " " + after)
                            .doesNotContain("Seq Scan on draft_line")
                            .doesNotContainPattern("SCAN l(?! USING)");
                    long began = System.nanoTime();
                    lines.find(filter, after, 50);
                    assertThat((System.nanoTime() - began) / 1_000_000)
                            .as("milliseconds for " + filter + " " + after)
                            .isLessThan(1_000);
                }
            }
        }
    }

    private static Lines.Filter filter(String office, String type, String language) {
        return new Lines.Filter(
                Optional.of(office).filter(value -> !value.isEmpty()),
                Optional.of(type).filter(value -> !value.isEmpty()),
                Optional.of(language).filter(value -> !value.isEmpty()).map(Language::of),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static void fill(Database database) {
        database.write(() -> {
            database.sql("""
                            with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)
                            insert into draft_line (release, lang, office, type, stage, headline, changed, changer)
                            select 'R' || substr('000000000' || i, -9 + length('000000000' || i) + 1, 9),
                                   case when i % 3 = 0 then 'fr' else 'en' end, 'o' || (i % 20), 't' || (i % 9),
                                   case when i % 50 = 0 then 'drafted' when i % 501 = 0 then 'in-press' else 'public' end,
                                   'common headline ' || i, i, 'p' || (i % 200) from n""").update();
            database.sql("insert into draft_word (word, release, lang) select 'common', release, lang from draft_line")
                    .update();
            database.sql("""
                            insert into draft_word (word, release, lang)
                            select 'rare' || substr(release, 6, 5), release, lang from draft_line""").update();
        });
        database.write(() -> database.sql("analyze").update());
    }

    private static String plan(Database database, Lines.Question question) {
        String explain = database.embedded() ? "explain query plan " : "explain ";
        return String.join(
                "\n",
                database.read(() -> database.sql(explain + question.sql()
                                + " order by l.changed desc, l.release desc, l.lang desc limit 50")
                        .params(question.parameters())
                        .query((row, _) -> row.getString(database.embedded() ? 4 : 1))
                        .list()));
    }
}
