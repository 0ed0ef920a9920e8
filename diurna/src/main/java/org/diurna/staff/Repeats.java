package org.diurna.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.diurna.house.Database;

/**
 * What integrations asked with a key of their own, and what they were answered, so that a request that is sent again after
 * a broken connection is answered and not done again ({@code Idempotency-Key}). Kept in the database: it holds over a
 * restart, and for all processes that answer.
 */
public final class Repeats {
    /** After this time a key is free again. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** What took longer has died on the way. */
    private static final Duration ANSWERING = Duration.ofMinutes(2);

    private final Database database;
    private final Clock clock;

    Repeats(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An answer as it was given. */
    public record Given(int status, String type, String headers, byte[] body) {}

    /** Where a key stands. */
    public sealed interface Standing {
        /** It is new; who asked with it does what it asks for, and then says what was answered. */
        record New() implements Standing {}

        /** It was asked with before. */
        record Before(Given given) implements Standing {}

        /** It is being answered. */
        record UnderWay() implements Standing {}

        /** It was asked with before, and whoever answered died: nobody knows whether it was done. */
        record Uncertain() implements Standing {}

        /** It was sent with another request. */
        record Reused() implements Standing {}
    }

    private record Row(String request, Instant at, int status, Given given) {}

    /**
     * Takes a key.
     *
     * @param request SHA-256 of all that the request says
     */
    public Standing begin(Doer.Integration by, String key, String request) {
        Instant now = clock.instant();
        return database.write(() -> {
            database.sql("delete from api_repeat where at < :oldest")
                    .param("oldest", now.minus(KEPT).toEpochMilli())
                    .update();
            int taken = database.sql("""
                            insert into api_repeat (integration, word, request, at) values (:by, :key, :request, :at)
                            on conflict (integration, word) do nothing""")
                    .param("by", by.key())
                    .param("key", key)
                    .param("request", request)
                    .param("at", now.toEpochMilli())
                    .update();
            return taken > 0 ? new Standing.New() : before(row(by, key), request, now);
        });
    }

    private Row row(Doer.Integration by, String key) {
        return database.sql("select * from api_repeat where integration = :by and word = :key")
                .param("by", by.key())
                .param("key", key)
                .query((row, _) -> new Row(
                        row.getString("request"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getInt("status"),
                        new Given(
                                row.getInt("status"),
                                text(row.getString("type")),
                                text(row.getString("headers")),
                                java.util.Optional.ofNullable(row.getBytes("body"))
                                        .orElse(new byte[0]))))
                .single();
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static Standing before(Row row, String request, Instant now) {
        if (!row.request().equals(request)) {
            return new Standing.Reused();
        }
        if (row.status() > 0) {
            return new Standing.Before(row.given());
        }
        return row.at().plus(ANSWERING).isAfter(now) ? new Standing.UnderWay() : new Standing.Uncertain();
    }

    /** Notes what was answered. */
    public void keep(Doer.Integration by, String key, Given given) {
        database.write(() -> {
            database.sql("""
                            update api_repeat set status = :status, type = :type, headers = :headers, body = :body
                            where integration = :by and word = :key""")
                    .param("status", given.status())
                    .param("type", given.type())
                    .param("headers", given.headers())
                    .param("body", given.body())
                    .param("by", by.key())
                    .param("key", key)
                    .update();
        });
    }

    /** Gives a key back: what was asked was refused, and nothing was done. */
    public void forget(Doer.Integration by, String key) {
        database.write(() -> {
            database.sql("delete from api_repeat where integration = :by and word = :key")
                    .param("by", by.key())
                    .param("key", key)
                    .update();
        });
    }
}
