package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Schedule;
import org.diurna.edition.WallTime;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Several releases signed off with one click: choosing them, what will happen, and the bundle that waits. */
@RestController
final class TogetherPages {
    private final Together together;
    private final Bundle bundle;
    private final TogetherViews views;
    private final Gates gates;
    private final Pages pages;

    TogetherPages(Together together, Bundle bundle, TogetherViews views, Gates gates, Pages pages) {
        this.together = together;
        this.bundle = bundle;
        this.views = views;
        this.gates = gates;
        this.pages = pages;
    }

    @GetMapping("/bundles/new")
    ResponseEntity<String> form(
            @RequestParam(name = "version", defaultValue = "") List<String> versions,
            @RequestParam(name = "meant", defaultValue = "one") String meant,
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "time", defaultValue = "") String time,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "shift", defaultValue = "") String shift,
            @RequestParam(name = "yours", defaultValue = "") String yours,
            HttpServletRequest request) {
        ScheduleViews.Asked asked = new ScheduleViews.Asked(day, time, zone, shift, yours);
        return page(found(request, versions), meant.equals("each"), asked, request, List.of(), HttpStatus.OK);
    }

    @PostMapping("/bundles")
    ResponseEntity<String> sign(
            @RequestParam(name = "version", defaultValue = "") List<String> versions,
            @RequestParam(name = "meant", defaultValue = "one") String meant,
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "time", defaultValue = "") String time,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "shift", defaultValue = "") String shift,
            @RequestParam(name = "yours", defaultValue = "") String yours,
            @RequestParam(name = "numbering", defaultValue = "AS_IT_IS") Publish.Numbering numbering,
            HttpServletRequest request) {
        boolean each = meant.equals("each");
        ScheduleViews.Asked asked = new ScheduleViews.Asked(day, time, zone, shift, yours);
        Optional<Together.Time> when = time(asked, each);
        return when.isEmpty()
                ? page(
                        found(request, versions),
                        each,
                        asked,
                        request,
                        List.of("objection.schedule-unclear"),
                        HttpStatus.UNPROCESSABLE_CONTENT)
                : decided(versions, each, asked, when.get(), numbering, request);
    }

    @PostMapping("/bundles/publication")
    ResponseEntity<String> publish(
            @RequestParam(name = "version", defaultValue = "") List<String> versions,
            @RequestParam(name = "numbering", defaultValue = "AS_IT_IS") Publish.Numbering numbering,
            HttpServletRequest request) {
        return decided(versions, false, ScheduleViews.Asked.NOTHING, new Together.Time.Now(), numbering, request);
    }

    private ResponseEntity<String> decided(
            List<String> versions,
            boolean each,
            ScheduleViews.Asked asked,
            Together.Time when,
            Publish.Numbering numbering,
            HttpServletRequest request) {
        List<SignOff.Chosen> chosen = TogetherViews.chosen(versions).stream()
                .flatMap(Optional::stream)
                .toList();
        Doer by = SignedIn.doer(request);
        return switch (together.run(by, chosen, when, numbering)) {
            case Together.Outcome.Bound(var name) -> Pages.seeOther("/bundles/" + name);
            case Refusal refusal -> {
                List<Together.Item> items = found(request, versions);
                yield switch (refusal) {
                    case Refusal.NotReady(var objections) -> refused(items, each, asked, objections, request);
                    case Refusal.Overtaken _ ->
                        page(items, each, asked, request, List.of("desk.overtaken"), HttpStatus.CONFLICT);
                    case Refusal.NotFound _ -> pages.notFound(request);
                    case Refusal.NotAllowed _ -> pages.refused(request);
                    case Refusal.ProveFirst _ -> gates.proof().ask(request);
                };
            }
        };
    }

    private ResponseEntity<String> refused(
            List<Together.Item> items,
            boolean each,
            ScheduleViews.Asked asked,
            List<Objection> objections,
            HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        TogetherView view =
                views.of(SignedIn.doer(request), items, each, asked, Objection.each(objections, reader), reader);
        return pages.page(request, "together", Map.of("view", view), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What the form names, as far as the reader may publish it. */
    private List<Together.Item> found(HttpServletRequest request, List<String> versions) {
        Doer by = SignedIn.doer(request);
        List<Together.Item> items = new ArrayList<>();
        for (String version : versions) {
            String[] parts = version.split("[/:]", -1);
            if (parts.length >= 2) {
                gates.entrance()
                        .find(by, parts[0], parts[1])
                        .filter(found -> gates.rights()
                                        .ask(
                                                by,
                                                Act.PUBLISH,
                                                found.release(),
                                                found.draft().language())
                                != Permissions.Answer.NO)
                        .map(found -> new Together.Item(found.release(), found.draft()))
                        .filter(item -> !items.contains(item))
                        .ifPresent(items::add);
            }
        }
        return items.stream().limit(Together.VERSIONS_MAX).toList();
    }

    private static Optional<Together.Time> time(ScheduleViews.Asked asked, boolean each) {
        return each
                ? local(asked.day(), asked.time()).map(Together.Time.EachOffice::new)
                : asked.wall().map(Together.Time.One::new);
    }

    private static Optional<LocalDateTime> local(String day, String time) {
        try {
            return Optional.of(
                    LocalDate.parse(day).atTime(LocalTime.parse(time)).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeException e) {
            // the form says what it needs
            return Optional.empty();
        }
    }

    private ResponseEntity<String> page(
            List<Together.Item> items,
            boolean each,
            ScheduleViews.Asked asked,
            HttpServletRequest request,
            List<String> errors,
            HttpStatus status) {
        Frame frame = pages.frame(request);
        TogetherView view = views.of(
                SignedIn.doer(request),
                items,
                each,
                asked,
                errors.stream().map(frame::say).toList(),
                Pages.readerOf(request));
        return pages.page(request, "together", Map.of("view", view), status);
    }

    @GetMapping("/bundles/{bundle}")
    ResponseEntity<String> waits(@PathVariable("bundle") String name, HttpServletRequest request) {
        return bundle(name, request, List.of(), HttpStatus.OK);
    }

    private ResponseEntity<String> bundle(
            String name, HttpServletRequest request, List<String> errors, HttpStatus status) {
        Optional<List<Schedule>> seen = views.bound(SignedIn.doer(request), name);
        return seen.isEmpty()
                ? pages.notFound(request)
                : pages.page(
                        request,
                        "bundle",
                        Map.of("view", views.bundle(name, seen.get(), errors, Pages.readerOf(request))),
                        status);
    }

    @PostMapping("/bundles/{bundle}/move")
    ResponseEntity<String> move(
            @PathVariable("bundle") String name,
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "time", defaultValue = "") String time,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "shift", defaultValue = "") String shift,
            HttpServletRequest request) {
        Optional<LocalDateTime> local = local(day, time);
        if (views.bound(SignedIn.doer(request), name).isEmpty()) {
            return pages.notFound(request);
        }
        // asked before the fields are looked at, which would else be answered to who may not move it
        Optional<Refusal> refusal = bundle.refused(SignedIn.doer(request), name);
        if (refusal.isPresent()) {
            return answered(refusal.get(), name, request);
        }
        if (local.isEmpty()) {
            String unclear = pages.frame(request).say("objection.schedule-unclear");
            return bundle(name, request, List.of(unclear), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        WallTime.Shift which = switch (shift) {
            case "earlier" -> WallTime.Shift.EARLIER;
            case "later" -> WallTime.Shift.LATER;
            default -> WallTime.Shift.ONLY;
        };
        return answered(
                bundle.move(SignedIn.doer(request), name, local.get(), which, WallTime.zone(zone)), name, request);
    }

    @PostMapping("/bundles/{bundle}/now")
    ResponseEntity<String> now(@PathVariable("bundle") String name, HttpServletRequest request) {
        return views.bound(SignedIn.doer(request), name).isEmpty()
                ? pages.notFound(request)
                : answered(bundle.now(SignedIn.doer(request), name), name, request);
    }

    @PostMapping("/bundles/{bundle}/cancellation")
    ResponseEntity<String> cancel(@PathVariable("bundle") String name, HttpServletRequest request) {
        return views.bound(SignedIn.doer(request), name).isEmpty()
                ? pages.notFound(request)
                : answered(bundle.cancel(SignedIn.doer(request), name), name, request);
    }

    private ResponseEntity<String> answered(Bundle.Outcome outcome, String name, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        return switch (outcome) {
            case Bundle.Outcome.Done _ -> Pages.seeOther("/bundles/" + name);
            case Bundle.Outcome.NoOneTime(var zone) ->
                bundle(
                        name,
                        request,
                        List.of(pages.frame(request)
                                .say("bundle.no-one-time", Map.of("place", Names.place(zone, reader)))),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Refusal.NotReady(var objections) ->
                bundle(name, request, Objection.each(objections, reader), HttpStatus.UNPROCESSABLE_CONTENT);
            // it went, or somebody took it back meanwhile: its page says what is so now
            case Refusal.Overtaken _, Refusal.NotFound _ -> Pages.seeOther("/bundles/" + name);
            case Refusal.NotAllowed _ -> pages.refused(request);
            case Refusal.ProveFirst _ -> gates.proof().ask(request);
        };
    }
}
