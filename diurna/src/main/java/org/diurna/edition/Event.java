package org.diurna.edition;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a release announces: where it takes place, when, and how journalists get in. It is frozen with the
 * wording; a translation has the same id and says the same in its own language.
 *
 * @param id            opaque, stays with the event through all editions and languages
 * @param start         on a wall clock at the place, whole minutes
 * @param end           after the start; empty where nobody has said it
 * @param zone          of the place, a region; where the clocks go back, the earlier of two equal times is meant
 * @param what          not blank
 * @param place         may be empty
 * @param accreditation whom to ask until when; empty where none is needed
 */
public record Event(
        String id,
        LocalDateTime start,
        Optional<LocalDateTime> end,
        ZoneId zone,
        String what,
        String place,
        String accreditation) {
    /** More than a media advisory for a visit of several days has. */
    public static final int EVENTS_MAX = 20;

    public static final int WHAT_MAX_CHARACTERS = 200;
    public static final int PLACE_MAX_CHARACTERS = 200;
    public static final int ACCREDITATION_MAX_CHARACTERS = 500;

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2999;

    /** What goes on for longer is no event. */
    private static final int DAYS_MAX = 400;

    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,24}");

    public Event {
        start = start.truncatedTo(ChronoUnit.MINUTES);
        end = end.map(until -> until.truncatedTo(ChronoUnit.MINUTES));
        what = Texts.clean(what).strip();
        place = Texts.clean(place).strip();
        accreditation = Texts.clean(accreditation).strip();
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("\"" + id + "\" cannot be an event's id: 1 to 24 letters and digits.");
        }
        if (what.isEmpty()) {
            throw new IllegalArgumentException("An event needs words that say what takes place.");
        }
        within("what takes place", what, WHAT_MAX_CHARACTERS);
        within("the place", place, PLACE_MAX_CHARACTERS);
        within("the accreditation", accreditation, ACCREDITATION_MAX_CHARACTERS);
        // a year beyond all calendars would be told to all of them, for ever
        if (start.getYear() < YEAR_MIN || start.getYear() > YEAR_MAX) {
            throw new IllegalArgumentException(
                    "An event takes place in the years " + YEAR_MIN + " to " + YEAR_MAX + ".");
        }
        LocalDateTime latest = start.plusDays(DAYS_MAX);
        if (end.filter(until -> until.isAfter(latest)).isPresent()) {
            throw new IllegalArgumentException(
                    "The event “" + what + "” lasts longer than " + DAYS_MAX + " days. Announce its parts.");
        }
        Instant begins = instant(start, zone);
        if (end.filter(until -> !instant(until, zone).isAfter(begins)).isPresent()) {
            throw new IllegalArgumentException("The event “" + what + "” ends before it begins.");
        }
    }

    /** Whether an event can be at these times: in a year that calendars know, and not for longer than one of them. */
    public static boolean withinCalendars(LocalDateTime start, Optional<LocalDateTime> end) {
        return start.getYear() >= YEAR_MIN
                && start.getYear() <= YEAR_MAX
                && end.filter(until -> until.isAfter(start.plusDays(DAYS_MAX))).isEmpty();
    }

    private static void within(String name, String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException(
                    "For " + name + " of an event there are " + most + " characters; this has " + text.length() + ".");
        }
    }

    public Instant starts() {
        return instant(start, zone);
    }

    /** The start where nobody has said when it ends. */
    public Instant ends() {
        return instant(end.orElse(start), zone);
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return switch (new WallTime(local, zone, WallTime.Shift.ONLY).read()) {
            case WallTime.Reading.At at -> at.instant();
            case WallTime.Reading.Doubled doubled -> doubled.earlier();
            case WallTime.Reading.Gap gap ->
                throw new IllegalArgumentException("The clocks in " + zone + " go forward over " + local
                        + ". The last minute before is " + gap.before() + ", the first after " + gap.after() + ".");
        };
    }
}
