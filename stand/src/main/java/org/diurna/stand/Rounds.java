package org.diurna.stand;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Looks after all connections of one loop, twice a second: that costs a request nothing, which a timer for each
 * connection would. All methods are called on the loop.
 */
final class Rounds {
    static final Duration EVERY = Duration.ofMillis(500);

    /** A connection that is looked after. */
    interface Visited {
        void visit();
    }

    private final Set<Visited> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private int now = 1;

    Rounds(EventLoop loop) {
        var _ = loop.scheduleAtFixedRate(this::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        now++;
        List.copyOf(visited).forEach(Visited::visit);
    }

    /** Rounds that were made: the clock of the connections. */
    int now() {
        return now;
    }

    static int in(Duration time) {
        return (int) Math.max(1, time.dividedBy(EVERY)) + 1;
    }

    void add(Visited connection) {
        visited.add(connection);
    }

    void remove(Visited connection) {
        visited.remove(connection);
    }
}
