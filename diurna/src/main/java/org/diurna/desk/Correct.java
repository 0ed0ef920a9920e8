package org.diurna.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Edition;
import org.diurna.edition.Kind;
import org.diurna.edition.Plate;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;

/** The decision to publish a new edition of what is public: a correction, an update, or a mended trifle. */
public final class Correct {
    private final Releases releases;
    private final Rights rights;
    private final Clock clock;
    private final Platemaker platemaker;

    /** For an organisation without pictures. */
    public Correct(Releases releases, Rights rights, Clock clock) {
        this(releases, rights, Platemaker.none(), clock);
    }

    public Correct(Releases releases, Rights rights, Platemaker platemaker, Clock clock) {
        this.platemaker = platemaker;
        this.releases = releases;
        this.rights = rights;
        this.clock = clock;
    }

    /** Why there is a new edition, as readers are told. */
    public enum Reason {
        CORRECTION(Kind.CORRECTION),
        UPDATE(Kind.UPDATE),
        REFILE(Kind.REFILE);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    /** What became of it. */
    public sealed interface Outcome permits Outcome.Corrected, Refusal {
        /** Frozen and on its way. */
        record Corrected(Edition edition) implements Outcome {}
    }

    /** All that stands against it now. */
    public List<Objection> objections(Release release, Draft draft, String note) {
        List<Objection> objections = new ArrayList<>(
                Readiness.of(new Checks(releases, platemaker.library(), clock), release.office(), draft));
        if (note.isBlank()) {
            objections.add(Objection.to("note", "note-missing"));
        }
        objections.addAll(Publish.silence(releases, release, draft.language(), clock.instant()));
        switch (releases.stage(release.id(), draft.language())) {
            case Stage.Drafted _, Stage.Scheduled _ -> objections.add(Objection.to("stage", "not-public"));
            case Stage.InPress _ -> objections.add(Objection.to("stage", "in-press"));
            case Stage.Withdrawn _ -> objections.add(Objection.to("stage", "withdrawn"));
            case Stage.Public now -> {
                if (now.revision() >= draft.revision()) {
                    objections.add(Objection.to("body", "nothing-changed"));
                }
            }
        }
        return objections;
    }

    /**
     * Publishes the next edition.
     *
     * @param seen revision of the draft that was looked at
     * @param note what changed, in the version's language, for readers
     */
    public Outcome run(Doer by, ReleaseId id, Language language, int seen, Reason reason, String note) {
        Optional<Release> release = releases.find(id);
        Optional<Draft> draft = releases.draft(id, language);
        if (release.isEmpty() || draft.isEmpty() || !rights.sees(by, release.get())) {
            return new Refusal.NotFound();
        }
        return switch (rights.ask(by, Act.CORRECT, release.get(), language)) {
            case NO -> new Refusal.NotAllowed(Act.CORRECT);
            case PROVE_FIRST -> new Refusal.ProveFirst();
            case YES -> allowed(by, release.get(), draft.get(), seen, reason, note);
        };
    }

    private Outcome allowed(Doer by, Release release, Draft draft, int seen, Reason reason, String note) {
        List<Objection> objections = objections(release, draft, note);
        if (!objections.isEmpty()) {
            return new Refusal.NotReady(objections);
        }
        if (draft.revision() != seen) {
            return meanwhile(release, draft.language(), seen, note);
        }
        // before the transaction: it takes seconds
        return switch (platemaker.make(release.office(), draft)) {
            case Platemaker.Outcome.Refused(var damaged) -> new Refusal.NotReady(damaged);
            case Platemaker.Outcome.Made(var plates) -> decided(by, release, draft, seen, reason, note, plates);
        };
    }

    private Outcome decided(
            Doer by, Release release, Draft draft, int seen, Reason reason, String note, List<Plate> plates) {
        return rights.together(() -> {
            Optional<Edition> edition = releases.publish(
                    release.id(), draft.language(), seen, reason.kind, note.strip(), by.id(), clock.instant(), plates);
            edition.ifPresent(made -> rights.decided(by, Act.CORRECT, release, draft.language(), made.digest()));
            return edition.<Outcome>map(Outcome.Corrected::new)
                    .orElseGet(() -> meanwhile(release, draft.language(), seen, note));
        });
    }

    /** Another decision was faster: it saved the draft, or it published this very revision. */
    private Outcome meanwhile(Release release, Language language, int seen, String note) {
        Draft now = releases.draft(release.id(), language).orElseThrow();
        return now.revision() == seen
                ? new Refusal.NotReady(objections(release, now, note))
                : new Refusal.Overtaken(now);
    }
}
