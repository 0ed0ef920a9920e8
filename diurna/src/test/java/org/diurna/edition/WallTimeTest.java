package org.diurna.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Times on walls, in every zone of the runtime and around every change of its clocks. */
final class WallTimeTest {
    private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");

    @Provide
    Arbitrary<ZoneId> zones() {
        List<ZoneId> zones = ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .flatMap(id -> WallTime.zone(id).stream())
                .toList();
        return Arbitraries.of(zones);
    }

    /** Anywhere in twenty years, and half of the time within some hours of a change of the clocks. */
    private static LocalDateTime near(ZoneId zone, int minute, boolean atChange) {
        LocalDateTime any = LocalDate.of(2026, 1, 1).atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition change = zone.getRules().nextTransition(any.toInstant(ZoneOffset.UTC));
        return atChange && change != null
                ? change.getDateTimeBefore().plusMinutes(minute % 600 - 300).withSecond(0)
                : any;
    }

    @Property(tries = 3_000)
    void what_is_read_shows_itself_on_the_wall(
            @ForAll("zones") ZoneId zone, @ForAll("minutes") int minute, @ForAll boolean atChange) {
        LocalDateTime local = near(zone, minute, atChange);
        switch (new WallTime(local, zone, WallTime.Shift.ONLY).read()) {
            case WallTime.Reading.At(var instant) -> {
                assertThat(LocalDateTime.ofInstant(instant, zone)).isEqualTo(local);
                assertThat(WallTime.of(instant, zone)).isEqualTo(new WallTime(local, zone, WallTime.Shift.ONLY));
            }
            case WallTime.Reading.Gap(var before, var after) -> {
                assertThat(before).isBefore(local);
                assertThat(after).isAfterOrEqualTo(local.minusDays(1)).isAfter(before);
                // both neighbours are on the clock, and nothing is between them
                Instant last = at(before, zone);
                assertThat(at(after, zone)).isEqualTo(last.plusSeconds(60));
            }
            case WallTime.Reading.Doubled(var earlier, var later) -> {
                assertThat(earlier).isBefore(later);
                for (Instant each : List.of(earlier, later)) {
                    assertThat(LocalDateTime.ofInstant(each, zone)).isEqualTo(local);
                    WallTime again = WallTime.of(each, zone);
                    assertThat(again.read()).as("said which, it is that one").isEqualTo(new WallTime.Reading.At(each));
                }
            }
        }
    }

    /** The reading of a time that there is; of two, the earlier. */
    private static Instant at(LocalDateTime local, ZoneId zone) {
        return switch (new WallTime(local, zone, WallTime.Shift.ONLY).read()) {
            case WallTime.Reading.At(var instant) -> instant;
            case WallTime.Reading.Doubled doubled -> doubled.earlier();
            case WallTime.Reading.Gap gap -> throw new AssertionError(local + " is in a gap: " + gap);
        };
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 20 * 365 * 24 * 60);
    }

    @Example
    void in_the_spring_an_hour_is_missing_and_in_autumn_one_comes_twice() {
        assertThat(new WallTime(LocalDateTime.parse("2027-03-28T02:30"), BELGRADE, WallTime.Shift.ONLY).read())
                .isEqualTo(new WallTime.Reading.Gap(
                        LocalDateTime.parse("2027-03-28T01:59"), LocalDateTime.parse("2027-03-28T03:00")));
        LocalDateTime twice = LocalDateTime.parse("2026-10-25T02:30");
        assertThat(new WallTime(twice, BELGRADE, WallTime.Shift.ONLY).read())
                .isEqualTo(new WallTime.Reading.Doubled(
                        Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z")));
        assertThat(new WallTime(twice, BELGRADE, WallTime.Shift.LATER).read())
                .isEqualTo(new WallTime.Reading.At(Instant.parse("2026-10-25T01:30:00Z")));
    }

    @Example
    void new_rules_make_another_instant_of_the_same_time() {
        WallTime nine = new WallTime(LocalDateTime.parse("2027-07-01T09:00"), BELGRADE, WallTime.Shift.ONLY);
        ZoneRules winterForEver = ZoneRules.of(ZoneOffset.ofHours(1));
        assertThat(nine.read()).isEqualTo(new WallTime.Reading.At(Instant.parse("2027-07-01T07:00:00Z")));
        assertThat(nine.read(_ -> winterForEver))
                .isEqualTo(new WallTime.Reading.At(Instant.parse("2027-07-01T08:00:00Z")));
    }

    @Example
    void an_offset_is_no_zone_and_a_second_no_time_for_a_release() {
        assertThat(List.of("+02:00", "Z", "Mars/Olympus", "", "europe/belgrade"))
                .allSatisfy(id -> assertThat(WallTime.zone(id)).as(id).isEmpty());
        assertThat(WallTime.zone("UTC")).isPresent();
        LocalDateTime nine = LocalDateTime.parse("2027-07-01T09:00");
        assertThatThrownBy(() -> new WallTime(nine, ZoneOffset.ofHours(2), WallTime.Shift.ONLY))
                .hasMessageContaining("region");
        assertThatThrownBy(() -> new WallTime(nine.plusSeconds(1), BELGRADE, WallTime.Shift.ONLY))
                .hasMessageContaining("whole minutes");
    }
}
