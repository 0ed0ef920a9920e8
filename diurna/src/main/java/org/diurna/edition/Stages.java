package org.diurna.edition;

import java.time.Instant;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** Reads the stage of a language version from the rows that decisions have left. */
final class Stages {
    private Stages() {}

    /**
     * Holds the version for this transaction, so that all decisions about it come one after the other and each sees what
     * the one before has left.
     */
    static void hold(Database database, ReleaseId id, Language language) {
        database.sql("update version set standing = standing where release = :release and lang = :lang")
                .param("release", id.value())
                .param("lang", language.tag())
                .update();
        // a draft that is being saved belongs to it
        database.sql("update draft set revision = revision where release = :release and lang = :lang")
                .param("release", id.value())
                .param("lang", language.tag())
                .update();
    }

    /** Whether an edition of that kind may follow; nothing that was withdrawn comes back by a correction. */
    static boolean allows(Stage stage, Kind kind, int revision) {
        boolean first = kind == Kind.RELEASE || kind == Kind.TRANSLATION;
        return switch (stage) {
            case Stage.Drafted _ -> first;
            case Stage.Public now -> !first && now.revision() < revision;
            case Stage.Scheduled _, Stage.InPress _, Stage.Withdrawn _ -> false;
        };
    }

    private record Latest(String kind, int edition, long at, boolean run) {}

    static Stage of(Database database, Schedules schedules, ReleaseId release, Language language) {
        Optional<Latest> latest = database.sql("""
                        select h.kind, h.edition, h.at, r.happening is not null as run from happening h
                        left join press_run r on r.happening = h.id
                        where h.release = :release and h.lang = :lang order by h.seq desc limit 1""")
                .param("release", release.value())
                .param("lang", language.tag())
                .query((row, _) -> new Latest(
                        row.getString("kind"), row.getInt("edition"), row.getLong("at"), row.getBoolean("run")))
                .optional();
        if (latest.isEmpty()) {
            return schedules
                    .of(release, language)
                    .<Stage>map(Stage.Scheduled::new)
                    .orElseGet(Stage.Drafted::new);
        }
        Latest last = latest.get();
        return switch (Kind.of(last.kind())) {
            case WITHDRAWAL, ERASURE ->
                new Stage.Withdrawn(Instant.ofEpochMilli(last.at()), reason(database, release, language));
            case RELEASE, TRANSLATION, UPDATE, CORRECTION, REFILE, RESTORE ->
                last.run()
                        ? standing(database, release, language)
                        : new Stage.InPress(last.edition(), Instant.ofEpochMilli(last.at()));
        };
    }

    private static Stage standing(Database database, ReleaseId release, Language language) {
        return database.sql("""
                        select max(number) as newest, min(published) as since, max(revision) as revision
                        from edition where release = :release and lang = :lang""")
                .param("release", release.value())
                .param("lang", language.tag())
                .query((row, _) -> new Stage.Public(
                        row.getInt("newest"), Instant.ofEpochMilli(row.getLong("since")), row.getInt("revision")))
                .single();
    }

    private static String reason(Database database, ReleaseId release, Language language) {
        return database.sql(
                        "select reason from withdrawal where release = :release and lang = :lang order by at desc limit 1")
                .param("release", release.value())
                .param("lang", language.tag())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
