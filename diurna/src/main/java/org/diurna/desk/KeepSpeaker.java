package org.diurna.desk;

import java.time.Clock;
import org.diurna.edition.Directory;
import org.diurna.edition.Speaker;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;

/** The decision to write somebody into the directory of speakers, or to change what stands there. */
final class KeepSpeaker {
    private final Directory directory;
    private final Rights rights;
    private final Clock clock;

    KeepSpeaker(Directory directory, Rights rights, Clock clock) {
        this.directory = directory;
        this.rights = rights;
        this.clock = clock;
    }

    /** What became of it. */
    enum Outcome {
        KEPT,
        /** Somebody was faster. */
        OVERTAKEN,
        NOT_ALLOWED
    }

    /**
     * Keeps it.
     *
     * @param speaker with the version that was seen; 0 for somebody new
     */
    Outcome run(Doer by, Speaker speaker) {
        if (!Rights.keepsSpeakers(by)) {
            return Outcome.NOT_ALLOWED;
        }
        String what = speaker.version() == 0 ? "added" : "changed";
        return rights.together(() -> {
            if (!directory.put(speaker, by.id(), clock.instant())) {
                return Outcome.OVERTAKEN;
            }
            rights.kept(by, Act.KEEP_SPEAKERS.word(), speaker.id(), "", "", what);
            return Outcome.KEPT;
        });
    }
}
