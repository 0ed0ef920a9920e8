package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.FR;
import static org.diurna.run.Lomara.wording;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diurna.desk.Correct;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.ledger.Evidence;
import org.diurna.ledger.Verdict;
import org.diurna.ledger.Verify;
import org.diurna.stand.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures on their way to the public and back: the invariants of ARCHITECTURE, seen from where a reader stands. */
final class PicturesTest {
    private static final String NOWHERE = "/media/" + "0".repeat(64) + "/wide-900.jpg";

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @TempDir
    Path folder;

    private Installation open(TestDatabases.Fresh fresh) {
        Installation house = Installation.found(folder, fresh.place(), clock, Installation.Public.SERVED);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        house.renewal.fronts();
        return house;
    }

    private static List<Plate.Print> prints(Installation house, ReleaseId id, int edition) {
        return house.releases.plates().of(id, EN, edition).stream()
                .flatMap(plate -> plate.prints().stream())
                .toList();
    }

    @OnBothDatabases
    void invariant_1_no_unpublished_picture_is_public(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh);
                Gallery gallery = new Gallery(house);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            String red = gallery.hang("red", Color.RED);
            ReleaseId open = lomara.release("The ferry sails again", "The ferry sails at noon.");
            ReleaseId secret = lomara.draft(Gallery.with(wording("Quillfeather accord", "It is signed."), blue));
            // decided and developed, but no press run has taken it to the public
            lomara.publish(secret, EN);
            house.releases.save(
                    open,
                    EN,
                    1,
                    Gallery.withFigure(wording("The ferry sails again", "The ferry sails at one."), red),
                    Lomara.OFFICER,
                    clock.instant());
            house.renewal.fronts();

            List<Plate.Print> prints = prints(house, secret, 1);
            assertThat(prints).isNotEmpty();
            assertThat(reader.crawl("/", "/sitemap.xml", "/sitemap-news.xml").toString())
                    .doesNotContain(blue, red, "/media/");
            assertThat(house.state().toString()).doesNotContain("/media/", blue, red);
            List<String> guesses = new ArrayList<>();
            prints.forEach(print -> {
                guesses.add(print.path());
                guesses.add("/media/" + print.sha256());
                guesses.add("/media/" + print.sha256() + "/");
            });
            for (String master : List.of(blue, red)) {
                for (String name : List.of("", "wide-900.jpg", "whole-480.webp", "card-900.jpg", "original", "1")) {
                    guesses.add("/media/" + master + "/" + name);
                }
            }
            guesses.add("/en/" + open + "/editions/2/edition.json");
            for (String guess : guesses) {
                assertThat(reader.status(guess)).as(guess).isEqualTo(404);
                assertThat(reader.get(guess).body())
                        .as("the answer does not tell a secret from nothing: " + guess)
                        .isEqualTo(reader.get(guess.startsWith("/en/") ? "/en/0000000000" : NOWHERE)
                                .body());
            }

