package org.diurna.press;

import java.time.Instant;
import org.diurna.edition.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event as a page shows it.
 *
 * @param when      day, time and zone of the place
 * @param until     the end; null where nobody has said it
 * @param cancelled the word for it; null while the event takes place
 * @param file      for calendars
 * @param release   that announces it
 */
public record EventPart(
        String what,
        Stamp when,
        @Nullable Stamp until,
        String place,
        String accreditation,
        @Nullable String cancelled,
        Link file,
        Link release) {
    static EventPart of(Frames frames, Planned planned) {
        Event event = planned.event();
        // times as clocks at the place show them, wherever the office is
        Speech there = frames.speech(planned.language(), event.zone());
        return new EventPart(
                event.what(),
                there.moment(event.starts()),
                event.end().map(_ -> until(there, event)).orElse(null),
                event.place(),
                event.accreditation(),
                switch (planned.state()) {
                    case GOES_ON -> null;
                    case CANCELLED -> there.say("events.cancelled");
                },
                Link.to(planned.file(), there.say("events.add")),
                Link.to(Paths.encoded(planned.path()), event.what()));
    }

    private static Stamp until(Speech there, Event event) {
        Instant end = event.ends();
        boolean sameDay = event.end()
                .filter(until -> until.toLocalDate().equals(event.start().toLocalDate()))
                .isPresent();
        return sameDay ? there.time(end) : there.moment(end);
    }
}
