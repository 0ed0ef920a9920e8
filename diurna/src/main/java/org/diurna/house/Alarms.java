package org.diurna.house;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What an administrator has to know until it is over. The desk shows it; whoever raised it takes it back. */
public final class Alarms {
    private static final int WORDS_MAX = 4_000;

    private final Database database;
    private final Clock clock;

    public Alarms(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param name  of what is wrong, such as {@code audit:mfa}
     * @param words lines for a person
     * @param at    since when
     */
    public record Alarm(String name, String words, Instant at) {}

    /** Raises it, or says anew what is wrong; the time stays that of the first. */
    public void raise(String name, String words) {
        String kept = words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) + "…" : words;
        database.write(() -> database.sql("""
                        insert into alarm (name, words, at) values (:name, :words, :at)
                        on conflict (name) do update set words = excluded.words""")
                .param("name", name)
                .param("words", kept)
                .param("at", clock.millis())
                .update());
    }

    /** It is over; does nothing where there is none. */
    public void over(String name) {
        database.write(() -> database.sql("delete from alarm where name = :name")
                .param("name", name)
                .update());
    }

    /** The newest first. */
    public List<Alarm> all(int most) {
        return database.read(() -> database.sql("select * from alarm order by at desc, name limit :most")
                .param("most", most)
                .query((row, _) -> new Alarm(
                        row.getString("name"), row.getString("words"), Instant.ofEpochMilli(row.getLong("at"))))
                .list());
    }
}