            house.pressRun.run();
            for (Plate.Print print : prints) {
                var answer = reader.get(print.path());
                assertThat(answer.statusCode()).as(print.path()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).contains(print.type());
                assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                        .contains("immutable");
                assertThat(answer.body())
                        .hasSize((int) print.bytes())
                        .isEqualTo(gallery.backstage.read(print.sha256()));
                assertThat(reader.status("/media/" + print.sha256() + "/other.jpg"))
                        .isEqualTo(404);
            }
            assertThat(house.state().toString())
                    .as("nor does the next wording of what is public, nor any master")
                    .doesNotContain(blue, red);
        }
    }

    @OnBothDatabases
    void a_page_shows_its_pictures_and_its_edition_names_every_file(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh);
                Gallery gallery = new Gallery(house);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId id = lomara.draft(Gallery.withFigure(
                    Gallery.with(wording("The ferry sails again", "The ferry sails at noon."), blue), blue));
            lomara.publish(id, EN);
            house.pressRun.run();

            String page = reader.text(
                    reader.get("/en/" + id).headers().firstValue("Location").orElseThrow());
            String json = reader.text("/en/" + id + "/editions/1/edition.json");
            for (Plate.Print print : prints(house, id, 1)) {
                assertThat(page).contains(print.path());
                assertThat(json).contains(print.sha256(), print.path());
            }
            assertThat(page)
                    .contains("fetchpriority=\"high\"", "loading=\"lazy\"", "media=\"(max-width: 40rem)\"")
                    .contains("Ministry of Lomara / A. Orrin", "Free for reporting.", "summary_large_image");
            assertThat(json).contains("\"pictures\":[{\"alt\":\"A disc in the sky\"", blue);
            for (String list : List.of("/en/feed.atom", "/en/feed.rss", "/en/feed.json", "/en/", "/sitemap-news.xml")) {
                assertThat(reader.text(list)).as(list).contains("/media/");
            }
            Evidence evidence = Evidence.of(
                    page.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    reader.get("/en/" + id + "/editions/1/edition.tlog-proof").body());
            assertThat(new Verify(List.of(house.key.verifier())).check(evidence))
                    .isInstanceOf(Verdict.Genuine.class);
        }
    }

    @OnBothDatabases
    void a_recalled_picture_leaves_the_public_within_one_run(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh);
                Gallery gallery = new Gallery(house);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            String red = gallery.hang("red", Color.RED);
            ReleaseId both = lomara.draft(Gallery.withFigure(
                    Gallery.with(wording("The ferry sails again", "The ferry sails at noon."), red), blue));
            ReleaseId earlier = lomara.draft(Gallery.with(wording("The harbour is open", "It opened."), blue));
            ReleaseId kept = lomara.draft(Gallery.with(wording("A mistake", "It is kept."), blue));
            for (ReleaseId id : List.of(both, earlier, kept)) {
                lomara.publish(id, EN);
            }
            house.pressRun.run();
            lomara.correct(earlier, EN, Correct.Reason.CORRECTION, wording("The harbour is open", "At dawn."));
            lomara.withdraw(kept, EN, WithdrawnText.KEPT);
            house.pressRun.run();
            List<Plate.Print> gone = house.releases.plates().of(both, EN, 1).stream()
                    .filter(plate -> plate.sha256().equals(blue))
                    .flatMap(plate -> plate.prints().stream())
                    .toList();
            List<Plate.Print> banners = prints(house, earlier, 1);
            byte[] before =
                    reader.get("/en/" + both + "/editions/1/edition.json").body();

            clock.pass(Duration.ofHours(1));
            lomara.recall(blue);
            house.pressRun.run();

            Map<String, String> seen = reader.crawl("/", "/sitemap.xml", "/sitemap-news.xml", "/en/feed.atom");
            seen.entrySet().removeIf(page -> page.getKey().endsWith("/edition.json"));
            for (Plate.Print print : gone) {
                assertThat(reader.status(print.path())).as(print.path()).isEqualTo(410);
            }
            for (Plate.Print print : banners) {
                assertThat(reader.status(print.path())).as(print.path()).isEqualTo(410);
                assertThat(seen.toString()).doesNotContain(print.sha256());
            }
            assertThat(seen.toString()).doesNotContain(gone.getFirst().sha256());
            for (ReleaseId id : List.of(both, earlier, kept)) {
                assertThat(reader.text("/en/" + id + "/editions/1")).contains("Picture taken away on 4 March 2026");
            }
            String page = reader.text(
                    reader.get("/en/" + both).headers().firstValue("Location").orElseThrow());
            assertThat(page).contains("A picture was taken away because the right to show it has ended.");
            assertThat(page)
                    .as("the other picture stays")
                    .contains(prints(house, both, 2).getFirst().path());
            assertThat(reader.get("/en/" + both + "/editions/1/edition.json").body())
                    .as("an edition never changes")
                    .isEqualTo(before);
            Evidence evidence = Evidence.of(
                    page.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    reader.get("/en/" + both + "/editions/2/edition.json").body(),
                    reader.get("/en/" + both + "/editions/2/edition.tlog-proof").body());
            assertThat(new Verify(List.of(house.key.verifier())).check(evidence))
                    .isInstanceOf(Verdict.Genuine.class);
            assertThat(house.ledger.size())
                    .as("a leaf for each text that showed it")
                    .isEqualTo(5 + 3);
            house.ledger.verify();
            lomara.objections(earlier);
            assertThat(catchThrowable(() ->
                            lomara.publish(lomara.draft(Gallery.with(wording("Once more", "Again."), blue)), EN)))
                    .hasMessageContaining("picture-recalled");
        }
    }

    @OnBothDatabases
    void a_text_that_is_removed_takes_its_pictures_with_it_unless_another_shows_them(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh);
                Gallery gallery = new Gallery(house);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId first = lomara.draft(Gallery.with(wording("The ferry sails", "At noon."), blue));
            ReleaseId second = lomara.draft(Gallery.with(wording("The harbour is open", "It opened."), blue));
            lomara.publish(first, EN);
            lomara.publish(second, EN);
            house.pressRun.run();
            String path = prints(house, first, 1).getFirst().path();
            lomara.withdraw(first, EN, WithdrawnText.REMOVED);
            house.pressRun.run();
            assertThat(reader.status(path)).isEqualTo(200);
            lomara.withdraw(second, EN, WithdrawnText.REMOVED);
            house.pressRun.run();
            assertThat(reader.status(path)).isEqualTo(410);
        }
    }

    @OnBothDatabases
    void a_picture_is_developed_once_and_made_again_where_it_was_lost(TestDatabases.Fresh fresh) throws Exception {
        try (Installation house = open(fresh);
                Gallery gallery = new Gallery(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId id = lomara.draft(Gallery.with(wording("The ferry sails", "At noon."), blue), FR);
            lomara.publish(id, EN);
            List<Plate.Print> prints = prints(house, id, 1);
            assertThat(developments(house)).isEqualTo(1);
            try (var files = Files.walk(gallery.folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            house.pressRun.run();
            assertThat(house.bytes(Lomara.HOST + prints.getFirst().path()))
                    .isEqualTo(gallery.backstage.read(prints.getFirst().sha256()));
            ReleaseId next = lomara.draft(Gallery.with(wording("The harbour is open", "It opened."), blue));
            lomara.publish(next, EN);
            assertThat(developments(house)).isEqualTo(1);
            assertThat(prints(house, next, 1)).isEqualTo(prints);
            assertThat(catchThrowable(() -> house.database.write(() ->
                            lomara.publish(lomara.draft(Gallery.with(wording("Inside", "A transaction."), blue)), EN))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("never inside");
        }
    }

    private static int developments(Installation house) {
        return house.database.read(() -> house.database
                .sql("select count(*) from development")
                .query(Integer.class)
                .single());
    }

    @OnBothDatabases
    void a_decision_names_everything_that_stands_against_a_picture(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh);
                Gallery gallery = new Gallery(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            gallery.embargo(blue, clock.instant().plusSeconds(60));
            assertThat(lomara.objections(lomara.draft(Gallery.with(wording("A", "B."), blue))))
                    .containsExactly("picture-embargoed");
            assertThat(lomara.objections(lomara.draft(Gallery.with(wording("A", "B."), "0".repeat(64)))))
                    .containsExactly("picture-missing");
            clock.pass(Duration.ofMinutes(2));
            assertThat(lomara.objections(lomara.draft(Gallery.with(wording("A", "B."), blue))))
                    .isEmpty();
            assertThat(lomara.objections(lomara.draft(wording("A", "B.")
                            .under(java.util.Optional.of(new org.diurna.edition.Banner(
                                    blue, org.diurna.edition.Block.Use.INFORMATIVE, "", ""))))))
                    .containsExactly("banner-alt-missing");
        }
    }

    /** Invariants 6 and 9: whatever step a run dies at, and from no shelf at all, the end is the same. */
    @Test
    void a_run_with_pictures_that_died_starts_again_from_the_top() throws Exception {
        Path base = folder.resolve("base");
        String picture;
        try (Installation house =
                        Installation.found(base, Installation.sqlite(base), clock, Installation.Public.ON_THE_SHELF);
                Gallery gallery = new Gallery(house)) {
            house.offices.put(Lomara.ministry(Lomara.HOST));
            house.renewal.fronts();
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            picture = gallery.hang("red", Color.RED);
            ReleaseId shown = lomara.draft(Gallery.with(wording("The ferry sails", "At noon."), blue));
            lomara.publish(shown, EN);
            house.pressRun.run();
            lomara.publish(lomara.draft(Gallery.withFigure(wording("The harbour is open", "It opened."), picture)), EN);
            lomara.recall(blue);
        }
        Map<String, Change> expected = end(base, "undisturbed", new Faults(0));
        assertThat(expected.toString()).contains("/media/");
        boolean died = true;
        for (int n = 1; died; n += 3) {
            Faults faults = new Faults(n);
            assertThat(end(base, "died-" + n, faults))
                    .as("after dying at step " + n)
                    .isEqualTo(expected);
            died = faults.spent();
        }
        Path lost = folder.resolve("undisturbed");
        Files.move(lost.resolve("shelf"), lost.resolve("lost"));
        try (Installation house =
                        Installation.open(lost, Installation.sqlite(lost), clock, Installation.Public.ON_THE_SHELF);
                Gallery gallery = new Gallery(house)) {
            assertThat(gallery.folder).isDirectory();
            house.renewal.everything((_, _) -> {});
            Map<String, Change> media = house.state();
            media.keySet().removeIf(address -> !address.contains("/media/"));
            Map<String, Change> before = new java.util.TreeMap<>(expected);
            before.keySet().removeIf(address -> !address.contains("/media/"));
            assertThat(media).isEqualTo(before);
        }
    }

    private Map<String, Change> end(Path base, String name, Faults faults) throws Exception {
        Path copy = folder.resolve(name);
        Installation.copy(base, copy);
        try (Installation house = Installation.faulty(copy, clock, faults);
                Gallery gallery = new Gallery(house)) {
            assertThat(gallery.folder).isDirectory();
            Throwable trouble = catchThrowable(house.pressRun::run);
            assertThat(trouble == null || trouble instanceof Faults.Died)
                    .as(String.valueOf(trouble))
                    .isTrue();
        }
        try (Installation house =
                        Installation.open(copy, Installation.sqlite(copy), clock, Installation.Public.ON_THE_SHELF);
                Gallery gallery = new Gallery(house)) {
            assertThat(gallery.folder).isDirectory();
            house.pressRun.run();
            return house.state();
        }
    }
}
