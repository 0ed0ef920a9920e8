package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.house.Csv;
import org.diurna.house.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The trail, searched by auditors and given to them as CSV (RFC 4180) or as JSON lines. */
@RestController
final class AuditPages {
    private static final int PAGE = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> COLUMNS =
            List.of("seq", "at", "person", "act", "subject", "office", "language", "digest", "address", "detail");

    private final Staff staff;
    private final StaffPages.Looks looks;

    AuditPages(Staff staff, StaffPages.Looks looks) {
        this.staff = staff;
        this.looks = looks;
    }

    /** What was asked for, as it was typed. Days are in UTC and the last one is within. */
    record Asked(String person, String act, String release, String from, String until) {
        Trail.Search search(People people, Set<String> offices, long before) {
            String who = person.contains("@")
                    ? people.byMail(person).map(found -> found.person().id()).orElse(person)
                    : person.strip();
            return new Trail.Search(
                    who,
                    act,
                    release.strip(),
                    day(from).map(day -> start(day)),
                    day(until).map(day -> start(day.plusDays(1))),
                    offices,
                    before);
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
            } catch (DateTimeException e) {
                // a day that cannot be read limits nothing, and the page shows the field as it was typed
                return Optional.empty();
            }
        }

        private static Instant start(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    @GetMapping("/audit")
    ResponseEntity<String> page(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String release,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            HttpServletRequest request) {
        Optional<Set<String>> offices = offices(request);
        if (offices.isEmpty()) {
            return looks.notFound(request);
        }
        Asked asked = new Asked(person, act, release, from, until);
        Language reader = looks.language(request);
        List<Trail.Line> lines = staff.trail().search(asked.search(staff.people(), offices.get(), before), PAGE);
        Map<String, String> names =
                staff.people().names(lines.stream().map(Trail.Line::person).collect(Collectors.toSet()));
        return looks.page(
                request,
                "staff/audit",
                Map.of(
                        "person",
                        person,
                        "release",
                        release,
                        "from",
                        from,
                        "until",
                        until,
                        "acts",
                        staff.trail().acts().stream()
                                .map(word -> new StaffViews.Choice(word, word, word.equals(act)))
                                .toList(),
                        "lines",
                        lines.stream().map(line -> view(line, names, reader)).toList(),
                        "query",
                        query(asked),
                        "older",
                        lines.size() < PAGE ? 0L : lines.getLast().seq()),
                HttpStatus.OK);
    }

    private StaffViews.Line view(Trail.Line line, Map<String, String> names, Language reader) {
        return new StaffViews.Line(
                line.at().toString(),
                looks.when(line.at(), reader),
                names.getOrDefault(line.person(), line.person()),
                line.act(),
                line.subject(),
                line.language(),
                line.digest(),
                line.address(),
                line.detail());
    }

    private static String query(Asked asked) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("person", asked.person());
        fields.put("act", asked.act());
        fields.put("release", asked.release());
        fields.put("from", asked.from());
        fields.put("until", asked.until());
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + java.net.URLEncoder.encode(field.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @GetMapping("/audit.csv")
    void csv(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String release,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        export(new Asked(person, act, release, from, until), "text/csv", "csv", request, response);
    }

    @GetMapping("/audit.jsonl")
    void jsonLines(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String release,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        export(new Asked(person, act, release, from, until), "application/jsonl", "jsonl", request, response);
    }

    private void export(
            Asked asked, String type, String extension, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Set<String>> offices = offices(request);
        if (offices.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        staff.trail().note(SignedIn.doer(request), Trail.Note.of("export-trail", "", extension));
        response.setContentType(type + "; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"trail." + extension + "\"");
        PrintWriter out = response.getWriter();
        if (extension.equals("csv")) {
            out.print(String.join(",", COLUMNS) + "\r\n");
        }
        Trail.Search search = asked.search(staff.people(), offices.get(), Long.MAX_VALUE);
        staff.trail()
                .each(
                        search,
                        line -> out.print(
                                extension.equals("csv") ? csv(line) : JSON.writeValueAsString(row(line)) + "\n"));
    }

    private static Map<String, Object> row(Trail.Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("seq", line.seq());
        row.put("at", line.at().toString());
        row.put("person", line.person());
        row.put("act", line.act());
        row.put("subject", line.subject());
        row.put("office", line.office());
        row.put("language", line.language());
        row.put("digest", line.digest());
        row.put("address", line.address());
        row.put("detail", line.detail());
        return row;
    }

    static String csv(Trail.Line line) {
        return Csv.row(row(line).values().stream().map(Object::toString).toList());
    }

    /** The offices whose lines the reader may see, none meaning all; empty for who is no auditor. */
    private static Optional<Set<String>> offices(HttpServletRequest request) {
        List<Grant> grants = SignedIn.doer(request).person().grants().stream()
                .filter(grant -> grant.duty() == Duty.AUDITOR)
                .toList();
        return grants.stream().map(Grant::offices).findFirst();
    }
}
