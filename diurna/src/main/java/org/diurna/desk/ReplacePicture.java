package org.diurna.desk;

import java.time.Clock;
import java.util.Optional;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;

/**
 * The decision that a picture of the library takes the place of another: from then on nobody is offered the old one. What
 * shows it already goes on showing it.
 */
final class ReplacePicture {
    private final Pictures pictures;
    private final PictureReach reach;
    private final Rights rights;
    private final Clock clock;

    ReplacePicture(Pictures pictures, PictureReach reach, Rights rights, Clock clock) {
        this.pictures = pictures;
        this.reach = reach;
        this.rights = rights;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** It is so. */
        record Done() implements Outcome {}

        /**
         * Not with that picture.
         *
         * @param key of the sentence
         */
        record NotReady(String key) implements Outcome {}

        /** The doer describes no pictures of that office. */
        record NotAllowed() implements Outcome {}

        /** There is no such picture, or none that the doer may know of. */
        record NotFound() implements Outcome {}
    }

    /** Whether the doer may decide it for that picture. */
    boolean may(Doer by, Picture old) {
        return reach.edits(by, old.office());
    }

    /** Whether one picture can be shown wherever the other one is. */
    static boolean serves(Picture successor, Picture old) {
        return !successor.id().equals(old.id())
                && (successor.office().isEmpty() || successor.office().equals(old.office()));
    }

    /** Puts one in the place of the other. */
    Outcome run(Doer by, String picture, String successor) {
        Optional<Picture> old = reach.find(by, picture);
        if (old.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!may(by, old.get())) {
            return new Outcome.NotAllowed();
        }
        Optional<Picture> other = reach.find(by, successor);
        if (other.isEmpty()) {
            return new Outcome.NotReady("picture.replace-none");
        }
        if (!serves(other.get(), old.get())) {
            return new Outcome.NotReady("picture.replace-other-office");
        }
        return rights.together(() -> {
            if (pictures.replacements().before(picture).contains(successor)) {
                return new Outcome.NotReady("picture.replace-circle");
            }
            pictures.replacements().put(picture, successor, by.id(), clock.instant());
            rights.kept(by, Act.ILLUSTRATE.word(), picture, old.get().office(), "", "replaced by " + successor);
            return new Outcome.Done();
        });
    }

    /** Gives the old one its place back. */
    Outcome undo(Doer by, String picture) {
        Optional<Picture> old = reach.find(by, picture);
        if (old.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!may(by, old.get())) {
            return new Outcome.NotAllowed();
        }
        return rights.together(() -> {
            if (pictures.replacements().remove(picture)) {
                rights.kept(by, Act.ILLUSTRATE.word(), picture, old.get().office(), "", "no longer replaced");
            }
            return new Outcome.Done();
        });
    }
}
