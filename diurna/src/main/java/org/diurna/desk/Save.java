package org.diurna.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Revision;
import org.diurna.edition.Revisions;
import org.diurna.edition.Schedule;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.staff.Doer;

/**
 * Keeps what somebody wrote. Who wrote over an old revision overwrites nobody: both wordings are merged block by block,
 * and what was written stands among the revisions as it was sent.
 */
final class Save {
    /** So often somebody may be faster before a save gives up; each of them waits for the one before. */
    private static final int TRIES = 8;

    /** Saves of one person that follow each other sooner are one line of the trail; the revisions have each. */
    private static final Duration SITTING = Duration.ofMinutes(30);

    private final Releases releases;
    private final Revisions revisions;
    private final Rights rights;
    private final Clock clock;

    public Save(Releases releases, Revisions revisions, Rights rights, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The draft says what was written. */
        record Kept(int revision) implements Outcome {}

        /**
         * The draft says what was merged.
         *
         * @param base   the revision that holds what was written, for the next save of who wrote it
         * @param fields that both changed; theirs stands
         */
        record Merged(int revision, int base, Wording wording, List<Field> fields) implements Outcome {}

        /** It waits for its time with the words that were signed off. */
        record SignedOff(Schedule schedule) implements Outcome {}

        /** There is no such draft. */
        record NotFound() implements Outcome {}

        /** The doer's duties do not carry it. */
        record NotAllowed() implements Outcome {}
    }

    /** What became of a save that is not to be merged. */
    sealed interface Attempt {
        /** It went its way. */
        record Saved(Outcome outcome) implements Attempt {}

        /** Somebody was faster, and whoever wrote wants to look at it instead of having both merged. */
        record Overtaken(Draft now) implements Attempt {}
    }

    /** A field that two people changed at once: what stands there, and what the other wrote. */
    public record Field(String name, String stands, String written) {}

    /**
     * Saves.
     *
     * @param seen revision that was written over
     */
    public Outcome run(Doer by, ReleaseId id, Language language, int seen, Wording written) {
        return switch (run(by, id, language, seen, written, Way.MERGE)) {
            case Attempt.Saved(var outcome) -> outcome;
            case Attempt.Overtaken _ -> throw new IllegalStateException("What is merged is never overtaken.");
        };
    }

    /** The same for who rather begins again than have it merged. */
    Attempt unmerged(Doer by, ReleaseId id, Language language, int seen, Wording written) {
        return run(by, id, language, seen, written, Way.REFUSE);
    }

    /** What is done with what was written over an old revision. */
    private enum Way {
        MERGE,
        REFUSE
    }

    private Attempt run(Doer by, ReleaseId id, Language language, int seen, Wording written, Way way) {
        Optional<Release> release = releases.find(id).filter(found -> rights.sees(by, found));
        Optional<Draft> opened = releases.draft(id, language);
        if (release.isEmpty() || opened.isEmpty()) {
            return new Attempt.Saved(new Outcome.NotFound());
        }
        if (!rights.writes(by, release.get(), language, opened.get().standing())) {
            return new Attempt.Saved(new Outcome.NotAllowed());
        }
        Attempt attempt = allowed(by.id(), id, language, seen, written, way);
        note(by, release.get(), opened.get());
        return attempt;
    }

    /** Once for a sitting: a draft that is typed in is saved every few seconds. */
    private void note(Doer by, Release release, Draft before) {
        boolean begins = !before.changer().equals(by.id())
                || before.changed().plus(SITTING).isBefore(clock.instant())
                || before.revision() == 1;
        if (begins
                && releases.draft(release.id(), before.language())
                        .filter(now -> now.revision() > before.revision())
                        .isPresent()) {
            rights.done(by, "save", release, before.language(), "revision " + (before.revision() + 1));
        }
    }

    private Attempt allowed(String by, ReleaseId id, Language language, int seen, Wording written, Way way) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Draft> found = releases.draft(id, language);
            if (found.isEmpty()) {
                return new Attempt.Saved(new Outcome.NotFound());
            }
            Draft draft = found.get();
            if (way == Way.REFUSE && draft.revision() != seen) {
                return new Attempt.Overtaken(draft);
            }
            if (draft.revision() == seen || draft.wording().equals(written)) {
                if (draft.wording().equals(written)) {
                    return new Attempt.Saved(new Outcome.Kept(draft.revision()));
                }
                switch (releases.save(id, language, seen, written, by, clock.instant())) {
                    case Releases.Saved.Done(var revision) -> {
                        return new Attempt.Saved(new Outcome.Kept(revision));
                    }
                    case Releases.Saved.SignedOff(var schedule) -> {
                        return new Attempt.Saved(new Outcome.SignedOff(schedule));
                    }
                    case Releases.Saved.Overtaken _ -> {
                        continue;
                    }
                }
            }
            Optional<Outcome> merged = merge(by, draft, seen, written);
            if (merged.isPresent()) {
                return new Attempt.Saved(merged.get());
            }
        }
        throw new IllegalStateException("The draft " + id + " in " + language + " was saved by others " + TRIES
                + " times while this save waited. Save again.");
    }

    /** Empty when somebody was faster once more. */
    private Optional<Outcome> merge(String by, Draft draft, int seen, Wording written) {
        // a revision that this desk never gave is a base without a block: then nothing counts as taken away
        Wording base = revisions
                .find(draft.release(), draft.language(), seen)
                .map(Revision::wording)
                .orElse(new Wording("", List.of(), "", Optional.empty(), List.of()));
        if (written.equals(base)) {
            return Optional.of(new Outcome.Merged(draft.revision(), draft.revision(), draft.wording(), List.of()));
        }
        Merge.Merged merged = Merge.of(base, draft.wording(), written);
        List<Field> fields = merged.fields().stream()
                .map(field -> new Field(field.name(), field.theirs(), field.mine()))
                .toList();
        Releases.Saved saved = releases.save(
                draft.release(), draft.language(), draft.revision(), written, merged.wording(), by, clock.instant());
        return switch (saved) {
            case Releases.Saved.Done(var revision) ->
                Optional.of(new Outcome.Merged(revision, revision - 1, merged.wording(), fields));
            case Releases.Saved.SignedOff(var schedule) -> Optional.of(new Outcome.SignedOff(schedule));
            case Releases.Saved.Overtaken _ -> Optional.empty();
        };
    }
}
