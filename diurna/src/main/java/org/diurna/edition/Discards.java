package org.diurna.edition;

import java.time.Instant;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** The drafts that were thrown away; each can be brought back as it was. */
public final class Discards {
    private final Database database;
    private final Releases releases;

    Discards(Database database, Releases releases) {
        this.database = database;
        this.releases = releases;
    }

    /**
     * Throws a draft away of which nothing was ever public.
     *
     * @return whether there was such a draft
     */
    public boolean discard(ReleaseId id, Language language, String by, Instant at) {
        return database.write(() -> {
            Stages.hold(database, id, language);
            if (releases.draft(id, language).isEmpty() || !(releases.stage(id, language) instanceof Stage.Drafted)) {
                return false;
            }
            Lines.remove(database, id, language);
            Reviews.clear(database, id, language);
            return database.sql("""
                                    insert into draft_discarded (release, lang, discarded, discarder)
                                    values (:release, :lang, :at, :by) on conflict (release, lang) do nothing""")
                            .param("release", id.value())
                            .param("lang", language.tag())
                            .param("at", at.toEpochMilli())
                            .param("by", by)
                            .update()
                    == 1;
        });
    }

    /** What the version was to be whose draft was thrown away; empty where none was. */
    public Optional<Standing> standing(ReleaseId id, Language language) {
        return database.read(() -> database.sql("""
                        select v.standing from draft_discarded x
                        join version v on v.release = x.release and v.lang = x.lang
                        where x.release = :release and x.lang = :lang""")
                .param("release", id.value())
                .param("lang", language.tag())
                .query((row, _) -> Standing.of(row.getString("standing")))
                .optional());
    }

    /** Brings a draft back that was thrown away; answers whether it had been. */
    public boolean recover(ReleaseId id, Language language) {
        return database.write(() -> {
            int back = database.sql("delete from draft_discarded where release = :release and lang = :lang")
                    .param("release", id.value())
                    .param("lang", language.tag())
                    .update();
            releases.draft(id, language).ifPresent(draft -> {
                Lines.write(database, id, language);
                Lines.words(database, id, language, draft.wording().headline());
            });
            return back == 1;
        });
    }
}
