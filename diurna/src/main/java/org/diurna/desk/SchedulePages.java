package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.WallTime;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing off for a time to come, with what will happen before the click; moving it, and taking it back. */
@RestController
public final class SchedulePages {
    private static final Gates.Door DOOR = new Gates.Door(Act.PUBLISH, "schedule");

    private final Releases releases;
    private final Decide decide;
    private final ScheduleViews views;
    private final Gates gates;
    private final Pages pages;

    SchedulePages(Releases releases, Decide decide, ScheduleViews views, Gates gates, Pages pages) {
        this.releases = releases;
        this.decide = decide;
        this.views = views;
        this.gates = gates;
        this.pages = pages;
    }

    /** The decisions that these pages lead to. */
    record Decide(SignOff signOff, Move move, Cancel cancel) {}

    /** How long what is overdue still goes by itself. */
    public record Patience(Duration late) {}

    @GetMapping("/releases/{id}/{language}/schedule")
    ResponseEntity<String> form(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "time", defaultValue = "") String time,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "shift", defaultValue = "") String shift,
            @RequestParam(name = "yours", defaultValue = "") String yours,
            HttpServletRequest request) {
        ScheduleViews.Asked asked = new ScheduleViews.Asked(day, time, zone, shift, yours);
        return may(id, language, request, found -> page(found, asked, request, List.of(), HttpStatus.OK));
    }

    @PostMapping("/releases/{id}/{language}/schedule")
    ResponseEntity<String> sign(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "time", defaultValue = "") String time,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "shift", defaultValue = "") String shift,
            @RequestParam(name = "yours", defaultValue = "") String yours,
            @RequestParam(name = "version", defaultValue = "") List<String> versions,
            @RequestParam(name = "numbering", defaultValue = "AS_IT_IS") Publish.Numbering numbering,
            HttpServletRequest request) {
        ScheduleViews.Asked asked = new ScheduleViews.Asked(day, time, zone, shift, yours);
        return may(id, language, request, found -> {
            Optional<WallTime> when = asked.wall();
            List<SignOff.Seen> seen = seen(versions);
            if (when.isEmpty() || seen.isEmpty()) {
                String key = when.isEmpty() ? "objection.schedule-unclear" : "objection.schedule-nothing";
                return page(found, asked, request, List.of(say(request, key)), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return switch (decide.signOff()
                    .run(SignedIn.doer(request), found.release().id(), seen, when.get(), numbering)) {
                case SignOff.Outcome.SignedOff _ -> back(found);
                case SignOff.Outcome.NoSuchTime _, SignOff.Outcome.TwoSuchTimes _ ->
                    page(found, asked, request, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
                case Refusal refusal -> refused(refusal, found, asked, request);
            };
        });
    }

    /** Languages with the revisions that were looked at; what cannot be read was not sent by the form. */
    private static List<SignOff.Seen> seen(List<String> versions) {
        List<SignOff.Seen> seen = new ArrayList<>();
        for (String version : versions) {
            int colon = version.lastIndexOf(':');
            try {
                seen.add(new SignOff.Seen(
                        Language.of(version.substring(0, Math.max(0, colon))),
                        Integer.parseInt(version.substring(colon + 1))));
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
        return seen.stream().distinct().toList();
    }

    @PostMapping("/releases/{id}/{language}/schedule/move")
    ResponseEntity<String> move(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "time", defaultValue = "") String time,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "shift", defaultValue = "") String shift,
            @RequestParam(name = "yours", defaultValue = "") String yours,
            HttpServletRequest request) {
        ScheduleViews.Asked asked = new ScheduleViews.Asked(day, time, zone, shift, yours);
        return waiting(
                id,
                language,
                request,
                (found, schedule) -> asked.wall()
                        .map(when -> moved(
                                decide.move().run(SignedIn.doer(request), schedule.id(), when), found, asked, request))
                        .orElseGet(() -> page(
                                found,
                                asked,
                                request,
                                List.of(say(request, "objection.schedule-unclear")),
                                HttpStatus.UNPROCESSABLE_CONTENT)));
    }

    @PostMapping("/releases/{id}/{language}/schedule/now")
    ResponseEntity<String> now(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return waiting(
                id,
                language,
                request,
                (found, schedule) -> moved(
                        decide.move()
                                .now(
                                        SignedIn.doer(request),
                                        schedule.id(),
                                        found.release().office().zone()),
                        found,
                        ScheduleViews.Asked.NOTHING,
                        request));
    }

    private ResponseEntity<String> moved(
            Move.Outcome outcome, Entrance.Found found, ScheduleViews.Asked asked, HttpServletRequest request) {
        return switch (outcome) {
            case Move.Outcome.Moved _ -> back(found);
            case Move.Outcome.NoSuchTime _, Move.Outcome.TwoSuchTimes _ ->
                page(found, asked, request, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
            case Refusal refusal -> refused(refusal, found, asked, request);
        };
    }

    @PostMapping("/releases/{id}/{language}/schedule/cancellation")
    ResponseEntity<String> cancel(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return waiting(id, language, request, (found, schedule) -> switch (decide.cancel()
                .run(SignedIn.doer(request), schedule.id())) {
            case Cancel.Outcome.Cancelled _ -> back(found);
            case Refusal refusal -> refused(refusal, found, ScheduleViews.Asked.NOTHING, request);
        });
    }

    private static ResponseEntity<String> back(Entrance.Found found) {
        return Pages.seeOther(Views.path(found.release(), found.draft().language()));
    }

    private ResponseEntity<String> refused(
            Refusal refusal, Entrance.Found found, ScheduleViews.Asked asked, HttpServletRequest request) {
        Language reader = Pages.readerOf(request);
        return switch (refusal) {
            case Refusal.NotReady(var objections) ->
                page(found, asked, request, Objection.each(objections, reader), HttpStatus.UNPROCESSABLE_CONTENT);
            case Refusal.Overtaken _ ->
                page(found, asked, request, List.of(say(request, "desk.overtaken")), HttpStatus.CONFLICT);
            // it went, or somebody took it back meanwhile: its page says what is so now
            case Refusal.NotFound _ -> back(found);
            case Refusal.NotAllowed _ -> pages.refused(request);
            case Refusal.ProveFirst _ -> gates.proof().ask(request);
        };
    }

    private String say(HttpServletRequest request, String key) {
        return pages.frame(request).say(key);
    }

    /** For who may publish it; a fresh proof is asked for by the decision. */
    private ResponseEntity<String> may(
            String id,
            String language,
            HttpServletRequest request,
            Function<Entrance.Found, ResponseEntity<String>> answer) {
        return pages.through(gates, DOOR, id, language, request, answer);
    }

    /** The answer about what waits; where nothing does any more, the page of the release tells how it is now. */
    private ResponseEntity<String> waiting(
            String id,
            String language,
            HttpServletRequest request,
            java.util.function.BiFunction<Entrance.Found, Schedule, ResponseEntity<String>> answer) {
        return may(
                id,
                language,
                request,
                found -> releases.schedules()
                        .of(found.release().id(), found.draft().language())
                        .map(schedule -> answer.apply(found, schedule))
                        .orElseGet(() -> back(found)));
    }

    private ResponseEntity<String> page(
            Entrance.Found found,
            ScheduleViews.Asked asked,
            HttpServletRequest request,
            List<String> errors,
            HttpStatus status) {
        ScheduleView view = views.of(found.release(), found.draft(), asked, errors, Pages.readerOf(request));
        return pages.page(request, "schedule", Map.of("view", view), status);
    }
}
