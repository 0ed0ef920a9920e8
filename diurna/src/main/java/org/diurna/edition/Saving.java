package org.diurna.edition;

import java.time.Instant;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** Keeps wordings of drafts, each as a revision, inside the transaction of who saves. */
final class Saving {
    private final Database database;
    private final Releases releases;

    Saving(Database database, Releases releases) {
        this.database = database;
        this.releases = releases;
    }

    /** Over the revision that was seen, unless the draft is signed off: what waits for its time stays as it is. */
    Releases.Saved save(ReleaseId id, Language language, int seen, Wording wording, String by, Instant at) {
        // held first: whether it is signed off is asked after every decision that was under way
        Stages.hold(database, id, language);
        Optional<Schedule> waits = releases.schedules().of(id, language);
        if (waits.isPresent()) {
            return new Releases.Saved.SignedOff(waits.get());
        }
        int changed = database.sql("""
                        update draft set revision = revision + 1, doc = :doc, headline = :headline, changed = :changed,
                               changer = :changer, reports = ''
                        where release = :release and lang = :lang and revision = :seen""")
                .param("doc", WordingJson.write(wording))
                .param("headline", wording.headline())
                .param("changed", at.toEpochMilli())
                .param("changer", by)
                .param("release", id.value())
                .param("lang", language.tag())
                .param("seen", seen)
                .update();
        if (changed != 1) {
            return new Releases.Saved.Overtaken(releases.draft(id, language).orElseThrow());
        }
        Reviews.changed(database, id, language);
        written(id, language, wording);
        return new Releases.Saved.Done(seen + 1);
    }

    /** What every wording leaves beside the draft. */
    void written(ReleaseId id, Language language, Wording wording) {
        Revisions.keep(database, id, language);
        Lines.write(database, id, language);
        Lines.words(database, id, language, wording.headline());
        Plates.drafted(database, id, language, wording);
    }
}
