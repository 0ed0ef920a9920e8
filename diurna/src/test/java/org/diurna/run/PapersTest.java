package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.wording;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.desk.Correct;
import org.diurna.edition.Happening;
import org.diurna.edition.Happenings;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.edition.Wording;
import org.diurna.house.FakeClock;
import org.diurna.ledger.Evidence;
import org.diurna.ledger.Paper;
import org.diurna.ledger.Verdict;
import org.diurna.ledger.Verify;
import org.diurna.press.PublicEdition;
import org.diurna.press.PublicVersion;
import org.diurna.press.Sheet;
import org.diurna.press.paper.PaperReader;
import org.diurna.stand.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDF files come after their release, and a page names one only while the public gets it. */
final class PapersTest {
    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @TempDir
    Path folder;

    private Installation open() {
        Installation house =
                Installation.found(folder, Installation.sqlite(folder), clock, Installation.Public.ON_THE_SHELF);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        return house;
    }

    private static void paper(Installation house, ReleaseId id) {
        house.happenings.of(id).stream().map(Happening::id).forEach(house.paperRun::after);
    }

    private static String root(ReleaseId id) {
        return Lomara.HOST + "/en/" + id;
    }

    private static String file(ReleaseId id, int edition) {
        return root(id) + "/editions/" + edition + "/release.pdf";
    }

    private static String page(Installation house, ReleaseId id) {
        String address = house.state().keySet().stream()
                .filter(path -> path.startsWith(root(id) + "/the-"))
                .findFirst()
                .orElseThrow();
        return house.text(address);
    }

    @Test
    void a_paper_comes_after_its_release_and_only_then_the_page_names_it() {
        try (Installation house = open()) {
            ReleaseId id = new Lomara(house).release("The ferry sails again", "The ferry sails at noon.");
            assertThat(house.state()).doesNotContainKey(file(id, 1));
            assertThat(page(house, id)).doesNotContain("release.pdf");

            paper(house, id);

            assertThat(new String(house.bytes(file(id, 1)), 0, 8, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-1.7");
            assertThat(page(house, id)).contains("/editions/1/release.pdf\" type=\"application/pdf\">PDF ·");
            assertThat(house.text(root(id) + "/editions/1")).contains("/editions/1/release.pdf");
        }
    }

    @Test
    void a_publication_asks_for_its_paper_and_nothing_waits_for_it() {
        try (Installation house = open()) {
            ReleaseId id = new Lomara(house).release("The ferry sails again", "The ferry sails at noon.");
            List<String> asked = house.database.read(() -> house.database
                    .sql("select task_instance from scheduled_tasks where task_name = :name")
                    .param("name", Happenings.AFTERWARDS)
                    .query(String.class)
                    .list());
            assertThat(asked).containsExactly(house.happenings.of(id).getFirst().id());
        }
    }

    @Test
    void a_paper_that_is_there_is_not_made_again() {
        try (Installation house = open()) {
            ReleaseId id = new Lomara(house).release("The ferry sails again", "The ferry sails at noon.");
            paper(house, id);
            long turn = house.shelf.last();
            paper(house, id);
            assertThat(house.shelf.last()).isEqualTo(turn);
        }
    }

    @Test
    void a_press_run_of_a_new_process_still_names_the_paper() {
        ReleaseId id;
        try (Installation house = open()) {
            id = new Lomara(house).release("The ferry sails again", "The ferry sails at noon.");
            paper(house, id);
        }
        try (Installation house =
                Installation.open(folder, Installation.sqlite(folder), clock, Installation.Public.ON_THE_SHELF)) {
            String before = page(house, id);
            house.renewal.everything((_, _) -> {});
            assertThat(page(house, id)).isEqualTo(before).contains("release.pdf");
        }
    }

    @Test
    void a_corrected_release_keeps_the_old_paper_and_gets_a_new_one() {
        try (Installation house = open()) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = lomara.release("The ferry sails again", "The ferry sails at noon.");
            paper(house, id);
            byte[] first = house.bytes(file(id, 1));
            clock.pass(Duration.ofHours(1));
            lomara.correct(
                    id, EN, Correct.Reason.CORRECTION, wording("The ferry sails again", "The ferry sails at one."));
            house.pressRun.run();
            assertThat(page(house, id)).doesNotContain("release.pdf");
            paper(house, id);
            assertThat(house.bytes(file(id, 1))).isEqualTo(first);
            assertThat(house.bytes(file(id, 2))).isNotEqualTo(first);
            assertThat(page(house, id)).contains("/editions/2/release.pdf").doesNotContain("/editions/1/release.pdf");
        }
    }

    @Test
    void a_withdrawal_that_keeps_the_text_prints_the_paper_again_with_a_notice() {
        try (Installation house = open()) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = lomara.release("The ferry sails again", "The ferry sails at noon.");
            paper(house, id);
            byte[] standing = house.bytes(file(id, 1));
            clock.pass(Duration.ofHours(1));
            lomara.withdraw(id, EN, WithdrawnText.KEPT);
            house.pressRun.run();
            // until then the address leads to the page, which says it already
            assertThat(house.state().get(file(id, 1))).isInstanceOf(Change.Move.class);
            assertThat(page(house, id)).doesNotContain("release.pdf");
            paper(house, id);
            assertThat(house.bytes(file(id, 1))).isNotEqualTo(standing);
            assertThat(page(house, id)).contains("release.pdf");
        }
    }

