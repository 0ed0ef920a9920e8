package org.diurna.desk;

import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.diurna.darkroom.Described;
import org.diurna.darkroom.Framing;
import org.diurna.darkroom.Intake;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.darkroom.Refusal;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;

/**
 * The decision that a file becomes a picture of the library. What an office holds already stays one picture; what another
 * office holds is never told: each office may hold the same file as a picture of its own.
 */
final class TakePicture {
    /** Pictures that look the same, shown to whoever took one in. */
    private static final int ALIKE_MAX = 4;

    private static final int ID_BYTES = 32;

    private static final Language ENGLISH = Language.of("en");

    private final Pictures pictures;
    private final Studio studio;
    private final Offices offices;
    private final PictureReach reach;
    private final Rights rights;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    TakePicture(Pictures pictures, Studio studio, Offices offices, PictureReach reach, Rights rights, Clock clock) {
        this.pictures = pictures;
        this.studio = studio;
        this.offices = offices;
        this.reach = reach;
        this.rights = rights;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {
        /**
         * It lies in the library.
         *
         * @param alike pictures of the same office, or of all, that look the same
         */
        record Taken(Picture picture, List<Picture> alike) implements Outcome {
            public Taken {
                alike = List.copyOf(alike);
            }
        }

        /** This very file lay in the library before, for this office or for all. */
        record Held(Picture picture) implements Outcome {}

        /** It is no picture that can be taken. */
        record TurnedAway(String sentence) implements Outcome {}

        /** Whether it can be taken is not known now; the same file may be sent again. */
        record NotNow(String sentence) implements Outcome {}

        /** The doer takes no pictures in for that office. */
        record NotAllowed() implements Outcome {}
    }

    /** Whether the doer takes pictures in for that office. */
    boolean may(Doer by, String office) {
        return reach.edits(by, office);
    }

    /** Pictures of the same office, or of all, that look like this one. */
    List<Picture> alike(Picture picture) {
        return pictures.alike(picture, Set.of(picture.office()), ALIKE_MAX);
    }

    /**
     * Takes a file in. Decoding takes seconds, so it is done before anything is written down.
     *
     * @param office code; empty for a picture of all offices
     * @param bytes  read to their end, not closed
     * @param name   of the file
     */
    Outcome run(Doer by, String office, InputStream bytes, String name) {
        if (!may(by, office)) {
            return new Outcome.NotAllowed();
        }
        return switch (studio.darkroom().take(bytes, name)) {
            case Intake.Taken taken -> keep(by, office, name, taken.master(), taken.described());
            case Intake.TakenBefore before -> keep(by, office, name, before.master(), before.described());
            case Intake.TurnedAway(var refusal) -> turned(by, office, refusal);
        };
    }

    private Outcome turned(Doer by, String office, Refusal refusal) {
        if (refusal instanceof Refusal.NotScanned) {
            return new Outcome.NotNow(refusal.sentence());
        }
        if (refusal instanceof Refusal.Infected(var name, var signature)) {
            rights.together(() -> {
                rights.kept(by, "refuse-infected", name, office, "", signature);
                return name;
            });
        }
        return new Outcome.TurnedAway(refusal.sentence());
    }

    /** Whoever has the file must not be able to name the picture that another office made of it. */
    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Outcome keep(Doer by, String office, String name, Master master, Described described) {
        Language main = offices.find(office).map(Office::defaultLanguage).orElse(ENGLISH);
        Picture.Facts facts = Picture.Facts.of(described, main);
        Picture picture = Picture.taken(id(), master, name, office, facts, clock.instant(), by.id())
                .with(0, facts, Framing.showing(described.regions()));
        Optional<Picture> held = rights.together(() -> {
            Optional<Picture> before = pictures.held(master.sha256(), office);
            if (before.isEmpty() && pictures.put(picture, by.id(), clock.instant())) {
                rights.kept(by, Act.ILLUSTRATE.word(), picture.id(), office, "", "taken in");
                return Optional.<Picture>empty();
            }
            return before.or(() -> pictures.held(master.sha256(), office));
        });
        return held.<Outcome>map(Outcome.Held::new)
                .orElseGet(
                        () -> new Outcome.Taken(picture, pictures.alike(picture, java.util.Set.of(office), ALIKE_MAX)));
    }
}
