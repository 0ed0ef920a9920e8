package org.diurna.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/** The decision that a draft goes back to who wrote it, with a note of why. */
public final class Return {
    private final Releases releases;
    private final Rights rights;
    private final Clock clock;

    public Return(Releases releases, Rights rights, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Returns the revision that was seen.
     *
     * @param words what is to be changed
     */
    public Reviewed run(Doer by, ReleaseId id, Language language, int seen, String words) {
        Optional<Release> release = releases.find(id).filter(found -> rights.sees(by, found));
        Optional<Draft> draft = releases.draft(id, language);
        if (release.isEmpty() || draft.isEmpty()) {
            return new Refusal.NotFound();
        }
        if (rights.ask(by, Act.REVIEW, release.get(), language) == Permissions.Answer.NO) {
            return new Refusal.NotAllowed(Act.REVIEW);
        }
        String note = words.strip();
        if (note.isEmpty() || note.length() > Submit.WORDS_MAX) {
            return new Refusal.NotReady(
                    List.of(Objection.to("words", note.isEmpty() ? "review-words" : "review-long")));
        }
        return rights.together(() -> releases.reviews()
                .giveBack(id, language, seen, note, by.id(), clock.instant())
                .<Reviewed>map(digest -> {
                    rights.reviewed(by, "return", release.get(), language, digest, "revision " + seen);
                    return new Reviewed.Done();
                })
                .orElseGet(() -> Submit.overtaken(releases, id, language)));
    }
}
