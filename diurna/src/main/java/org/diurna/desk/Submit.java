package org.diurna.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;

/** The decision that a draft is ready for a second pair of eyes. */
public final class Submit {
    /** A few sentences. */
    static final int WORDS_MAX = 2_000;

    private final Releases releases;
    private final Rights rights;
    private final Clock clock;

    public Submit(Releases releases, Rights rights, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Asks for a review.
     *
     * @param seen  revision that is to be looked at
     * @param words for who reviews; may be empty
     */
    public Reviewed run(Doer by, ReleaseId id, Language language, int seen, String words) {
        Optional<Release> release = releases.find(id).filter(found -> rights.sees(by, found));
        Optional<Draft> draft = releases.draft(id, language);
        if (release.isEmpty() || draft.isEmpty()) {
            return new Refusal.NotFound();
        }
        if (!rights.writes(by, release.get(), language, draft.get().standing())) {
            return new Refusal.NotAllowed(Act.WRITE);
        }
        if (words.strip().length() > WORDS_MAX) {
            return new Refusal.NotReady(List.of(Objection.to("words", "review-long")));
        }
        return rights.together(() -> {
            if (!releases.reviews().ask(id, language, seen, words.strip(), by.id(), clock.instant())) {
                return overtaken(releases, id, language);
            }
            rights.done(by, "submit", release.get(), language, "revision " + seen);
            return new Reviewed.Done();
        });
    }

    /** It has other words now, or is no draft any more. */
    static Refusal overtaken(Releases releases, ReleaseId id, Language language) {
        Draft now = releases.draft(id, language).orElseThrow();
        return releases.stage(id, language) instanceof Stage.Drafted
                ? new Refusal.Overtaken(now)
                : new Refusal.NotReady(List.of(Objection.to("stage", "review-not-draft")));
    }
}
