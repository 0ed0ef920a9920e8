package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.diurna.edition.Office;
import org.diurna.edition.PlannedDay;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Silences;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Doer;
import org.diurna.staff.People;
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
    private final People people;
    private final Gates gates;
    private final Pages pages;
    private final Clock clock;

    PlanningPages(Releases releases, Planning planning, People people, Gates gates, Pages pages, Clock clock) {
        this.releases = releases;
        this.planning = planning;
        this.people = people;
        this.gates = gates;
        this.pages = pages;
        this.clock = clock;
    }

    /** A day of the list in words. */
    public record Day(String id, String name, String kind, String when, String next, String office, boolean may) {}

    /** A silence in words. */
    public record Silent(String id, String office, String from, String until, String reason, boolean may) {}

    /** An exception in words. */
    public record Exempted(
            String silence,
            String release,
            String path,
            String headline,
            String said,
            boolean agreed,
            boolean mayAgree) {}

    /**
     * The page.
     *
     * @param keeps    offices for which the reader may add days
     * @param silences offices for which the reader may declare a silence
     * @param release  id of that for which an exception is asked; may be empty
     */
    public record View(
            List<Day> days,
            List<Silent> silent,
            List<Exempted> exceptions,
            List<PlacePages.Choice> keeps,
            List<PlacePages.Choice> silences,
            List<PlacePages.Choice> kinds,
            String release,
            List<String> errors) {
        public View {
            days = List.copyOf(days);
            silent = List.copyOf(silent);
            exceptions = List.copyOf(exceptions);
            keeps = List.copyOf(keeps);
            silences = List.copyOf(silences);
            kinds = List.copyOf(kinds);
            errors = List.copyOf(errors);
        }
    }

    @GetMapping("/planning")
    ResponseEntity<String> show(
            @RequestParam(name = "release", defaultValue = "") String release, HttpServletRequest request) {
        return page(request, release, List.of(), HttpStatus.OK);
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
        Optional<LocalDate> day = date(date);
        OptionalInt year = since.isBlank() ? OptionalInt.empty() : year(since);
        if (day.isEmpty() || (!since.isBlank() && year.isEmpty())) {
            return wrong(request, "objection.day-date");
        }
        PlannedDay planned = new PlannedDay(
                UUID.randomUUID().toString(),
                office(office),
                name.strip(),
                PlannedDay.Kind.of(sort).orElse(PlannedDay.Kind.COMMEMORATION),
                MonthDay.from(day.get()),
                yearly ? year : OptionalInt.of(day.get().getYear()),
                yearly);
        return answered(planning.add(SignedIn.doer(request), planned), request);
    }

    @PostMapping("/planning/days/{day}/removal")
    ResponseEntity<String> remove(@PathVariable("day") String day, HttpServletRequest request) {
        return answered(planning.remove(SignedIn.doer(request), day), request);
    }

    @PostMapping("/planning/silences")
    ResponseEntity<String> declare(
            @RequestParam(name = "for", defaultValue = "none") String office,
            @RequestParam(name = "first", defaultValue = "") String first,
            @RequestParam(name = "last", defaultValue = "") String last,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request) {
        Optional<LocalDate> from = date(first);
        Optional<LocalDate> until = date(last);
        if (from.isEmpty() || until.isEmpty()) {
            return wrong(request, "objection.silence-when");
        }
        return answered(
                planning.declare(
                        SignedIn.doer(request), office(office), zone(office(office)), from.get(), until.get(), reason),
                request);
    }

    @PostMapping("/planning/silences/{silence}/end")
    ResponseEntity<String> end(@PathVariable("silence") String silence, HttpServletRequest request) {
        return answered(planning.end(SignedIn.doer(request), silence), request);
    }

    @PostMapping("/planning/silences/{silence}/exceptions")
    ResponseEntity<String> ask(
            @PathVariable("silence") String silence,
            @RequestParam(name = "release", defaultValue = "") String release,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request) {
        return id(release)
                .map(found -> answered(planning.ask(SignedIn.doer(request), silence, found, reason), request))
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/planning/silences/{silence}/exceptions/{release}/agreement")
    ResponseEntity<String> agree(
            @PathVariable("silence") String silence,
            @PathVariable("release") String release,
            HttpServletRequest request) {
        return id(release)
                .map(found -> answered(planning.agree(SignedIn.doer(request), silence, found), request))
                .orElseGet(() -> pages.notFound(request));
    }

    /** In forms all offices are called so, because an empty value is what a form sends that says nothing. */
    private static String office(String value) {
        return value.equals("all") ? "" : value;
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

    private ResponseEntity<String> wrong(HttpServletRequest request, String key) {
        return page(request, "", List.of(pages.frame(request).say(key)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ResponseEntity<String> answered(Planning.Outcome outcome, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        return switch (outcome) {
            case Planning.Outcome.Done _ -> Pages.seeOther("/planning");
            case Refusal.NotReady(var objections) ->
                page(request, "", Objection.all(objections, reader), HttpStatus.UNPROCESSABLE_CONTENT);
            case Refusal.Overtaken _, Refusal.NotFound _ -> pages.notFound(request);
            case Refusal.NotAllowed _ -> pages.refused(request);
            case Refusal.ProveFirst _ -> gates.proof().ask(request);
        };
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, String release, List<String> errors, HttpStatus status) {
        Language reader = Pages.readerOf(request);
        Doer by = SignedIn.doer(request);
        Set<String> seen = Planning.offices(by, releases);
        View view = new View(
                releases.days().all().stream()
                        .filter(day -> day.office().isEmpty() || seen.contains(day.office()))
                        .map(day -> day(by, day, reader))
                        .toList(),
                releases.silences().open(clock.instant()).stream()
                        .filter(silence -> silence.office().isEmpty() || seen.contains(silence.office()))
                        .map(silence -> new Silent(
                                silence.id(),
                                officeName(silence.office(), reader),
                                Names.planned(silence.starts(), silence.zone(), reader),
                                Names.planned(silence.ends(), silence.zone(), reader),
                                silence.reason(),
                                Planning.silences(by, silence.office())))
                        .toList(),
                exceptions(by, reader),
                offices(office -> Planning.keepsDays(by, office), reader),
                offices(office -> Planning.silences(by, office), reader),
                List.of(PlannedDay.Kind.values()).stream()
                        .map(kind -> new PlacePages.Choice(
                                kind.word(), Words.of("desk", reader).say("planning.kind." + kind.word()), false))
                        .toList(),
                id(release).map(ReleaseId::value).orElse(""),
                errors);
        return pages.page(request, "planning", Map.of("view", view), status);
    }

    private List<PlacePages.Choice> offices(java.util.function.Predicate<String> may, Language reader) {
        List<PlacePages.Choice> choices = new ArrayList<>();
        if (may.test("")) {
            choices.add(new PlacePages.Choice("all", officeName("", reader), false));
        }
        releases.offices().all().stream()
                .filter(office -> may.test(office.code()))
                .forEach(office -> choices.add(new PlacePages.Choice(office.code(), office.name(reader), false)));
        return choices;
    }

    private String officeName(String code, Language reader) {
        return code.isEmpty()
                ? Words.of("desk", reader).say("planning.all-offices")
                : releases.offices().all().stream()
                        .filter(office -> office.code().equals(code))
                        .findFirst()
                        .map(office -> office.name(reader))
                        .orElse(code);
    }

    private Day day(Doer by, PlannedDay day, Language reader) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<PlannedDay.Coming> next =
                day.between(today, today.plusYears(2)).stream().findFirst();
        return new Day(
                day.id(),
                day.name(),
                Words.of("desk", reader).say("planning.kind." + day.kind().word()),
                next.map(coming -> Names.day(coming.date(), reader)).orElse(""),
                next.map(coming -> anniversary(coming, reader)).orElse(""),
                officeName(day.office(), reader),
                Planning.keepsDays(by, day.office()));
    }

    /** {@code 35th anniversary}; empty where no years are counted. */
    static String anniversary(PlannedDay.Coming coming, Language reader) {
        return coming.years().isPresent()
                ? Words.of("desk", reader)
                        .say(
                                "planning.anniversary",
                                Map.of("years", coming.years().getAsInt()))
                : "";
    }

    private List<Exempted> exceptions(Doer by, Language reader) {
        List<Exempted> exceptions = new ArrayList<>();
        for (Silences.Exempt exempt : releases.silences().exceptions(clock.instant())) {
            Optional<Release> release =
                    gates.entrance().find(by, exempt.release().value());
            release.ifPresent(found -> {
                Language language = releases.languages(found).getFirst();
                exceptions.add(new Exempted(
                        exempt.silence(),
                        exempt.release().value(),
                        Views.path(found, language),
                        releases.draft(found.id(), language)
                                .map(draft -> draft.wording().headline())
                                .orElse(found.id().value()),
                        Words.of("desk", reader)
                                .say(
                                        exempt.agreer().isPresent() ? "planning.agreed" : "planning.asked",
                                        Map.of(
                                                "person", people.name(exempt.asker()),
                                                "second",
                                                        exempt.agreer()
                                                                .map(people::name)
                                                                .orElse(""),
                                                "reason", exempt.reason())),
                        exempt.agreer().isPresent(),
                        exempt.agreer().isEmpty() && !exempt.asker().equals(by.id())));
            });
        }
        return exceptions;
    }
}
