package org.diurna.press;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diurna.edition.Event;
import org.diurna.edition.Office;
import org.diurna.house.Language;

/**
 * Events as iCalendar (RFC 5545): a file for each, and a calendar of each office that programs can subscribe to. Times are
 * written in the zone of the place, with the rules of the zone beside them, so that a reader elsewhere sees both.
 */
final class Calendars {
    private static final String TYPE = "text/calendar; charset=utf-8";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    private final Frames frames;

    Calendars(Frames frames) {
        this.frames = frames;
    }

    static String path(Language language) {
        return Paths.home(language) + "events.ics";
    }

    /** The file of each event that the release ever announced; one that does not take place says so. */
    List<Sheet> print(PublicVersion version) {
        List<Sheet> sheets = new ArrayList<>();
        for (Planned planned : Planned.of(version)) {
            ContentLines lines = calendar(planned.event().what(), List.of(planned));
            event(lines, version.office(), planned);
            lines.line("END:VCALENDAR");
            sheets.add(sheet(version.office(), planned.file(), Optional.of(planned.stamp()), lines));
        }
        return sheets;
    }

    /** The calendar of an office, at the root too in its first language. */
    List<Sheet> print(Order.Calendar order) {
        Office office = order.office();
        ContentLines lines = calendar(office.name(order.language()), order.events());
        lines.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        order.events().forEach(planned -> event(lines, office, planned));
        lines.line("END:VCALENDAR");
        Optional<Instant> modified = order.events().stream().map(Planned::stamp).max(Instant::compareTo);
        Sheet.Printed sheet = sheet(office, path(order.language()), modified, lines);
        return order.language().equals(office.defaultLanguage())
                ? List.of(sheet, sheet.at("/events.ics"))
                : List.of(sheet);
    }

    private static ContentLines calendar(String name, List<Planned> events) {
        ContentLines lines = new ContentLines();
        lines.line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Diurna//Press//EN");
        lines.line("CALSCALE:GREGORIAN").text("NAME", name).text("X-WR-CALNAME", name);
        zones(lines, events);
        return lines;
    }

    private void event(ContentLines lines, Office office, Planned planned) {
        Event event = planned.event();
        String stamp = LOCAL.format(planned.stamp().atZone(ZoneOffset.UTC)) + "Z";
        lines.line("BEGIN:VEVENT");
        // the same in all languages: it is one event
        lines.line("UID:" + planned.release() + "-" + event.id() + "@"
                + frames.site().authority());
        lines.line("DTSTAMP:" + stamp).line("LAST-MODIFIED:" + stamp);
        lines.line("SEQUENCE:" + planned.revision());
        lines.line("STATUS:"
                + switch (planned.state()) {
                    case GOES_ON -> "CONFIRMED";
                    case CANCELLED -> "CANCELLED";
                });
        lines.line(time("DTSTART", event.start(), event.zone()));
        event.end().ifPresent(end -> lines.line(time("DTEND", end, event.zone())));
        String language = ";LANGUAGE=" + planned.language();
        lines.text("SUMMARY" + language, event.what());
        lines.text("LOCATION" + language, event.place());
        lines.text("DESCRIPTION" + language, event.accreditation());
        lines.line("URL:" + frames.address(office, planned.path()));
        lines.line("END:VEVENT");
    }

    private static String time(String name, LocalDateTime local, ZoneId zone) {
        return utc(zone)
                ? name + ":" + LOCAL.format(local) + "Z"
                : name + ";TZID=" + zone.getId() + ":" + LOCAL.format(local);
    }

    private static boolean utc(ZoneId zone) {
        return zone.getId().equals("UTC");
    }

    /** RFC 5545 section 3.6.5: each zone with all its changes of clocks around its events. */
    private static void zones(ContentLines lines, List<Planned> events) {
        Map<String, List<Event>> zones = new TreeMap<>();
        for (Planned planned : events) {
            if (!utc(planned.event().zone())) {
                zones.computeIfAbsent(planned.event().zone().getId(), _ -> new ArrayList<>())
                        .add(planned.event());
            }
        }
        zones.forEach((id, of) -> {
            Instant first =
                    of.stream().map(Event::starts).min(Instant::compareTo).orElseThrow();
            Instant last = of.stream().map(Event::ends).max(Instant::compareTo).orElseThrow();
            lines.line("BEGIN:VTIMEZONE").line("TZID:" + id);
            observances(lines, of.getFirst().zone().getRules(), first, last.plus(1, ChronoUnit.DAYS));
            lines.line("END:VTIMEZONE");
        });
    }

    private static void observances(ContentLines lines, ZoneRules rules, Instant first, Instant last) {
        ZoneOffsetTransition change = rules.previousTransition(first);
        if (change == null) {
            ZoneOffset offset = rules.getOffset(first);
            observance(lines, "STANDARD", LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset);
            change = rules.nextTransition(first);
        }
        while (change != null && change.getInstant().isBefore(last)) {
            observance(
                    lines,
                    rules.isDaylightSavings(change.getInstant()) ? "DAYLIGHT" : "STANDARD",
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
            change = rules.nextTransition(change.getInstant());
        }
    }

    private static void observance(
            ContentLines lines, String kind, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        lines.line("BEGIN:" + kind).line("DTSTART:" + LOCAL.format(start));
        lines.line("TZOFFSETFROM:" + offset(before)).line("TZOFFSETTO:" + offset(after));
        lines.line("END:" + kind);
    }

    /** RFC 5545 section 3.3.14: {@code +0100}, with seconds only where there are any. */
    private static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+0000" : offset.getId().replace(":", "");
    }

    private static Sheet.Printed sheet(Office office, String path, Optional<Instant> modified, ContentLines lines) {
        return new Sheet.Printed(
                office.host(),
                path,
                TYPE,
                Caching.FEED,
                modified,
                Map.of("Access-Control-Allow-Origin", "*", "X-Robots-Tag", "noindex"),
                lines.bytes());
    }
}
