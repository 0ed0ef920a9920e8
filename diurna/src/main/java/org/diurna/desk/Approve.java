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

/** The decision that the words of a draft may go. Where two pairs of eyes are required, who wrote last is not the second. */
public final class Approve {
    private final Releases releases;
    private final Rights rights;
    private final Clock clock;

    public Approve(Releases releases, Rights rights, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.clock = clock;
    }

    /** Approves the revision that was seen. */
    public Reviewed run(Doer by, ReleaseId id, Language language, int seen) {
        Optional<Release> release = releases.find(id).filter(found -> rights.sees(by, found));
        Optional<Draft> draft = releases.draft(id, language);
        if (release.isEmpty() || draft.isEmpty()) {
            return new Refusal.NotFound();
        }
        return switch (rights.ask(by, Act.REVIEW, release.get(), language)) {
            case NO -> new Refusal.NotAllowed(Act.REVIEW);
            case PROVE_FIRST -> new Refusal.ProveFirst();
            case YES -> allowed(by, release.get(), draft.get(), seen);
        };
    }

    private Reviewed allowed(Doer by, Release release, Draft draft, int seen) {
        if (rights.eyes().required(release) && by instanceof Doer.Integration) {
            return new Refusal.NotReady(List.of(Objection.to("review", "review-program")));
        }
        if (rights.eyes().required(release) && draft.changer().equals(by.id())) {
            return new Refusal.NotReady(List.of(Objection.to("review", "review-own")));
        }
        return rights.together(() -> releases.reviews()
                .approve(release.id(), draft.language(), seen, by.id(), clock.instant())
                .<Reviewed>map(digest -> {
                    rights.reviewed(by, "approve", release, draft.language(), digest, "revision " + seen);
                    return new Reviewed.Done();
                })
                .orElseGet(() -> Submit.overtaken(releases, release.id(), draft.language())));
    }

    /** Approves what was published without it; not by who published it. */
    public Reviewed afterwards(Doer by, ReleaseId id, Language language) {
        Optional<Release> release = releases.find(id).filter(found -> rights.sees(by, found));
        var emergency = releases.emergencies().of(id, language);
        if (release.isEmpty()) {
            return new Refusal.NotFound();
        }
        if (rights.ask(by, Act.REVIEW, release.get(), language) == Permissions.Answer.NO) {
            return new Refusal.NotAllowed(Act.REVIEW);
        }
        if (emergency.isEmpty()) {
            return new Refusal.NotReady(List.of(Objection.to("review", "review-not-emergency")));
        }
        if (by instanceof Doer.Integration) {
            return new Refusal.NotReady(List.of(Objection.to("review", "review-program")));
        }
        if (emergency.get().doer().equals(by.id())) {
            return new Refusal.NotReady(List.of(Objection.to("review", "review-own")));
        }
        return rights.together(() -> {
            releases.emergencies().approve(id, language, by.id(), clock.instant());
            String digest = releases.editions(id, language).getFirst().digest();
            rights.reviewed(by, "approve-afterwards", release.get(), language, digest, "edition 1");
            return new Reviewed.Done();
        });
    }
}
