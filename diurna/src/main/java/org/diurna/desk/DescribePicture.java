package org.diurna.desk;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;

/** The decision what is known of a picture, and how it is cut. */
final class DescribePicture {
    private final Pictures pictures;
    private final PictureReach reach;
    private final Rights rights;
    private final Clock clock;

    DescribePicture(Pictures pictures, PictureReach reach, Rights rights, Clock clock) {
        this.pictures = pictures;
        this.reach = reach;
        this.rights = rights;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** It is kept. */
        record Described() implements Outcome {}

        /**
         * Some fields cannot be kept as they are.
         *
         * @param errors keys of sentences by field
         */
        record NotReady(Picture picture, Map<String, String> errors) implements Outcome {}

        /** Somebody described it since the version that was seen. */
        record Overtaken(Picture now) implements Outcome {}

        /** The doer describes no pictures of that office. */
        record NotAllowed() implements Outcome {}

        /** There is no such picture, or none that the doer may know of. */
        record NotFound() implements Outcome {}
    }

    /**
     * Describes it.
     *
     * @param seen the version that the doer saw
     */
    Outcome run(Doer by, String id, int seen, PictureFields fields) {
        Optional<Picture> found = reach.find(by, id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        Picture old = found.get();
        if (!reach.edits(by, old.office())) {
            return new Outcome.NotAllowed();
        }
        Map<String, String> errors = fields.errors(old.master());
        if (!errors.isEmpty()) {
            return new Outcome.NotReady(old, errors);
        }
        Picture described = old.with(seen, fields.facts(), fields.framing(old.master()));
        boolean put = seen > 0
                && rights.together(() -> {
                    boolean stored = pictures.put(described, by.id(), clock.instant());
                    if (stored) {
                        rights.kept(by, Act.ILLUSTRATE.word(), id, old.office(), "", "version " + (seen + 1));
                    }
                    return stored;
                });
        return put ? new Outcome.Described() : new Outcome.Overtaken(old);
    }
}
