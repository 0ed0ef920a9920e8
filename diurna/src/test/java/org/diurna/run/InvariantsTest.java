package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.FR;
import static org.diurna.run.Lomara.wording;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.diurna.desk.Correct;
import org.diurna.edition.Edition;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Stage;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.ledger.Evidence;
import org.diurna.ledger.Verdict;
import org.diurna.ledger.Verify;
import org.diurna.stand.Change;
import org.junit.jupiter.api.io.TempDir;

/** The invariants of ARCHITECTURE that a press run must hold, seen from where a reader stands. */
final class InvariantsTest {
    private static final String NO_RELEASE = "0000000000";

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @TempDir
    Path folder;

    private Installation open(TestDatabases.Fresh fresh) {
        Installation house = Installation.found(folder, fresh.place(), clock, Installation.Public.SERVED);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        house.renewal.fronts();
        return house;
    }

    @OnBothDatabases
    void invariant_1_nothing_unpublished_is_public(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house);
            ReleaseId open = lomara.release("The ferry sails again", "The ferry sails at noon.");
            ReleaseId secret = lomara.draft(wording("Quillfeather accord", "Zanzibarium will be ours."), FR);
            // the next wording of a public release is as secret as a release that nobody knows of
            house.releases.save(
                    open, EN, 1, wording("Umbrageous ferry", "Zanzibarium sails."), Lomara.OFFICER, clock.instant());
            house.pressRun.run();
            // every page once more: what is printed again must not look at the draft either
            house.renewal.everything((_, _) -> {});

