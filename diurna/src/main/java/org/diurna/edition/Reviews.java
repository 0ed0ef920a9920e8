package org.diurna.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** How far drafts have come with a second pair of eyes. An approval is of the very words, and gone with their change. */
public final class Reviews {
    private final Database database;
    private final Releases releases;

    Reviews(Database database, Releases releases) {
        this.database = database;
        this.releases = releases;
    }

    /** Where a draft stands. */
    public sealed interface State {
        /** Nobody was asked. */
        record Open() implements State {}

        /**
         * It waits for somebody who approves or returns it.
         *
         * @param words of who asked; may be empty
         */
        record Asked(int revision, String words, Instant at, String asker) implements State {}

        /** These words may go. */
        record Approved(int revision, String digest, Instant at, String approver) implements State {}

        /** It came back, for a reason. */
        record Returned(int revision, String words, Instant at, String reviewer) implements State {}
    }

    public State of(ReleaseId id, Language language) {
        return database.read(() -> approved(id, language)
                .<State>map(approved -> approved)
                .or(() -> asked(id, language))
                .or(() -> returned(id, language))
                .orElseGet(State.Open::new));
    }

    private Optional<State.Approved> approved(ReleaseId id, Language language) {
        return database.sql("select * from approval where release = :release and lang = :lang")
                .param("release", id.value())
                .param("lang", language.tag())
                .query((row, _) -> new State.Approved(
                        row.getInt("revision"),
                        row.getString("digest"),
                        Instant.ofEpochMilli(row.getLong("approved")),
                        row.getString("approver")))
                .optional();
    }

    private Optional<State> asked(ReleaseId id, Language language) {
        return database.sql("select * from review where release = :release and lang = :lang")
                .param("release", id.value())
                .param("lang", language.tag())
                .query((row, _) -> (State) new State.Asked(
                        row.getInt("revision"),
                        row.getString("words"),
                        Instant.ofEpochMilli(row.getLong("asked")),
                        row.getString("asker")))
                .optional();
    }

    /** Everything that was returned, oldest first: what was to be changed, again and again. */
    public List<State.Returned> returns(ReleaseId id, Language language) {
        return database.read(() -> database.sql(
                        "select * from review_return where release = :release and lang = :lang order by seq")
                .param("release", id.value())
                .param("lang", language.tag())
                .query((row, _) -> new State.Returned(
                        row.getInt("revision"),
                        row.getString("words"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("reviewer")))
                .list());
    }

    private Optional<State> returned(ReleaseId id, Language language) {
        return database.sql("""
                        select * from review_return where release = :release and lang = :lang
                        order by seq desc limit 1""")
                .param("release", id.value())
                .param("lang", language.tag())
                .query((row, _) -> (State) new State.Returned(
                        row.getInt("revision"),
                        row.getString("words"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("reviewer")))
                .optional();
    }

    /** Asks for a review; answers whether the draft still had that revision and is one. */
    public boolean ask(ReleaseId id, Language language, int seen, String words, String by, Instant at) {
        return database.write(() -> {
            if (digest(id, language, seen).isEmpty()) {
                return false;
            }
            clear(database, id, language);
            database.sql("""
                            insert into review (release, lang, revision, words, asked, asker)
                            values (:release, :lang, :revision, :words, :at, :by)""")
                    .param("release", id.value())
                    .param("lang", language.tag())
                    .param("revision", seen)
                    .param("words", Texts.clean(words))
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .update();
            Lines.stage(database, id, language, DraftLine.At.IN_REVIEW);
            return true;
        });
    }

    /** Approves the words of that revision; their SHA-256, or empty when the draft has others now. */
    public Optional<String> approve(ReleaseId id, Language language, int seen, String by, Instant at) {
        return database.write(() -> {
            Optional<String> digest = digest(id, language, seen);
            digest.ifPresent(words -> {
                clear(database, id, language);
                database.sql("""
                                insert into approval (release, lang, revision, digest, approved, approver)
                                values (:release, :lang, :revision, :digest, :at, :by)""")
                        .param("release", id.value())
                        .param("lang", language.tag())
                        .param("revision", seen)
                        .param("digest", words)
                        .param("at", at.toEpochMilli())
                        .param("by", by)
                        .update();
                Lines.stage(database, id, language, DraftLine.At.APPROVED);
            });
            return digest;
        });
    }

    /** Gives a draft back to who wrote it; the SHA-256 of its words, or empty when it has others now. */
    public Optional<String> giveBack(ReleaseId id, Language language, int seen, String words, String by, Instant at) {
        return database.write(() -> {
            Optional<String> digest = digest(id, language, seen);
            digest.ifPresent(_ -> {
                clear(database, id, language);
                database.sql("""
                                insert into review_return (release, lang, revision, words, at, reviewer)
                                values (:release, :lang, :revision, :words, :at, :by)""")
                        .param("release", id.value())
                        .param("lang", language.tag())
                        .param("revision", seen)
                        .param("words", Texts.clean(words))
                        .param("at", at.toEpochMilli())
                        .param("by", by)
                        .update();
                Lines.stage(database, id, language, DraftLine.At.DRAFTED);
            });
            return digest;
        });
    }

    /** Of the words of a draft that has that revision now, held for this transaction. */
    private Optional<String> digest(ReleaseId id, Language language, int seen) {
        Stages.hold(database, id, language);
        return releases.stage(id, language) instanceof Stage.Drafted
                ? releases.schedules().digest(id, language, seen)
                : Optional.empty();
    }

    /** Forgets what was asked and approved, inside the transaction that is under way. */
    static void clear(Database database, ReleaseId id, Language language) {
        for (String table : List.of("review", "approval")) {
            remove(database, table, id, language);
        }
    }

    private static boolean remove(Database database, String table, ReleaseId id, Language language) {
        return database.sql("delete from " + table + " where release = :release and lang = :lang")
                        .param("release", id.value())
                        .param("lang", language.tag())
                        .update()
                == 1;
    }

    /** What a change of the words does to an approval of them, inside the transaction that changes them. */
    static void changed(Database database, ReleaseId id, Language language) {
        if (remove(database, "approval", id, language)) {
            Lines.stage(database, id, language, DraftLine.At.DRAFTED);
        }
    }

    /** Where a draft stands in lists; one that was signed off and taken back comes to stand there again. */
    DraftLine.At at(ReleaseId id, Language language) {
        return switch (of(id, language)) {
            case State.Asked _ -> DraftLine.At.IN_REVIEW;
            case State.Approved _ -> DraftLine.At.APPROVED;
            case State.Open _, State.Returned _ -> DraftLine.At.DRAFTED;
        };
    }
}
