package org.diurna.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.diurna.edition.PlannedDay;
import org.diurna.edition.Silences;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.press.ContentLines;

/** Appointments as iCalendar, RFC 5545. Times are in UTC, so that no program needs to know the rules of zones. */
final class ICalendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final ContentLines out = new ContentLines();

    private ICalendar() {}

    static byte[] of(
            List<Appointments.Seen> appointments,
            List<PlannedDay.Coming> days,
            List<Silences.Silence> silences,
            Language reader,
            Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Diurna//Desk//EN");
        appointments.stream().filter(each -> each.schedule().held().isEmpty()).forEach(calendar::event);
        days.forEach(day -> calendar.day(day, reader, now));
        silences.forEach(silence -> calendar.silence(silence, reader, now));
        calendar.line("END:VCALENDAR");
        return calendar.out.bytes();
    }

    private void event(Appointments.Seen seen) {
        line("BEGIN:VEVENT");
        line("UID:" + seen.schedule().id());
        line("DTSTAMP:" + time(seen.schedule().signed()));
        line("DTSTART:" + time(seen.schedule().due()));
        line("SUMMARY:" + text(seen.line().headline()));
        line("DESCRIPTION:"
                + text(seen.schedule().when() + "; "
                        + seen.schedule().versions().stream()
                                .map(version -> version.language().tag())
                                .collect(Collectors.joining(", "))));
        line("CLASS:CONFIDENTIAL");
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** A whole day, section 3.6.1. */
    private void day(PlannedDay.Coming coming, Language reader, Instant now) {
        String years = PlanningViews.anniversary(coming, reader);
        line("BEGIN:VEVENT");
        line("UID:" + coming.of().id() + "-" + coming.date().getYear());
        line("DTSTAMP:" + time(now));
        line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(coming.date()));
        line("SUMMARY:" + text(coming.of().name() + (years.isEmpty() ? "" : ", " + years)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private void silence(Silences.Silence silence, Language reader, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + silence.id());
        line("DTSTAMP:" + time(now));
        line("DTSTART:" + time(silence.starts()));
        line("DTEND:" + time(silence.ends()));
        line("SUMMARY:" + text(Words.of("desk", reader).say("planning.silences") + ": " + silence.reason()));
        line("CLASS:CONFIDENTIAL");
        line("END:VEVENT");
    }

    private static String time(Instant instant) {
        return UTC.format(instant);
    }

    /** Section 3.3.11. */
    private static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private void line(String line) {
        out.line(line);
    }
}