    @Test
    void a_removed_text_leaves_no_paper() {
        try (Installation house = open()) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = lomara.release("The ferry sails again", "The ferry sails at noon.");
            paper(house, id);
            clock.pass(Duration.ofHours(1));
            lomara.withdraw(id, EN, WithdrawnText.REMOVED);
            house.pressRun.run();
            assertThat(house.state().get(file(id, 1)))
                    .isInstanceOfSatisfying(
                            Change.Put.class, put -> assertThat(put.status()).isEqualTo(410));
            paper(house, id);
            assertThat(house.state().get(file(id, 1)))
                    .isInstanceOfSatisfying(
                            Change.Put.class, put -> assertThat(put.status()).isEqualTo(410));
        }
    }

    @Test
    void a_recalled_picture_is_on_no_paper() {
        try (Installation house = open();
                Gallery gallery = new Gallery(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId id = lomara.draft(Gallery.with(wording("The ferry sails again", "It sails."), blue));
            lomara.publish(id, EN);
            house.pressRun.run();
            paper(house, id);
            assertThat(images(house.bytes(file(id, 1)))).isEqualTo(1);
            clock.pass(Duration.ofHours(1));
            lomara.recall(blue);
            house.pressRun.run();
            assertThat(house.state().get(file(id, 1))).isInstanceOf(Change.Move.class);
            paper(house, id);
            assertThat(images(house.bytes(file(id, 1)))).isZero();
            assertThat(images(house.bytes(file(id, 2)))).isZero();
        }
    }

    @Test
    void a_paper_alone_is_verified_and_one_changed_word_fails() {
        try (Installation house = open()) {
            ReleaseId id = new Lomara(house).release("The ferry sails again", "The ferry sails at noon.");
            paper(house, id);
            Verify verify = new Verify(List.of(house.key.verifier()));
            assertThat(verify.check(evidence(house.bytes(file(id, 1))))).isInstanceOf(Verdict.Genuine.class);

            for (Wording other : List.of(
                    wording("The ferry sails again", "The ferry sails at nine."),
                    wording("The ferry sinks again", "The ferry sails at noon."),
                    wording("The ferry sails again", "The ferry sails at noon. It is free."))) {
                byte[] forged = forged(house, id, other);
                assertThat(verify.check(evidence(forged)))
                        .isInstanceOfSatisfying(
                                Verdict.Altered.class,
                                altered -> assertThat(altered.part()).isEqualTo(Verdict.Part.PAPER));
            }
        }
    }

    /** Set by our own press, with the genuine edition and its proof inside, and other words on the page. */
    private static byte[] forged(Installation house, ReleaseId id, Wording other) {
        PublicVersion version = house.database.read(() -> house.pressRun
                .gathering()
                .versions()
                .version(house.releases.find(id).orElseThrow(), EN));
        PublicEdition genuine = version.newest();
        PublicEdition edition = new PublicEdition(
                genuine.number(),
                genuine.kind(),
                genuine.note(),
                genuine.published(),
                other,
                genuine.bodyHtml(),
                genuine.json(),
                genuine.seal());
        Sheet sheet = house.shop.sites().press().paper(version, edition, Map.of());
        return ((Sheet.Printed) sheet).bytes();
    }

    private static Evidence evidence(byte[] file) {
        PaperReader.Held held = PaperReader.read(file);
        return new Evidence(
                Optional.empty(),
                Optional.ofNullable(held.files().get("edition.json")),
                Optional.ofNullable(held.files().get("edition.tlog-proof")),
                Optional.of(new Paper(held.headline(), held.summary(), held.body(), held.captions(), held.stray())));
    }

    private static int images(byte[] file) {
        String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.split("/Subtype /Image", -1).length - 1;
    }

    @Test
    void a_lost_shelf_gets_its_papers_back() throws Exception {
        ReleaseId id;
        byte[] before;
        try (Installation house = open()) {
            id = new Lomara(house).release("The ferry sails again", "The ferry sails at noon.");
            paper(house, id);
            before = house.bytes(file(id, 1));
        }
        try (var files = Files.walk(folder.resolve("shelf"))) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
        try (Installation house =
                Installation.open(folder, Installation.sqlite(folder), clock, Installation.Public.ON_THE_SHELF)) {
            house.renewal.everything((_, _) -> {});
            assertThat(page(house, id)).doesNotContain("release.pdf");
            house.paperRun.everything();
            assertThat(house.bytes(file(id, 1))).isEqualTo(before);
            assertThat(page(house, id)).contains("release.pdf");
            assertThat(Map.copyOf(house.state())).containsKey(file(id, 1));
        }
    }
}
