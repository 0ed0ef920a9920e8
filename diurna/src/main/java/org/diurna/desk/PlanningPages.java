package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.diurna.edition.Office;
import org.diurna.edition.PlannedDay;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.house.Language;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The days that offices think of, and the times in which they are silent. */
@RestController
public final class PlanningPages {
    private static final int YEAR_LEAST = 1;
    private static final int YEAR_MOST = 2_500;

    private final Releases releases;
    private final Planning planning;
    private final PlanningViews views;
    private final Gates gates;
    private final Pages pages;

    PlanningPages(Releases releases, Planning planning, PlanningViews views, Gates gates, Pages pages) {
        this.releases = releases;
        this.planning = planning;
        this.views = views;
        this.gates = gates;
        this.pages = pages;
    }

    @GetMapping("/planning")
    ResponseEntity<String> show(
            @RequestParam(name = "release", defaultValue = "") String release, HttpServletRequest request) {
        String known = id(release).map(ReleaseId::value).orElse("");
        return page(request, PlanningView.Typed.about(known), List.of(), HttpStatus.OK);
    }

    @PostMapping("/planning/days")
    ResponseEntity<String> add(
            @RequestParam(name = "for", defaultValue = "none") String office,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "sort", defaultValue = "commemoration") String sort,
            @RequestParam(name = "date", defaultValue = "") String date,
            @RequestParam(name = "since", defaultValue = "") String since,
            @RequestParam(name = "yearly", defaultValue = "false") boolean yearly,
            HttpServletRequest request) {
        // asked before the fields are looked at, which would else be answered to who may not keep days
        if (!Planning.keepsDays(SignedIn.doer(request), office(office))) {
            return pages.refused(request);
        }
        if (unknown(office)) {
            return pages.notFound(request);
        }
        PlanningView.Typed typed = new PlanningView.Typed(
                PlanningView.DAY,
                Map.of(
                        "for", office,
                        "name", name,
                        "sort", sort,
                        "date", date,
                        "since", since,
                        "yearly", String.valueOf(yearly)));
        Optional<LocalDate> day = date(date);
        OptionalInt year = since.isBlank() ? OptionalInt.empty() : year(since);
        if (day.isEmpty() || (!since.isBlank() && year.isEmpty())) {
            return wrong(request, typed, "objection.day-date");
        }
        PlannedDay planned = new PlannedDay(
                UUID.randomUUID().toString(),
                office(office),
                name.strip(),
                PlannedDay.Kind.of(sort).orElse(PlannedDay.Kind.COMMEMORATION),
                MonthDay.from(day.get()),
                yearly ? year : OptionalInt.of(day.get().getYear()),
                yearly);
        return answered(planning.add(SignedIn.doer(request), planned), typed, request);
    }

    @PostMapping("/planning/days/{day}/removal")
    ResponseEntity<String> remove(@PathVariable("day") String day, HttpServletRequest request) {
        return answered(planning.remove(SignedIn.doer(request), day), PlanningView.Typed.NOTHING, request);
    }

    @PostMapping("/planning/silences")
    ResponseEntity<String> declare(
            @RequestParam(name = "for", defaultValue = "none") String office,
            @RequestParam(name = "first", defaultValue = "") String first,
            @RequestParam(name = "last", defaultValue = "") String last,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request) {
        PlanningView.Typed typed = new PlanningView.Typed(
                PlanningView.SILENCE, Map.of("for", office, "first", first, "last", last, "reason", reason));
        Optional<Refusal> refusal = planning.refused(SignedIn.doer(request), office(office));
        if (refusal.isPresent()) {
            return answered(refusal.get(), typed, request);
        }
        if (unknown(office)) {
            return pages.notFound(request);
        }
        Optional<LocalDate> from = date(first);
        Optional<LocalDate> until = date(last);
        if (from.isEmpty() || until.isEmpty()) {
            return wrong(request, typed, "objection.silence-when");
        }
        return answered(
                planning.declare(
                        SignedIn.doer(request), office(office), zone(office(office)), from.get(), until.get(), reason),
                typed,
                request);
    }

    @PostMapping("/planning/silences/{silence}/end")
    ResponseEntity<String> end(@PathVariable("silence") String silence, HttpServletRequest request) {
        return answered(planning.end(SignedIn.doer(request), silence), PlanningView.Typed.NOTHING, request);
    }

    @PostMapping("/planning/silences/{silence}/exceptions")
    ResponseEntity<String> ask(
            @PathVariable("silence") String silence,
            @RequestParam(name = "release", defaultValue = "") String release,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request) {
        PlanningView.Typed typed = new PlanningView.Typed(silence, Map.of("release", release, "reason", reason));
        return id(release)
                .map(found -> answered(planning.ask(SignedIn.doer(request), silence, found, reason), typed, request))
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/planning/silences/{silence}/exceptions/{release}/agreement")
    ResponseEntity<String> agree(
            @PathVariable("silence") String silence,
            @PathVariable("release") String release,
            HttpServletRequest request) {
        return id(release)
                .map(found -> answered(
                        planning.agree(SignedIn.doer(request), silence, found), PlanningView.Typed.NOTHING, request))
                .orElseGet(() -> pages.notFound(request));
    }

    /** In forms all offices are called so, because an empty value is what a form sends that says nothing. */
    private static String office(String value) {
        return value.equals("all") ? "" : value;
    }

    private boolean unknown(String value) {
        return !value.equals("all") && releases.offices().find(value).isEmpty();
    }

    /** Of an office its own; of all of them that of the first. */
    private ZoneId zone(String code) {
        List<Office> all = releases.offices().all();
        return all.stream()
                .filter(office -> office.code().equals(code))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Office::zone)
                .orElse(ZoneId.of("UTC"));
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            // the page says what it needs
            return Optional.empty();
        }
    }

    private static OptionalInt year(String typed) {
        if (!typed.strip().matches("\\d{1,4}")) {
            return OptionalInt.empty();
        }
        int year = Integer.parseInt(typed.strip());
        return year < YEAR_LEAST || year > YEAR_MOST ? OptionalInt.empty() : OptionalInt.of(year);
    }

    private static Optional<ReleaseId> id(String typed) {
        try {
            return Optional.of(new ReleaseId(typed.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ResponseEntity<String> wrong(HttpServletRequest request, PlanningView.Typed typed, String key) {
        return page(request, typed, List.of(pages.frame(request).say(key)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ResponseEntity<String> answered(
            Planning.Outcome outcome, PlanningView.Typed typed, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        return switch (outcome) {
            case Planning.Outcome.Done _ -> Pages.seeOther("/planning");
            case Refusal.NotReady(var objections) ->
                page(request, typed, Objection.all(objections, reader), HttpStatus.UNPROCESSABLE_CONTENT);
            case Refusal.Overtaken _, Refusal.NotFound _ -> pages.notFound(request);
            case Refusal.NotAllowed _ -> pages.refused(request);
            case Refusal.ProveFirst _ -> gates.proof().ask(request);
        };
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, PlanningView.Typed typed, List<String> errors, HttpStatus status) {
        PlanningView view = views.of(SignedIn.doer(request), typed, errors, Pages.readerOf(request));
        return pages.page(request, "planning", Map.of("view", view), status);
    }
}
