package org.diurna.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs, and can be set. */
final class RunningClock extends Clock {
    private volatile Duration ahead;

    RunningClock(Instant now) {
        this.ahead = Duration.between(Instant.now(), now);
    }

    void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Zones are explicit everywhere.");
    }
}
