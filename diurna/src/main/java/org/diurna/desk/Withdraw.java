package org.diurna.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Edition;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;

/** The decision to take a language version back from the public, with its text or leaving it to be read. */
public final class Withdraw {
    private final Releases releases;
    private final Rights rights;
    private final Clock clock;

    public Withdraw(Releases releases, Rights rights, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome permits Outcome.Withdrawn, Refusal {
        /** Noted and on its way. */
        record Withdrawn() implements Outcome {}
    }

    /** All that stands against it now. */
    public List<Objection> objections(ReleaseId id, Language language, String reason) {
        List<Objection> objections = new ArrayList<>();
        if (reason.isBlank()) {
            objections.add(Objection.to("reason", "reason-missing"));
        }
        switch (releases.stage(id, language)) {
            case Stage.Public _ -> {}
            case Stage.Drafted _, Stage.Scheduled _ -> objections.add(Objection.to("stage", "not-public"));
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
    public Outcome run(Doer by, ReleaseId id, Language language, WithdrawnText text, String reason) {
        Optional<Release> release = releases.find(id);
        if (release.isEmpty() || releases.draft(id, language).isEmpty() || !rights.sees(by, release.get())) {
            return new Refusal.NotFound();
        }
        return switch (rights.ask(by, Act.WITHDRAW, release.get(), language)) {
            case NO -> new Refusal.NotAllowed(Act.WITHDRAW);
            case PROVE_FIRST -> new Refusal.ProveFirst();
            case YES -> allowed(by, release.get(), language, text, reason);
        };
    }

    private Outcome allowed(Doer by, Release release, Language language, WithdrawnText text, String reason) {
        ReleaseId id = release.id();
        List<Objection> objections = objections(id, language, reason);
        if (!objections.isEmpty()) {
            return new Refusal.NotReady(objections);
        }
        return rights.together(() -> {
            Edition newest = releases.editions(id, language).getLast();
            if (!releases.withdraw(id, language, text, reason.strip(), by.id(), clock.instant())) {
                return new Refusal.NotReady(objections(id, language, reason));
            }
            rights.decided(by, Act.WITHDRAW, release, language, newest.digest());
            return new Outcome.Withdrawn();
        });
    }
}
