package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.wording;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.darkroom.Crop;
import org.diurna.darkroom.Slot;
import org.diurna.desk.Correct;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.junit.jupiter.api.io.TempDir;

/** Crops by hand and licences, seen from where a reader stands. */
final class CropsTest {
    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @TempDir
    Path folder;

    private Installation open(TestDatabases.Fresh fresh) {
        Installation house = Installation.found(folder, fresh.place(), clock, Installation.Public.SERVED);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        house.renewal.fronts();
        return house;
    }

    private static Set<String> files(Installation house, ReleaseId id, int edition, Plate.Cut cut) {
        return house.releases.plates().of(id, EN, edition).stream()
                .flatMap(plate -> plate.prints().stream())
                .filter(print -> print.cut() == cut)
                .map(Plate.Print::sha256)
                .collect(Collectors.toSet());
    }

    @OnBothDatabases
    void a_crop_by_hand_is_in_the_next_edition_and_the_one_before_keeps_its_own(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh);
                Gallery gallery = new Gallery(house);
                Reader reader = new Reader(house)) {
            Lomara lomara = new Lomara(house, gallery);
            String blue = gallery.hang("blue", Color.BLUE);
            ReleaseId id = lomara.draft(Gallery.with(wording("The ferry sails", "It sails at noon."), blue));
            lomara.publish(id, EN);
            house.pressRun.run();
            byte[] first = reader.get("/en/" + id + "/editions/1/edition.json").body();

            gallery.cut(blue, Slot.BANNER_TALL, new Crop(300, 150, 400, 500));
            lomara.correct(
                    id,
                    EN,
                    Correct.Reason.CORRECTION,
                    Gallery.with(wording("The ferry sails", "It sails at one."), blue));
            house.pressRun.run();

            assertThat(files(house, id, 2, Plate.Cut.TALL))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(files(house, id, 1, Plate.Cut.TALL));
            for (Plate.Cut cut : List.of(Plate.Cut.WIDE, Plate.Cut.MIDDLE, Plate.Cut.CARD, Plate.Cut.WHOLE)) {
                assertThat(files(house, id, 2, cut)).as(cut.name()).isEqualTo(files(house, id, 1, cut));
            }
            assertThat(reader.get("/en/" + id + "/editions/1/edition.json").body())
                    .as("a sealed edition never changes")
                    .isEqualTo(first);
            String second = reader.text("/en/" + id + "/editions/2/edition.json");
            files(house, id, 2, Plate.Cut.TALL).forEach(digest -> {
                assertThat(second).contains(digest);
                assertThat(new String(first, StandardCharsets.UTF_8)).doesNotContain(digest);
            });
            house.releases.plates().of(id, EN, 1).stream()
                    .flatMap(plate -> plate.prints().stream())
                    .forEach(print -> assertThat(reader.status(print.path()))
                            .as("the first edition still shows " + print.path())
                            .isEqualTo(200));
        }
    }
}
