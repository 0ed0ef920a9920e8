package org.diurna.edition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a clock on a wall shows at the time that is meant: the truth of a schedule. Its instant follows from it and from
 * the rules of the zone, which governments change.
 *
 * @param local whole minutes
 * @param zone  a region such as Europe/Belgrade, or UTC; never a bare offset, which knows no summer
 * @param shift which of two, where the clocks go back and show a time twice
 */
public record WallTime(LocalDateTime local, ZoneId zone, Shift shift) {
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    public WallTime {
        if (!local.truncatedTo(ChronoUnit.MINUTES).equals(local)) {
            throw new IllegalArgumentException("A time on the wall has whole minutes: " + local);
        }
        if (zone instanceof ZoneOffset) {
            throw new IllegalArgumentException("A zone is a region, not the offset " + zone + ".");
        }
    }

    /** Which of the instants is meant at which a clock shows the same. */
    public enum Shift {
        /** There is only one. */
        ONLY,
        EARLIER,
        LATER;

        /** The word in forms and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The shift with that word.
         *
         * @throws IllegalArgumentException for any other word
         */
        public static Shift of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What the rules of the zone make of it. */
    public sealed interface Reading {
        /** The instant. */
        record At(Instant instant) implements Reading {}

        /** The clocks go forward over it. The last minute before and the first after are given. */
        record Gap(LocalDateTime before, LocalDateTime after) implements Reading {}

        /** The clocks go back and show it twice, and nobody said which is meant. */
        record Doubled(Instant earlier, Instant later) implements Reading {}
    }

    /** Where the rules of zones come from: the Java runtime, or a test that changes them. */
    public interface Rules {
        Rules RUNTIME = ZoneId::getRules;

        ZoneRules of(ZoneId zone);
    }

    /** What an instant shows on the wall, in whole minutes. */
    public static WallTime of(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        Shift shift = offsets.size() < 2
                ? Shift.ONLY
                : zone.getRules().getOffset(instant).equals(offsets.getFirst()) ? Shift.EARLIER : Shift.LATER;
        return new WallTime(local, zone, shift);
    }

    /** The zone with that id; empty for an unknown one and for an offset. */
    public static Optional<ZoneId> zone(String id) {
        try {
            return ZONES.contains(id)
                    ? Optional.of(ZoneId.of(id)).filter(zone -> !(zone instanceof ZoneOffset))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads it by the rules of the Java runtime. */
    public Reading read() {
        return read(Rules.RUNTIME);
    }

    /** A shift means nothing where there is only one instant. */
    public Reading read(Rules rules) {
        ZoneRules known = rules.of(zone);
        List<ZoneOffset> offsets = known.getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = known.getTransition(local);
            return new Reading.Gap(gap.getDateTimeBefore().minusMinutes(1), gap.getDateTimeAfter());
        }
        // of two valid offsets the JDK gives that of before the change first, which is the earlier instant
        Instant first = local.toInstant(offsets.getFirst());
        Instant last = local.toInstant(offsets.getLast());
        return switch (shift) {
            case EARLIER -> new Reading.At(first);
            case LATER -> new Reading.At(last);
            case ONLY -> offsets.size() == 1 ? new Reading.At(first) : new Reading.Doubled(first, last);
        };
    }

    @Override
    public String toString() {
        return local + "[" + zone + "]" + (shift == Shift.ONLY ? "" : " " + shift.word());
    }
}
