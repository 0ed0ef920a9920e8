package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class PassersTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void one_network_is_known_again_within_a_day_and_another_is_not_taken_for_it() {
        var passers = new Passers(Clock.fixed(NOON, ZoneOffset.UTC));
        var first = passers.of(InetAddress.ofLiteral("192.0.2.7"));
        assertThat(first).hasSize(24).isEqualTo(passers.of(InetAddress.ofLiteral("192.0.2.200")));
        assertThat(first).isNotEqualTo(passers.of(InetAddress.ofLiteral("192.0.3.7")));
        assertThat(passers.of(InetAddress.ofLiteral("2001:db8:1:2::7")))
                .isEqualTo(passers.of(InetAddress.ofLiteral("2001:db8:1:ffff::1")))
                .isNotEqualTo(passers.of(InetAddress.ofLiteral("2001:db8:2::1")));
    }

    @Test
    void nobody_is_known_again_on_the_next_day_or_by_another_stand() {
        var clock = new MovedClock();
        var passers = new Passers(clock);
        var address = InetAddress.ofLiteral("192.0.2.7");
        var today = passers.of(address);
        clock.now = NOON.plus(Duration.ofDays(1));
        assertThat(passers.of(address)).isNotEqualTo(today);
        assertThat(new Passers(Clock.fixed(NOON, ZoneOffset.UTC)).of(address)).isNotEqualTo(today);
    }

    private static final class MovedClock extends Clock {
        private Instant now = NOON;

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
