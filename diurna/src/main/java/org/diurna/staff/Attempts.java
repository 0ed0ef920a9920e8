package org.diurna.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.diurna.house.Database;

/** Counts failed attempts by account and by address, and lets nobody try on for a while after too many. */
final class Attempts {
    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final Database database;
    private final Clock clock;

    Attempts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether this account or this address has failed too often lately. Whether the account exists does not matter. */
    boolean tooMany(String account, String address) {
        return failed("account " + account) >= PER_ACCOUNT || failed("address " + address) >= PER_ADDRESS;
    }

    private int failed(String source) {
        return database.read(() -> database.sql("select failed from attempt where source = :source and since > :since")
                .param("source", Secrets.digest(source))
                .param("since", oldest())
                .query(Integer.class)
                .optional()
                .orElse(0));
    }

    void failed(String account, String address) {
        database.write(() -> {
            database.sql("delete from attempt where since <= :oldest")
                    .param("oldest", oldest())
                    .update();
            for (String source : List.of("account " + account, "address " + address)) {
                database.sql("""
                                insert into attempt (source, failed, since) values (:source, 1, :now)
                                on conflict (source) do update set failed = attempt.failed + 1""")
                        .param("source", Secrets.digest(source))
                        .param("now", clock.instant().toEpochMilli())
                        .update();
            }
        });
    }

    /** The account has shown that it is itself. The address keeps its count: it may be trying others. */
    void succeeded(String account) {
        database.write(() -> {
            database.sql("delete from attempt where source = :source")
                    .param("source", Secrets.digest("account " + account))
                    .update();
        });
    }

    private long oldest() {
        return clock.instant().minus(WINDOW).toEpochMilli();
    }
}
