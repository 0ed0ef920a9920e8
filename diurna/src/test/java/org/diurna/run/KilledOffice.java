package org.diurna.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.diurna.desk.Correct;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Stage;
import org.diurna.edition.WithdrawnText;

/**
 * A program that publishes, corrects and withdraws in one data folder until it is killed. It says what it has been
 * promised: {@code decided ID EDITION} when a decision has returned, {@code public ID EDITION} when its run has.
 */
final class KilledOffice {
    private KilledOffice() {}

    /** Arguments: the folder and a seed. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        try (Installation house = Installation.open(
                folder, Installation.sqlite(folder), Clock.systemUTC(), Installation.Public.ON_THE_SHELF)) {
            Run run = new Run(house.shop);
            Lomara lomara = new Lomara(house);
            System.out.println("ready");
            // ends with its parent, should that die first
            for (int i = 0; System.in.available() == 0; i++) {
                run.pressRun().run();
                List<ReleaseId> open = house
                        .releases
                        .newest(Clock.systemUTC().instant().plusSeconds(1), 30)
                        .stream()
                        .map(release -> release.id())
                        .filter(id -> house.releases.stage(id, Lomara.EN) instanceof Stage.Public)
                        .toList();
                List<String> done = new ArrayList<>();
                int choice = open.isEmpty() ? 0 : random.nextInt(4);
                if (choice < 2) {
                    for (int many = random.nextInt(3); many >= 0; many--) {
                        ReleaseId id = lomara.draft(Lomara.wording("Notice " + i, "The harbour is open."), Lomara.FR);
                        Stream.of(Lomara.EN, Lomara.FR).forEach(language -> {
                            lomara.publish(id, language);
                            done.add(id + " " + language + " 1");
                        });
                    }
                } else {
                    ReleaseId id = open.get(random.nextInt(open.size()));
                    if (choice == 2) {
                        int edition = lomara.correct(
                                        id,
                                        Lomara.EN,
                                        Correct.Reason.CORRECTION,
                                        Lomara.wording("Mended " + i, "It is shut."))
                                .number();
                        done.add(id + " en " + edition);
                    } else {
                        lomara.withdraw(
                                id, Lomara.EN, random.nextBoolean() ? WithdrawnText.KEPT : WithdrawnText.REMOVED);
                        done.add(id + " en withdrawn");
                    }
                }
                done.forEach(line -> System.out.println("decided " + line));
                run.pressRun().run();
                done.forEach(line -> System.out.println("public " + line));
            }
        }
    }
}
