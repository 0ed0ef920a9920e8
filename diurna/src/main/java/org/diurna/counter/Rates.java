package org.diurna.counter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many forms came lately from one network, which is known by a hash that the stand makes anew each day. In memory
 * alone; of many networks those that were quiet longest are forgotten first.
 */
final class Rates {
    /** From one network, within {@link #WITHIN}. */
    static final int MOST = 20;

    static final Duration WITHIN = Duration.ofHours(1);

    private static final int NETWORKS_MOST = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > NETWORKS_MOST;
        }
    };

    Rates(Clock clock) {
        this.clock = clock;
    }

    /** Counts one more; false when it is one too many, which is not counted. */
    synchronized boolean admit(String passer) {
        Instant now = clock.instant();
        Deque<Instant> times = seen.computeIfAbsent(passer, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst().plus(WITHIN).isBefore(now)) {
            times.removeFirst();
        }
        if (times.size() >= MOST) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