            Map<String, String> seen = reader.crawl("/", "/robots.txt", "/sitemap.xml", "/sitemap-news.xml");
            assertThat(seen).containsKey("/en/" + open + "/the-ferry-sails-again");
            assertThat(seen.toString()).doesNotContainIgnoringCase("quillfeather", "zanzibarium", "umbrageous");
            assertThat(seen.toString()).doesNotContain(secret.value());
            assertThat(house.state().toString()).doesNotContain(secret.value(), "quillfeather", "umbrageous");
            house.state().forEach((address, change) -> {
                if (change instanceof Change.Put put) {
                    String text = new String(house.shelf.read(put.identity().digest()), StandardCharsets.ISO_8859_1);
                    assertThat(text)
                            .as(address)
                            .doesNotContainIgnoringCase("quillfeather", "zanzibarium", "umbrageous", secret.value());
                }
            });
            for (String guess : List.of(
                    "/en/" + secret,
                    "/en/" + secret + "/",
                    "/en/" + secret + "/quillfeather-accord",
                    "/fr/" + secret + "/quillfeather-accord-fr",
                    "/en/" + secret + "/editions/1",
                    "/en/" + secret + "/editions/1/edition.json",
                    "/en/" + secret + "/editions/1/edition.tlog-proof",
                    "/en/" + secret + "/editions/timemap",
                    "/en/" + secret + "/editions/timegate",
                    "/en/" + open + "/editions/2",
                    "/en/" + open + "/editions/2/edition.json",
                    "/en/" + open + "/umbrageous-ferry")) {
                assertThat(reader.status(guess)).as(guess).isEqualTo(404);
                assertThat(reader.get(guess).body())
                        .as("the answer does not tell a secret from nothing: " + guess)
                        .isEqualTo(
                                reader.get(guess.substring(0, 4) + NO_RELEASE).body());
            }
            assertThat(house.ledger.size())
                    .as("nor does a leaf tell that it exists")
                    .isEqualTo(1);
        }
    }

    @OnBothDatabases
    void invariant_2_nothing_is_public_without_a_proof(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = lomara.draft(wording("The ferry sails again", "The ferry sails at noon."), FR);
            lomara.publish(id, EN);
            lomara.publish(id, FR);
            assertThat(reader.status("/en/" + id)).as("before its receipt").isEqualTo(404);
            house.pressRun.run();

            for (String root : List.of("/en/" + id, "/fr/" + id)) {
                String path = reader.get(root).headers().firstValue("Location").orElseThrow();
                Evidence evidence = Evidence.of(
                        reader.get(path).body(),
                        reader.get(root + "/editions/1/edition.json").body(),
                        reader.get(root + "/editions/1/edition.tlog-proof").body());
                assertThat(new Verify(List.of(house.key.verifier())).check(evidence))
                        .isInstanceOf(Verdict.Genuine.class);
            }
            byte[] checkpoint = reader.get("localhost", "/press/checkpoint").body();
            assertThat(new String(checkpoint, StandardCharsets.UTF_8))
                    .isEqualTo(house.ledger.checkpoint().note());
            house.ledger
                    .publicPaths(0)
                    .forEach(path -> assertThat(
                                    reader.get("localhost", "/press/" + path).body())
                            .as(path)
                            .isEqualTo(house.ledger.publicFile(path).bytes()));
            house.ledger.verify();
        }
    }

    @OnBothDatabases
    void invariant_3_an_edition_never_changes(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = lomara.release("The ferry sails again", "The ferry sails at noon.");
            Edition first = house.releases.editions(id, EN).getFirst();
            byte[] json = reader.get("/en/" + id + "/editions/1/edition.json").body();
            assertThat(json).isEqualTo(first.json());

            clock.pass(Duration.ofHours(1));
            lomara.correct(id, EN, Correct.Reason.CORRECTION, wording("The ferry sails", "The ferry sails at one."));
            house.pressRun.run();
            clock.pass(Duration.ofHours(1));
            lomara.correct(id, EN, Correct.Reason.REFILE, wording("The ferry sails", "The ferry sails at 1."));
            house.pressRun.run();
            lomara.withdraw(id, EN, WithdrawnText.KEPT);
            house.pressRun.run();

            Edition kept = house.releases.editions(id, EN).getFirst();
            assertThat(kept.json()).isEqualTo(json);
            assertThat(kept.digest()).isEqualTo(first.digest());
            assertThat(reader.get("/en/" + id + "/editions/1/edition.json").body())
                    .isEqualTo(json);
            assertThat(reader.text("/en/" + id + "/editions/1")).contains("The ferry sails at noon.");
            Evidence evidence = Evidence.of(
                    reader.get("/en/" + id + "/editions/1").body(),
                    json,
                    reader.get("/en/" + id + "/editions/1/edition.tlog-proof").body());
            assertThat(new Verify(List.of(house.key.verifier())).check(evidence))
                    .isInstanceOf(Verdict.Genuine.class);
        }
    }

    @OnBothDatabases
    void invariant_6_what_is_derived_can_be_thrown_away(TestDatabases.Fresh fresh) throws Exception {
        var place = fresh.place();
        Map<String, Change> before;
        try (Installation house = Installation.found(folder, place, clock, Installation.Public.ON_THE_SHELF)) {
            house.offices.put(Lomara.ministry(Lomara.HOST));
            house.renewal.fronts();
            Lomara lomara = new Lomara(house);
            lomara.many(52, java.time.LocalDate.of(2026, 2, 1));
            ReleaseId id = lomara.draft(wording("The ferry sails again", "The ferry sails at noon."), FR);
            lomara.publish(id, EN);
            lomara.publish(id, FR);
            house.pressRun.run();
            lomara.correct(id, EN, Correct.Reason.CORRECTION, wording("No ferry", "The ferry sails at one."));
            house.pressRun.run();
            ReleaseId gone = lomara.release("A mistake", "Nobody should have read this.");
            lomara.withdraw(gone, EN, WithdrawnText.REMOVED);
            house.pressRun.run();
            house.renewal.fronts();
            before = house.state();
        }
        java.nio.file.Files.move(folder.resolve("shelf"), folder.resolve("lost"));
        try (Installation house = Installation.open(folder, place, clock, Installation.Public.ON_THE_SHELF)) {
            house.renewal.everything((_, _) -> {});
            // tiles that fuller ones have replaced are no part of the newest log
            before.keySet()
                    .removeIf(address -> address.matches("localhost/press/tile/.*\\.p/[0-9]+")
                            && !house.ledger
                                    .publicPaths(0)
                                    .toList()
                                    .contains(address.substring("localhost/press/".length())));
            assertThat(house.state()).isEqualTo(before);
        }
    }

    @OnBothDatabases
    void invariant_8_the_world_hears_after_the_commit_and_the_stand(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh)) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = lomara.draft(wording("The ferry sails again", "The ferry sails at noon."));
            lomara.publish(id, EN);
            PressRun silent = new PressRun(new Workshop(
                    house.database,
                    house.offices,
                    house.releases,
                    house.happenings,
                    house.types,
                    house.ledger,
                    house.shelf,
                    house.shop.sites(),
                    (_, _) -> false,
                    clock));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(silent::run))
                    .isInstanceOf(StandSilent.class)
                    .hasMessageContaining("does not show turn");
            assertThat(house.releases.stage(id, EN))
                    .as("not called public before the stand has shown it")
                    .isInstanceOf(Stage.InPress.class);
            house.pressRun.run();
            assertThat(house.releases.stage(id, EN)).isInstanceOf(Stage.Public.class);
            assertThat(house.ledger.size()).isEqualTo(1);
        }
    }
}
