package org.diurna.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts links that led nowhere by the address that asked, and listens to none of them for a while after too many. */
final class Guesses {
    static final int MOST = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Addresses that are remembered; the one that was heard of longest ago is forgotten first. */
    private static final int ADDRESSES_MAX = 10_000;

    /** Groups of an IPv6 address that name a network; its owner has all addresses below. */
    private static final int NETWORK_GROUPS = 4;

    private final Clock clock;
    private final Map<String, Failed> failed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failed> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    Guesses(Clock clock) {
        this.clock = clock;
    }

    private record Failed(int times, Instant since) {}

    synchronized boolean tooMany(String address) {
        Failed known = failed.get(network(address));
        return known != null
                && known.times() >= MOST
                && clock.instant().isBefore(known.since().plus(WINDOW));
    }

    synchronized void failed(String address) {
        Instant now = clock.instant();
        failed.merge(
                network(address),
                new Failed(1, now),
                (known, first) -> now.isBefore(known.since().plus(WINDOW))
                        ? new Failed(known.times() + 1, known.since())
                        : first);
    }

    private static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length <= NETWORK_GROUPS
                ? address
                : String.join(":", Arrays.asList(groups).subList(0, NETWORK_GROUPS));
    }
}
