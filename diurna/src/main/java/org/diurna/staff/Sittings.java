package org.diurna.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;

/** Who sits at which browser. The browser's cookie only names a row here; when the row is gone it names nothing. */
final class Sittings {
    /** However busy, everybody signs in again after this. */
    static final Duration LONGEST = Duration.ofDays(7);

    /** How exact "last seen" is: a write for every page would be a waste. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private static final int AGENT_MAX = 200;

    private final Database database;
    private final Clock clock;

    Sittings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One of a person's sittings.
     *
     * @param agent what the browser calls itself
     */
    record Sitting(
            String id,
            String person,
            Instant begun,
            Instant seen,
            Instant proved,
            String means,
            String address,
            String agent) {}

    /**
     * Begins one.
     *
     * @param proved when what was shown to sign in was shown
     */
    String begin(String person, String means, String address, String agent, Instant proved) {
        String id = Secrets.token();
        long now = clock.instant().toEpochMilli();
        database.write(() -> {
            database.sql("""
                            insert into sitting (id, person, begun, seen, proved, means, address, agent)
                            values (:id, :person, :now, :now, :proved, :means, :address, :agent)""")
                    .param("id", id)
                    .param("person", person)
                    .param("now", now)
                    .param("proved", proved.toEpochMilli())
                    .param("means", means)
                    .param("address", address)
                    .param("agent", agent.substring(0, Math.min(agent.length(), AGENT_MAX)))
                    .update();
        });
        return id;
    }

    /** The sitting, unless it was ended or is too old. */
    Optional<Sitting> find(String id) {
        Optional<Sitting> found = list("id", id).stream().findFirst();
        return found.filter(sitting -> sitting.begun().plus(LONGEST).isAfter(clock.instant()));
    }

    /** The sittings of a person, newest first. */
    List<Sitting> of(String person) {
        return list("person", person);
    }

    private List<Sitting> list(String column, String value) {
        return database.read(() -> database.sql(
                        "select * from sitting where " + column + " = :value order by begun desc")
                .param("value", value)
                .query((row, _) -> new Sitting(
                        row.getString("id"),
                        row.getString("person"),
                        Instant.ofEpochMilli(row.getLong("begun")),
                        Instant.ofEpochMilli(row.getLong("seen")),
                        Instant.ofEpochMilli(row.getLong("proved")),
                        row.getString("means"),
                        row.getString("address"),
                        row.getString("agent")))
                .list());
    }

    void seen(Sitting sitting) {
        if (sitting.seen().plus(SEEN_STEP).isBefore(clock.instant())) {
            touch("seen", sitting.id());
        }
    }

    /** A passkey or a one-time code was shown again. */
    void proved(String id) {
        touch("proved", id);
    }

    private void touch(String column, String id) {
        database.write(() -> {
            database.sql("update sitting set " + column + " = :now where id = :id")
                    .param("now", clock.instant().toEpochMilli())
                    .param("id", id)
                    .update();
        });
    }

    /** Ends one sitting of this person. */
    void end(String person, String id) {
        database.write(() -> {
            database.sql("delete from sitting where id = :id and person = :person")
                    .param("id", id)
                    .param("person", person)
                    .update();
        });
    }

    /** Ends all of a person's sittings, and those of everybody that are too old. */
    void endAll(String person) {
        database.write(() -> {
            database.sql("delete from sitting where person = :person or begun < :old")
                    .param("person", person)
                    .param("old", clock.instant().minus(LONGEST).toEpochMilli())
                    .update();
        });
    }
}
