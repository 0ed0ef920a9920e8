package org.diurna.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.Language;

/** The decision to take a language version back from the public, with its text or leaving it to be read. */
public final class Withdraw {
    private final Releases releases;
    private final Clock clock;

    public Withdraw(Releases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Noted and on its way. */
        record Withdrawn() implements Outcome {}

        /** Not as long as there are these objections. */
        record NotReady(List<Objection> objections) implements Outcome {}

        /** There is no such release in that language. */
        record NotFound() implements Outcome {}
    }

    /** All that stands against it now. */
    public List<Objection> objections(ReleaseId id, Language language, String reason) {
        List<Objection> objections = new ArrayList<>();
        if (reason.isBlank()) {
            objections.add(Objection.to("reason", "reason-missing"));
        }
        switch (releases.stage(id, language)) {
            case Stage.Public _ -> {}
            case Stage.Drafted _ -> objections.add(Objection.to("stage", "not-public"));
            case Stage.InPress _ -> objections.add(Objection.to("stage", "in-press"));
            case Stage.Withdrawn _ -> objections.add(Objection.to("stage", "withdrawn"));
        }
        return objections;
    }

    /**
     * Withdraws.
     *
     * @param reason in the version's language, for readers
     */
    public Outcome run(String by, ReleaseId id, Language language, WithdrawnText text, String reason) {
        if (releases.draft(id, language).isEmpty()) {
            return new Outcome.NotFound();
        }
        List<Objection> objections = objections(id, language, reason);
        if (!objections.isEmpty()) {
            return new Outcome.NotReady(objections);
        }
        boolean done = releases.withdraw(id, language, text, reason.strip(), by, clock.instant());
        return done ? new Outcome.Withdrawn() : new Outcome.NotReady(objections(id, language, reason));
    }
}
