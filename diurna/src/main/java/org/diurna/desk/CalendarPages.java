package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diurna.edition.Offices;
import org.diurna.house.Language;
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
    private final Offices offices;
    private final Pages pages;

    CalendarPages(Appointments appointments, Offices offices, Pages pages) {
        this.appointments = appointments;
        this.offices = offices;
        this.pages = pages;
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
        byte[] file = ICalendar.of(appointments.of(SignedIn.doer(request), office, Appointments.MOST));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calendar.ics\"")
                .body(file);
    }
}
