package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.counter.Licence;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import org.diurna.staff.People;
import org.diurna.staff.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the public asks for: the list, which is the register too, and a page for each request with its answers. */
@RestController
public final class RequestPages {
    private static final int LIST_MOST = 500;
    private static final int EXPORT_MOST = 100_000;

    private final Requests requests;
    private final Answers answers;
    private final Offices offices;
    private final People people;
    private final Pages pages;

    RequestPages(Requests requests, Answers answers, Offices offices, People people, Pages pages) {
        this.requests = requests;
        this.answers = answers;
        this.offices = offices;
        this.people = people;
        this.pages = pages;
    }

    /** The decisions that the page of a request leads to. */
    record Answers(GrantLicence grant, AnswerRequest answer) {}

    /** A request in the list. */
    public record Line(
            String path, String state, String stateName, String what, Language language, String who, String when) {}

    /** Something that was asked for. */
    public record Item(int place, String name, String picture, String title, boolean ticked) {}

    /** Something that happened to it. */
    public record Step(String what, String who, String when, String words) {}

    /** A picture that can be fetched, and how often it was. */
    public record File(String name, String what) {}

    @GetMapping("/requests")
    ResponseEntity<String> list(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "state", defaultValue = "") String state,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        List<Office> seen = seen(by);
        if (seen.isEmpty()) {
            return pages.notFound(request);
        }
        Language reader = Pages.readerOf(request);
        Frame frame = pages.frame(request);
        List<PlacePages.Choice> states = Arrays.stream(Licence.State.values())
                .map(each -> new PlacePages.Choice(
                        each.word(),
                        frame.say("request." + each.word()),
                        each.word().equals(state)))
                .toList();
        return pages.page(
                request,
                "requests",
                Map.of(
                        "lines",
                        found(by, office, state, LIST_MOST).stream()
                                .map(licence -> line(licence, frame, reader))
                                .toList(),
                        "offices",
                        seen.stream()
                                .map(each -> new PlacePages.Choice(
                                        each.code(),
                                        each.name(reader),
                                        each.code().equals(office)))
                                .toList(),
                        "states",
                        states,
                        "query",
                        "?office=" + known(seen, office) + "&state="
                                + stateOf(state).map(Licence.State::word).orElse("")));
    }

    private static String known(List<Office> seen, String office) {
        return seen.stream()
                .map(Office::code)
                .filter(office::equals)
                .findFirst()
                .orElse("");
    }

    private List<Office> seen(Doer by) {
        Optional<Set<String>> codes = Requests.offices(by);
        return offices.all().stream()
                .filter(office -> codes.map(all -> all.contains(office.code())).orElse(true))
                .toList();
    }

    private List<Licence> found(Doer by, String office, String state, int most) {
        Set<String> codes = seen(by).stream()
                .map(Office::code)
                .filter(code -> office.isEmpty() || code.equals(office))
                .collect(Collectors.toSet());
        return requests.counter()
                .search(Optional.of(codes), stateOf(state).map(Set::of).orElse(Set.of()), most);
    }

    private static Optional<Licence.State> stateOf(String word) {
        return Arrays.stream(Licence.State.values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    private Line line(Licence licence, Frame frame, Language reader) {
        return new Line(
                "/requests/" + licence.id(),
                licence.state().word(),
                frame.say("request." + licence.state().word()),
                licence.headline(),
                licence.language(),
                who(licence),
                Names.shortly(licence.changed(), office(licence).zone(), reader));
    }

    private static String who(Licence licence) {
        Licence.Requester requester = licence.requester();
        return requester.organisation().isEmpty()
                ? requester.name()
                : requester.name() + " · " + requester.organisation();
    }

    private Office office(Licence licence) {
        return offices.find(licence.office()).orElseThrow();
    }

    @GetMapping("/requests.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(name = "office", defaultValue = "") String office,
            @RequestParam(name = "state", defaultValue = "") String state,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        if (seen(by).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        requests.rights().kept(by, "export-requests", "", known(seen(by), office), "", state);
        String table = RequestTable.of(found(by, office, state, EXPORT_MOST));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"requests.csv\"")
                .header("Cache-Control", "no-store")
                .body(table.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/requests/{request}")
    ResponseEntity<String> show(@PathVariable("request") String id, HttpServletRequest request) {
        return requests.find(SignedIn.doer(request), id)
                .map(licence -> page(licence, Typed.NOTHING, List.of(), HttpStatus.OK, request))
                .orElseGet(() -> pages.notFound(request));
    }

    /** What stands in the forms of a page. */
    private record Typed(Optional<GrantLicence.Terms> terms, String reason, String question) {
        static final Typed NOTHING = new Typed(Optional.empty(), "", "");
    }

    private ResponseEntity<String> page(
            Licence licence, Typed typed, List<String> errors, HttpStatus status, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        Frame frame = pages.frame(request);
        Office office = office(licence);
        Map<String, Object> values = new HashMap<>();
        values.put("licence", licence);
        values.put("who", who(licence));
        values.put("office", office.name(reader));
        values.put("state", frame.say("request." + licence.state().word()));
        values.put(
                "items",
                licence.items().stream()
                        .map(item -> item(
                                item,
                                typed.terms()
                                        .map(terms -> terms.places().contains(item.place()))
                                        .orElse(true),
                                frame))
                        .toList());
        values.put("steps", steps(licence, office, frame, reader));
        values.put("files", files(licence, frame));
        values.put("days", days(licence, frame, reader));
        values.put("terms", typed.terms().map(GrantLicence.Terms::words).orElse(""));
        values.put("last", typed.terms().map(GrantLicence.Terms::last).orElseGet(() -> last(licence)));
        values.put("reason", typed.reason());
        values.put("question", typed.question());
        values.put("errors", errors);
        return pages.page(request, "request", values, status);
    }

    /** A proposal for the last day: what was asked for, or a year from then. */
    private String last(Licence licence) {
        return licence.use()
                .last()
                .orElseGet(() -> LocalDate.ofInstant(
                                licence.asked(), office(licence).zone())
                        .plusYears(1))
                .toString();
    }

    private static Item item(Licence.Item item, boolean ticked, Frame frame) {
        String name = item.words()
                ? frame.say("request.words")
                : frame.say("request.picture", Map.of("number", item.place()));
        return new Item(item.place(), name, item.picture(), item.words() ? "" : item.title(), ticked);
    }

    private List<Step> steps(Licence licence, Office office, Frame frame, Language reader) {
        List<Licence.Step> steps = requests.counter().steps(licence.id());
        Map<String, String> names =
                people.names(steps.stream().map(Licence.Step::doer).collect(Collectors.toSet()));
        return steps.reversed().stream()
                .map(step -> new Step(
                        frame.say("request.did." + step.kind()),
                        step.doer().isEmpty() ? "" : names.getOrDefault(step.doer(), step.doer()),
                        Names.when(step.at(), office.zone(), reader),
                        step.words()))
                .toList();
    }

    private List<File> files(Licence licence, Frame frame) {
        return requests.counter().files(licence.id()).stream()
                .map(file -> new File(
                        frame.say("request.picture", Map.of("number", file.place())),
                        file.width() + " × " + file.height() + " · "
                                + frame.say("request.fetched", Map.of("count", file.downloads()))))
                .toList();
    }

    private static String days(Licence licence, Frame frame, Language reader) {
        Map<String, Object> both = Map.of(
                "first",
                        licence.use()
                                .first()
                                .map(day -> Names.weekday(day, reader))
                                .orElse("…"),
                "last",
                        licence.use()
                                .last()
                                .map(day -> Names.weekday(day, reader))
                                .orElse("…"));
        boolean none = licence.use().first().isEmpty() && licence.use().last().isEmpty();
        return none ? "" : frame.say("request.days", both);
    }

    @PostMapping("/requests/{request}/grant")
    ResponseEntity<String> grant(
            @PathVariable("request") String id,
            @RequestParam(name = "seen", defaultValue = "0") int seen,
            @RequestParam(name = "terms", defaultValue = "") String terms,
            @RequestParam(name = "last", defaultValue = "") String last,
            @RequestParam(name = "item", required = false) @Nullable Set<Integer> ticked,
            HttpServletRequest request) {
        GrantLicence.Terms granted = new GrantLicence.Terms(terms, last, ticked == null ? Set.of() : ticked);
        Typed typed = new Typed(Optional.of(granted), "", "");
        return answered(answers.grant().run(SignedIn.doer(request), id, seen, granted), id, typed, request);
    }

    @PostMapping("/requests/{request}/refusal")
    ResponseEntity<String> refuse(
            @PathVariable("request") String id,
            @RequestParam(name = "seen", defaultValue = "0") int seen,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request) {
        return answered(
                answers.answer().run(SignedIn.doer(request), id, seen, AnswerRequest.Way.REFUSE, reason),
                id,
                new Typed(Optional.empty(), reason, ""),
                request);
    }

    @PostMapping("/requests/{request}/question")
    ResponseEntity<String> ask(
            @PathVariable("request") String id,
            @RequestParam(name = "seen", defaultValue = "0") int seen,
            @RequestParam(name = "question", defaultValue = "") String question,
            HttpServletRequest request) {
        return answered(
                answers.answer().run(SignedIn.doer(request), id, seen, AnswerRequest.Way.ASK, question),
                id,
                new Typed(Optional.empty(), "", question),
                request);
    }

    private ResponseEntity<String> answered(
            Requests.Answered outcome, String id, Typed typed, HttpServletRequest request) {
        return switch (outcome) {
            case Requests.Answered.Done _ -> Pages.seeOther("/requests/" + id);
            case Requests.Answered.NotFound _ -> pages.notFound(request);
            case Requests.Answered.NotReady(var objections) ->
                pages(id, typed, objections, HttpStatus.UNPROCESSABLE_CONTENT, request);
            case Requests.Answered.Overtaken _ ->
                pages(id, typed, List.of(Objection.to("state", "request-overtaken")), HttpStatus.CONFLICT, request);
        };
    }

    private ResponseEntity<String> pages(
            String id, Typed typed, List<Objection> objections, HttpStatus status, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        List<String> errors = Objection.all(objections, reader);
        return requests.find(SignedIn.doer(request), id)
                .map(licence -> page(licence, typed, errors, status, request))
                .orElseGet(() -> pages.notFound(request));
    }
}
