package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.diurna.desk.Correct;
import org.diurna.edition.Happening;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.house.Language;
import org.diurna.house.Settings;
import org.diurna.stand.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A media kit comes after its release, holds all of it, and leaves with what may be shown no more. */
final class MediaKitTest {
    private static final Language EN = Language.of("en");
    private static final Language AR = Language.of("ar");

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @TempDir
    Path folder;

    private Installation open() {
        Installation house =
                Installation.found(folder, Installation.sqlite(folder), clock, Installation.Public.ON_THE_SHELF);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        return house;
    }

    private static void after(Installation house, ReleaseId id) {
        house.happenings.of(id).stream().map(Happening::id).forEach(house.paperRun::after);
    }

    private static String kit(ReleaseId id) {
        return Lomara.HOST + "/media-kit/" + id + ".zip";
    }

    private static Map<String, byte[]> opened(byte[] zip) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static String page(Installation house, ReleaseId id, String language) {
        if (!(house.state().get(Lomara.HOST + "/" + language + "/" + id) instanceof Change.Move move)) {
            throw new AssertionError("The short address leads nowhere.");
        }
        return house.text(Lomara.HOST + move.to());
    }

    @Test
    void a_kit_holds_pictures_captions_and_words_of_each_language_and_the_pages_name_it() {
        try (Installation house = open();
                Gallery gallery = new Gallery(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId id = lomara.draft(
                    Gallery.with(Lomara.wording("The ferry sails again", "The ferry sails at noon."), blue), AR);
            lomara.publish(id, EN);
            lomara.publish(id, AR);
            house.pressRun.run();
            assertThat(house.state()).doesNotContainKey(kit(id));
            assertThat(page(house, id, "en"))
                    .doesNotContain("media-kit")
                    .contains("href=\"/-/licence?release=" + id + "&amp;lang=en&amp;picture=1\"");

            after(house, id);

            Map<String, byte[]> entries = opened(house.bytes(kit(id)));
            assertThat(entries)
                    .containsOnlyKeys(
                            "pictures/01.jpg",
                            "captions.csv",
                            "captions.en.txt",
                            "release.en.txt",
                            "edition.en.json",
                            "edition.en.tlog-proof",
                            "captions.ar.txt",
                            "release.ar.txt",
                            "edition.ar.json",
                            "edition.ar.tlog-proof");
            Plate plate = house.releases.plates().of(id, EN, 1).getFirst();
            assertThat(entries.get("pictures/01.jpg"))
                    .isEqualTo(gallery.backstage.read(
                            plate.widest(Plate.Cut.WHOLE).orElseThrow().sha256()));
            assertThat(entries.get("edition.en.json"))
                    .isEqualTo(house.bytes(Lomara.HOST + "/en/" + id + "/editions/1/edition.json"));
            assertThat(new String(entries.get("captions.en.txt"), StandardCharsets.UTF_8))
                    .contains("pictures/01.jpg", "Ministry of Lomara / A. Orrin", "Free for reporting.");
            assertThat(new String(entries.get("captions.csv"), StandardCharsets.UTF_8))
                    .contains("\"pictures/01.jpg\",\"en\"", "\"900\",\"700\"");
            assertThat(new String(entries.get("release.en.txt"), StandardCharsets.UTF_8))
                    .contains("The ferry sails at noon.");
            for (String language : new String[] {"en", "ar"}) {
                assertThat(page(house, id, language)).contains("/media-kit/" + id + ".zip");
            }
            long turn = house.shelf.last();
            after(house, id);
            assertThat(house.shelf.last())
                    .as("it is there, so it is not made again")
                    .isEqualTo(turn);
            house.renewal.everything((_, _) -> {});
            assertThat(page(house, id, "en")).contains("media-kit/");
        }
    }

    @Test
    void invariant_1_a_kit_leaves_with_the_run_that_takes_back_what_is_in_it() {
        try (Installation house = open();
                Gallery gallery = new Gallery(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            String red = gallery.hang("red", Color.RED);
            ReleaseId id = lomara.draft(Gallery.withFigure(
                    Gallery.with(Lomara.wording("The ferry sails again", "The ferry sails at noon."), red), blue));
            lomara.publish(id, EN);
            house.pressRun.run();
            after(house, id);
            assertThat(opened(house.bytes(kit(id)))).containsKeys("pictures/01.jpg", "pictures/02.jpg");

            // at the very same moment by the clock
            lomara.recall(blue);
            house.pressRun.run();
            assertThat(house.state().get(kit(id))).isInstanceOf(Change.Move.class);
            assertThat(page(house, id, "en")).doesNotContain("media-kit");
            after(house, id);
            assertThat(opened(house.bytes(kit(id))))
                    .containsKey("pictures/01.jpg")
                    .doesNotContainKey("pictures/02.jpg");

            clock.pass(Duration.ofMinutes(1));
            lomara.withdraw(id, EN, WithdrawnText.REMOVED);
            house.pressRun.run();
            after(house, id);
            assertThat(house.state().get(kit(id))).isInstanceOf(Change.Move.class);
        }
    }

    @Test
    void invariant_1_a_kit_leaves_after_the_office_changed_its_first_language() {
        try (Installation house = open();
                Gallery gallery = new Gallery(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId id = lomara.draft(Gallery.with(Lomara.wording("The ferry sails", "At noon."), blue));
            lomara.publish(id, EN);
            house.pressRun.run();
            after(house, id);
            assertThat(opened(house.bytes(kit(id)))).containsKey("pictures/01.jpg");
            Office old = Lomara.ministry(Lomara.HOST);
            List<Language> turned = new ArrayList<>(old.languages());
            Collections.reverse(turned);
            assertThat(turned.getFirst()).isNotEqualTo(EN);
            house.offices.put(new Office(
                    old.code(),
                    old.names(),
                    old.hosts(),
                    turned,
                    old.zone(),
                    old.brand(),
                    old.contacts(),
                    old.places(),
                    old.opened(),
                    old.closed()));

            lomara.recall(blue);
            house.pressRun.run();
            assertThat(house.state().entrySet().stream()
                            .filter(each -> each.getKey().contains("media-kit"))
                            .map(Map.Entry::getValue))
                    .isNotEmpty()
                    .allMatch(Change.Move.class::isInstance);
        }
    }

    @Test
    void a_correction_comes_with_a_kit_of_its_own() {
        try (Installation house = open();
                Gallery gallery = new Gallery(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId id = lomara.draft(Gallery.with(Lomara.wording("The ferry sails", "At noon."), blue));
            lomara.publish(id, EN);
            house.pressRun.run();
            after(house, id);
            clock.pass(Duration.ofMinutes(1));
            lomara.correct(
                    id,
                    EN,
                    Correct.Reason.CORRECTION,
                    Gallery.with(Lomara.wording("The ferry sails", "At one."), blue));
            house.pressRun.run();
            assertThat(house.state().get(kit(id))).isInstanceOf(Change.Move.class);
            after(house, id);
            assertThat(new String(opened(house.bytes(kit(id))).get("release.en.txt"), StandardCharsets.UTF_8))
                    .contains("At one.")
                    .doesNotContain("At noon.");
        }
    }

    @Test
    void where_more_is_on_request_nothing_wider_is_public_and_the_page_says_that_it_can_be_asked_for() {
        try (Installation house = open();
                Gallery gallery = new Gallery(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String open = gallery.hang("open", Color.BLUE, 4_200, 2_800);
            String closed = gallery.hang("closed", Color.RED, 4_200, 2_800);
            gallery.largest(closed, Settings.Licence.Largest.ON_REQUEST);
            ReleaseId free = lomara.draft(
                    Gallery.withFigure(Gallery.with(Lomara.wording("The ferry sails", "At noon."), open), open));
            ReleaseId asked = lomara.draft(
                    Gallery.withFigure(Gallery.with(Lomara.wording("The harbour is open", "It is."), closed), closed));
            lomara.publish(free, EN);
            lomara.publish(asked, EN);
            house.pressRun.run();
            after(house, free);
            after(house, asked);

            assertThat(house.releases.plates().of(free, EN, 1))
                    .allSatisfy(plate -> assertThat(
                                    plate.widest(Plate.Cut.PRINT).orElseThrow().width())
                            .isEqualTo(3_840));
            assertThat(house.releases.plates().of(asked, EN, 1))
                    .flatExtracting(Plate::prints)
                    .allSatisfy(print -> assertThat(print.width()).isLessThanOrEqualTo(1_600));
            assertThat(page(house, asked, "en"))
                    .contains("Larger on request: \u20664200 × 2800\u2069 · <a href=\"/-/licence?release=" + asked);
            assertThat(opened(house.bytes(kit(asked))).getOrDefault("pictures/01.jpg", new byte[0]))
                    .isNotEmpty()
                    .hasSizeLessThan(
                            opened(house.bytes(kit(free))).getOrDefault("pictures/01.jpg", new byte[0]).length);
        }
    }
}
