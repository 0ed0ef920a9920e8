package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diurna.edition.Offices;
import org.diurna.edition.PlannedDay;
import org.diurna.edition.Releases;
import org.diurna.edition.Silences;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar: what goes to the public on which day, and the same as a file for other programs. */
@RestController
final class CalendarPages {
    private final Appointments appointments;
    /** So far ahead days are shown that nothing is planned for. */
    private static final Period AHEAD = Period.ofMonths(4);

    /** So far ahead other programs learn of them. */
    private static final Period AHEAD_FILE = Period.ofYears(2);

    private final Offices offices;
    private final Releases releases;
    private final Pages pages;
    private final Clock clock;

    CalendarPages(Appointments appointments, Releases releases, Pages pages, Clock clock) {
        this.appointments = appointments;
        this.releases = releases;
        this.offices = releases.offices();
        this.pages = pages;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private List<PlannedDay.Coming> coming(Doer by, String office, Period ahead) {
        Set<String> seen = Planning.offices(by, releases);
        return releases.days()
                .between(
                        today(),
                        today().plus(ahead),
                        office.isEmpty() ? seen : seen.contains(office) ? Set.of(office) : Set.of());
    }

    private List<Silences.Silence> silences(Doer by, String office) {
        Set<String> seen = Planning.offices(by, releases);
        return releases.silences().open(clock.instant()).stream()
                .filter(silence -> silence.office().isEmpty()
                        || (seen.contains(silence.office())
                                && (office.isEmpty() || silence.office().equals(office))))
                .toList();
    }

    /** What the days are, and on which of them silences begin. */
    private Map<LocalDate, List<String>> notes(Doer by, String office, Language reader) {
        Words words = Words.of("desk", reader);
        Map<LocalDate, List<String>> notes = new TreeMap<>();
        for (PlannedDay.Coming coming : coming(by, office, AHEAD)) {
            String years = PlanningViews.anniversary(coming, reader);
            notes.computeIfAbsent(coming.date(), _ -> new ArrayList<>())
                    .add(coming.of().name() + (years.isEmpty() ? "" : " \u00b7 " + years));
        }
        for (Silences.Silence silence : silences(by, office)) {
            LocalDate first = LocalDate.ofInstant(silence.starts(), silence.zone());
            notes.computeIfAbsent(first.isBefore(today()) ? today() : first, _ -> new ArrayList<>())
                    .add(words.say(
                            "planning.silent",
                            Map.of(
                                    "until", Names.planned(silence.ends(), silence.zone(), reader),
                                    "reason", silence.reason())));
        }
        return notes;
    }

    @GetMapping("/calendar")
    ResponseEntity<String> calendar(
            @RequestParam(name = "office", defaultValue = "") String office, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        Doer by = SignedIn.doer(request);
        List<Appointments.Seen> seen = appointments.of(by, office, Appointments.MOST);
        return pages.page(
                request,
                "calendar",
                Map.of(
                        "held",
                        seen.stream()
                                .filter(each -> each.schedule().held().isPresent())
                                .map(each -> Appointments.line(each, reader))
                                .toList(),
                        "days",
                        Appointments.days(
                                seen.stream()
                                        .filter(each -> each.schedule().held().isEmpty())
                                        .toList(),
                                notes(by, office, reader),
                                reader),
                        "choices",
                        choices(by, office, reader),
                        "office",
                        office));
    }

    /** The offices of which the reader sees anything. */
    private List<PlacePages.Choice> choices(Doer by, String chosen, Language reader) {
        Set<String> all =
                Set.copyOf(offices.all().stream().map(office -> office.code()).toList());
        Set<String> own = Permissions.offices(by, Act.SEE).orElse(all);
        return offices.all().stream()
                .filter(office -> own.contains(office.code()))
                .map(office -> new PlacePages.Choice(
                        office.code(), office.name(reader), office.code().equals(chosen)))
                .toList();
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> file(
            @RequestParam(name = "office", defaultValue = "") String office, HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Language reader = Pages.readerOf(request);
        byte[] file = ICalendar.of(
                appointments.of(by, office, Appointments.MOST),
                coming(by, office, AHEAD_FILE),
                silences(by, office),
                reader,
                clock.instant());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calendar.ics\"")
                .body(file);
    }
}
