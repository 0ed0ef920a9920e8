package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.FR;
import static org.diurna.run.Lomara.HOST;
import static org.diurna.run.Lomara.wording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.diurna.desk.Correct;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.stand.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a release in public, from publication to its end. */
final class CycleTest {
    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @TempDir
    Path folder;

    private Installation open(TestDatabases.Fresh fresh, Installation.Public how) {
        Installation house = Installation.found(folder, fresh.place(), clock, how);
        house.offices.put(Lomara.ministry(HOST));
        house.renewal.fronts();
        return house;
    }

    @OnBothDatabases
    void a_published_release_stands_on_its_page_and_in_every_list(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh, Installation.Public.SERVED);
                Reader reader = new Reader(house)) {
            ReleaseId id = new Lomara(house).release("The ferry sails again", "The ferry sails at noon.");
            String path = "/en/" + id + "/the-ferry-sails-again";
            assertThat(reader.get("/en/" + id).headers().firstValue("Location")).contains(path);
            assertThat(reader.text(path)).contains("<!--edition--><p>The ferry sails at noon.</p><!--/edition-->");
            assertThat(reader.status("/en/" + id + "/editions/1")).isEqualTo(200);
            for (String list : java.util.List.of(
                    "/en/",
                    "/en/types/press-release/",
                    "/en/archive/2026-03/",
                    "/en/feed.atom",
                    "/sitemaps/2026-03.xml",
                    "/sitemap-news.xml")) {
                assertThat(reader.text(list)).as(list).contains(path);
            }
            assertThat(reader.text("/en/archive/")).contains("/en/archive/2026-03/");
            assertThat(reader.text("/sitemap.xml")).contains("/sitemaps/2026-03.xml");
            assertThat(reader.status("/fr/" + id)).isEqualTo(404);
        }
    }

    @OnBothDatabases
    void a_correction_moves_the_feed_and_a_refile_does_not(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh, Installation.Public.SERVED);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = lomara.release("The ferry sails again", "The ferry sails at noon.");
            clock.pass(Duration.ofHours(1));
            lomara.correct(id, EN, Correct.Reason.CORRECTION, wording("No ferry today", "The ferry stays in port."));
            house.pressRun.run();
            assertThat(reader.text("/en/feed.atom"))
                    .contains("<updated>2026-03-04T10:30:00Z</updated>", "No ferry today", "The ferry stays in port.");
            assertThat(reader.get("/en/" + id + "/the-ferry-sails-again")
                            .headers()
                            .firstValue("Location"))
                    .as("the old address moves")
                    .contains("/en/" + id + "/no-ferry-today");
            assertThat(reader.text("/en/" + id + "/no-ferry-today")).contains("A figure was wrong.");

            clock.pass(Duration.ofHours(1));
            lomara.correct(id, EN, Correct.Reason.REFILE, wording("No ferry today", "The ferry stays in the port."));
            house.pressRun.run();
            assertThat(reader.text("/en/feed.atom"))
                    .contains("<updated>2026-03-04T10:30:00Z</updated>", "The ferry stays in the port.")
                    .doesNotContain("11:30:00Z");
            assertThat(reader.status("/en/" + id + "/editions/3/edition.json")).isEqualTo(200);

            clock.pass(Duration.ofHours(1));
            lomara.correct(
                    id, EN, Correct.Reason.CORRECTION, wording("The ferry sails again", "The ferry sails at one."));
            house.pressRun.run();
            assertThat(reader.status("/en/" + id + "/the-ferry-sails-again"))
                    .as("a headline that comes back takes its address back")
                    .isEqualTo(200);
            assertThat(reader.status("/en/" + id + "/no-ferry-today")).isEqualTo(301);
        }
    }

    @OnBothDatabases
    void everything_that_was_changed_is_listed_and_a_removed_text_is_not_named_there(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh, Installation.Public.SERVED);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house);
            assertThat(reader.text("/en/changes/")).contains("Nothing has been changed yet.");
            ReleaseId id = lomara.release("The ferry sails again", "The ferry sails at noon.");
            ReleaseId secret = lomara.release("A hidden name", "Nobody should have read this.");
            clock.pass(Duration.ofHours(1));
            lomara.correct(id, EN, Correct.Reason.CORRECTION, wording("No ferry today", "The ferry stays in port."));
            lomara.correct(secret, EN, Correct.Reason.REFILE, wording("A hidden name", "Nobody should read this."));
            house.pressRun.run();
            assertThat(reader.text("/en/changes/")).contains("No ferry today", "A figure was wrong.", "A hidden name");
            assertThat(reader.text("/en/changes.atom")).contains("Corrected: No ferry today");
            assertThat(reader.text("/en/" + id + "/history")).contains("<del>", "noon", "<ins>", "port");

            lomara.withdraw(secret, EN, WithdrawnText.REMOVED);
            house.pressRun.run();
            assertThat(reader.text("/en/changes/"))
                    .contains("No ferry today", "It was issued by mistake.", secret.value())
                    .doesNotContain("A hidden name");
            assertThat(reader.text("/en/changes.atom")).doesNotContain("A hidden name");
            assertThat(reader.text("/en/" + secret)).contains("/withdrawal.tlog-proof");
            assertThat(reader.text("/en/" + secret + "/withdrawal.tlog-proof")).startsWith("c2sp.org/tlog-proof@v1");
            assertThat(reader.text("/en/" + secret + "/editions/index.json")).doesNotContain("A hidden name");
            assertThat(reader.status("/en/" + secret + "/history")).isEqualTo(410);
        }
    }

    @OnBothDatabases
    void a_withdrawal_does_not_turn_back_the_date_of_home_page_and_feeds(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh, Installation.Public.SERVED);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house);
            lomara.release("The harbour is open", "It opened at dawn.");
            clock.pass(Duration.ofHours(1));
            ReleaseId second = lomara.release("The ferry sails again", "The ferry sails at noon.");
            clock.pass(Duration.ofHours(1));
            lomara.withdraw(second, EN, WithdrawnText.KEPT);
            house.pressRun.run();
            for (String front : java.util.List.of("/en/", "/en/feed.atom", "/en/feed.rss", "/en/feed.json")) {
                assertThat(reader.get(front).headers().firstValue("Last-Modified"))
                        .as(front)
                        .contains("Wed, 04 Mar 2026 11:30:00 GMT");
            }
        }
    }

    @OnBothDatabases
    void a_withdrawn_release_leaves_the_feed(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh, Installation.Public.SERVED);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house);
            ReleaseId stays = lomara.release("The harbour is open", "It opened at dawn.");
            ReleaseId kept = lomara.release("The ferry sails again", "The ferry sails at noon.");
            ReleaseId removed = lomara.release("A mistake", "Nobody should have read this.");
            lomara.withdraw(kept, EN, WithdrawnText.KEPT);
            lomara.withdraw(removed, EN, WithdrawnText.REMOVED);
            house.pressRun.run();

            for (String front : java.util.List.of("/en/", "/en/feed.atom", "/sitemap-news.xml")) {
                assertThat(reader.text(front))
                        .as(front)
                        .contains(stays.value())
                        .doesNotContain(kept.value(), removed.value());
            }
            assertThat(reader.text("/sitemaps/2026-03.xml")).doesNotContain(removed.value());
            assertThat(reader.text("/en/archive/2026-03/")).doesNotContain("A mistake");
            assertThat(reader.text("/en/" + kept + "/the-ferry-sails-again"))
                    .contains("The ferry sails at noon.", "It was issued by mistake.");
            for (String path : java.util.List.of("", "/a-mistake", "/editions/1", "/editions/1/edition.json")) {
                assertThat(reader.status("/en/" + removed + path)).as(path).isEqualTo(410);
                assertThat(reader.text("/en/" + removed + path))
                        .contains("It was issued by mistake.")
                        .doesNotContain("A mistake", "Nobody should have read this.");
            }
            assertThat(house.ledger.size()).isEqualTo(5);
            assertThat(new String(house.ledger.entry(4), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("kind withdrawal", "previous 2", "content -");
        }
    }

    @OnBothDatabases
    void the_language_switch_names_published_languages_only(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh, Installation.Public.SERVED);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = lomara.draft(wording("The ferry sails again", "The ferry sails at noon."), FR);
            lomara.publish(id, EN);
            house.pressRun.run();
            String page = "/en/" + id + "/the-ferry-sails-again";
            assertThat(reader.text(page)).doesNotContain("/fr/" + id);
            lomara.publish(id, FR);
            house.pressRun.run();
            assertThat(reader.text(page)).contains("/fr/" + id);
            assertThat(reader.text("/sitemaps/2026-03.xml")).contains("hreflang=\"fr\"");
            lomara.withdraw(id, FR, WithdrawnText.KEPT);
            house.pressRun.run();
            assertThat(reader.text(page)).doesNotContain("/fr/" + id);
        }
    }

    @OnBothDatabases
    void a_full_page_of_a_list_never_changes_again(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh, Installation.Public.ON_THE_SHELF)) {
            Lomara lomara = new Lomara(house);
            LocalDate day = LocalDate.of(2026, 2, 3);
            lomara.many(51, day);
            Map<String, Change> before = house.state();
            String month = HOST + "/en/archive/2026-02/";
            String feed = HOST + "/en/feed/1.atom";
            assertThat(before).containsKeys(month, month + "1/", HOST + "/en/types/press-release/1/", feed);
            assertThat(before.get(month + "1/")).isInstanceOf(Change.Put.class);
            lomara.many(50, day);
            Map<String, Change> after = house.state();
            for (String full : java.util.List.of(month + "1/", HOST + "/en/types/press-release/1/")) {
                assertThat(after.get(full)).as(full).isEqualTo(before.get(full));
            }
            assertThat(after.get(month + "2/")).isInstanceOf(Change.Put.class);
            assertThat(after.get(month + "3/")).isInstanceOf(Change.Move.class);
            assertThat(house.text(feed)).contains("Notice 0", "/en/feed/2.atom");
            Change archive = house.state().get(feed);
            lomara.many(3, day);
            assertThat(house.state().get(feed)).isEqualTo(archive);
        }
    }

    @OnBothDatabases
    void renewing_changes_nothing_when_nothing_changed(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh, Installation.Public.ON_THE_SHELF)) {
            new Lomara(house).release("The ferry sails again", "The ferry sails at noon.");
            house.renewal.everything((_, _) -> {});
            long turn = house.shelf.last();
            house.renewal.fronts();
            house.renewal.everything((_, _) -> {});
            assertThat(house.shelf.last()).isEqualTo(turn);
            clock.pass(Duration.ofDays(3));
            house.renewal.fronts();
            assertThat(house.text(HOST + "/sitemap-news.xml"))
                    .as("after two days it is no news")
                    .doesNotContain("the-ferry-sails-again");
        }
    }

    @Test
    void a_publication_prints_as_many_sheets_among_many_releases_as_among_few() {
        try (Installation house = open(new TestDatabases.Fresh("SQLite"), Installation.Public.ON_THE_SHELF)) {
            Lomara lomara = new Lomara(house);
            lomara.many(10, LocalDate.of(2026, 2, 3));
            int few = sheetsOfOne(house, lomara);
            lomara.many(488, LocalDate.of(2026, 2, 3));
            int many = sheetsOfOne(house, lomara);
            assertThat(few).isLessThanOrEqualTo(400);
            // two more a language: archives of the feed and pages that are not the first
            assertThat(many).isLessThanOrEqualTo(few + 2 * Lomara.SIX.size());
        }
    }

    private static int sheetsOfOne(Installation house, Lomara lomara) {
        ReleaseId id = lomara.draft(
                wording("The ferry sails again", "The ferry sails at noon."),
                Lomara.SIX.subList(1, 6).toArray(org.diurna.house.Language[]::new));
        Lomara.SIX.forEach(language -> lomara.publish(id, language));
        house.pressRun.run();
        return house.shelf.journal(house.shelf.last()).changes().size();
    }

    @OnBothDatabases
    void leaves_that_a_dead_run_left_in_the_ledger_do_not_stop_those_that_come_after(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh, Installation.Public.ON_THE_SHELF)) {
            Lomara lomara = new Lomara(house);
            ReleaseId first = lomara.draft(wording("The ferry sails again", "The ferry sails at noon."));
            lomara.publish(first, EN);
            Sealing.Log log = Sealing.Log.of(house.ledger);
            PressRun dies = new PressRun(house.shop, new Sealing.Log() {
                @Override
                public long size() {
                    return log.size();
                }

                @Override
                public java.util.List<org.diurna.ledger.Receipt> append(long at, java.util.List<byte[]> leaves) {
                    log.append(at, leaves);
                    throw new Faults.Died();
                }
            });
            assertThat(org.assertj.core.api.Assertions.catchThrowable(dies::run))
                    .isInstanceOf(Faults.Died.class);
            ReleaseId second = lomara.draft(wording("The harbour is open", "It opened at dawn."));
            lomara.publish(second, EN);
            assertThat(house.pressRun.run()).isEqualTo(2);
            assertThat(house.ledger.size()).isEqualTo(2);
            assertThat(house.state())
                    .containsKeys(HOST + "/en/" + first + "/the-ferry-sails-again", HOST + "/en/" + second);
            assertThat(Optional.of(house.pressRun.run())).contains(0);
        }
    }
}
