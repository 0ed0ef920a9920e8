package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Event;
import org.diurna.edition.Release;
import org.diurna.edition.Texts;
import org.diurna.edition.WallTime;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events that a draft announces. They are saved like its words, and go to the public with them. */
@RestController
public final class EventPages {
    /** Letters and digits that are not mistaken for each other when an id is read out. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int ID_LENGTH = 8;

    private final Entrance entrance;
    private final Save save;
    private final Rights rights;
    private final Pages pages;
    private final SecureRandom random = new SecureRandom();

    EventPages(Entrance entrance, Save save, Rights rights, Pages pages) {
        this.entrance = entrance;
        this.save = save;
        this.rights = rights;
        this.pages = pages;
    }

    /**
     * A form for one event.
     *
     * @param event empty for one that is to be added
     */
    public record Fields(
            String event,
            String what,
            String start,
            String end,
            List<PlacePages.Choice> zones,
            String place,
            String accreditation) {}

    @GetMapping("/releases/{id}/{language}/events")
    ResponseEntity<String> list(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return entrance.find(SignedIn.doer(request), id, language)
                .map(found -> page(request, found, empty(), List.of(), HttpStatus.OK))
                .orElseGet(() -> pages.notFound(request));
    }

    private static Sent empty() {
        return new Sent("", "", "", "", "", "", "");
    }

    /** What a form sends. */
    private record Sent(
            String event, String what, String start, String end, String zone, String place, String accreditation) {
        static Sent of(Event event) {
            return new Sent(
                    event.id(),
                    event.what(),
                    event.start().toString(),
                    event.end().map(LocalDateTime::toString).orElse(""),
                    event.zone().getId(),
                    event.place(),
                    event.accreditation());
        }

        /** What stands against it, each in the words of the desk. */
        List<Objection> objections() {
            List<Objection> objections = new ArrayList<>();
            String words = Texts.clean(what).strip();
            if (words.isEmpty() || words.length() > Event.WHAT_MAX_CHARACTERS) {
                objections.add(tooLong("what", "event-what", Event.WHAT_MAX_CHARACTERS));
            }
            if (Texts.clean(place).strip().length() > Event.PLACE_MAX_CHARACTERS) {
                objections.add(tooLong("place", "event-place", Event.PLACE_MAX_CHARACTERS));
            }
            if (Texts.clean(accreditation).strip().length() > Event.ACCREDITATION_MAX_CHARACTERS) {
                objections.add(tooLong("accreditation", "event-accreditation", Event.ACCREDITATION_MAX_CHARACTERS));
            }
            objections.addAll(times());
            return objections;
        }

        private static Objection tooLong(String field, String key, int most) {
            return new Objection(field, "", key, Map.of("most", most));
        }

        private List<Objection> times() {
            Optional<ZoneId> at = WallTime.zone(zone);
            if (at.isEmpty()) {
                return List.of(Objection.to("zone", "event-zone"));
            }
            Optional<LocalDateTime> first = local(start);
            Optional<LocalDateTime> last = local(end);
            if (first.isEmpty() || (!end.isBlank() && last.isEmpty())) {
                return List.of(Objection.to("start", "event-when"));
            }
            if (!Event.withinCalendars(first.get(), last)) {
                return List.of(Objection.to("start", "event-years"));
            }
            List<Objection> gaps = new ArrayList<>(gap("start", first.get(), at.get()));
            last.ifPresent(until -> gaps.addAll(gap("end", until, at.get())));
            return !gaps.isEmpty()
                            || last.filter(until -> !ends(first.get(), until, at.get()))
                                    .isEmpty()
                    ? gaps
                    : List.of(Objection.to("end", "event-ends"));
        }

        private static List<Objection> gap(String field, LocalDateTime local, ZoneId zone) {
            return new WallTime(local, zone, WallTime.Shift.ONLY).read() instanceof WallTime.Reading.Gap gap
                    ? List.of(new Objection(
                            field,
                            "",
                            "event-gap",
                            Map.of("before", moment(gap.before(), zone), "after", moment(gap.after(), zone))))
                    : List.of();
        }

        private static Objection.Moment moment(LocalDateTime local, ZoneId zone) {
            return new Objection.Moment(local.atZone(zone).toInstant(), zone);
        }

        /** Of a time that comes twice the earlier one is meant, as an event does. */
        private static boolean ends(LocalDateTime first, LocalDateTime last, ZoneId zone) {
            return last.atZone(zone)
                    .withEarlierOffsetAtOverlap()
                    .toInstant()
                    .isAfter(first.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
        }

        private static Optional<LocalDateTime> local(String typed) {
            try {
                return Optional.of(LocalDateTime.parse(typed));
            } catch (DateTimeException e) {
                // the objection says what is needed
                return Optional.empty();
            }
        }

        /** The event; only where nothing stands against it. */
        Event read(String id) {
            return new Event(
                    id,
                    local(start).orElseThrow(),
                    local(end),
                    WallTime.zone(zone).orElseThrow(),
                    what,
                    place,
                    accreditation);
        }
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, Entrance.Found found, Sent typed, List<String> errors, HttpStatus status) {
        Draft draft = found.draft();
        Language reader = Pages.readerOf(request);
        List<Fields> forms = new ArrayList<>();
        for (Event event : draft.wording().events()) {
            boolean again = event.id().equals(typed.event()) && !errors.isEmpty();
            forms.add(fields(again ? typed : Sent.of(event), found.release(), reader));
        }
        if (forms.size() < Event.EVENTS_MAX) {
            forms.add(fields(typed.event().isEmpty() ? typed : empty(), found.release(), reader));
        }
        return pages.page(
                request,
                "events",
                Map.of(
                        "path",
                        Views.path(found.release(), draft.language()),
                        "headline",
                        draft.wording().headline(),
                        "language",
                        draft.language(),
                        "seen",
                        draft.revision(),
                        "forms",
                        forms,
                        "errors",
                        errors),
                status);
    }

    private static Fields fields(Sent sent, Release release, Language reader) {
        ZoneId zone = WallTime.zone(sent.zone()).orElse(release.office().zone());
        return new Fields(
                sent.event(),
                sent.what(),
                sent.start(),
                sent.end(),
                ScheduleViews.everywhere(zone, reader),
                sent.place(),
                sent.accreditation());
    }

    @PostMapping("/releases/{id}/{language}/events")
    ResponseEntity<String> put(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "seen", defaultValue = "0") int seen,
            @RequestParam(name = "event", defaultValue = "") String event,
            @RequestParam(name = "what", defaultValue = "") String what,
            @RequestParam(name = "start", defaultValue = "") String start,
            @RequestParam(name = "end", defaultValue = "") String end,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "place", defaultValue = "") String place,
            @RequestParam(name = "accreditation", defaultValue = "") String accreditation,
            @RequestParam(name = "remove", defaultValue = "false") boolean remove,
            HttpServletRequest request) {
        Optional<Entrance.Found> found = entrance.find(SignedIn.doer(request), id, language);
        if (found.isEmpty()) {
            return pages.notFound(request);
        }
        Draft draft = found.get().draft();
        // asked before the fields are looked at, which would else be answered to who may not write
        if (!rights.writes(SignedIn.doer(request), found.get().release(), draft.language(), draft.standing())) {
            return pages.refused(request);
        }
        Sent sent = new Sent(event, what, start, end, zone, place, accreditation);
        Wording wording = draft.wording();
        List<Event> events = new ArrayList<>(wording.events());
        boolean known = events.removeIf(each -> each.id().equals(event));
        if (!remove) {
            List<Objection> objections = new ArrayList<>(sent.objections());
            if (events.size() >= Event.EVENTS_MAX) {
                objections.add(new Objection("event", "", "event-many", Map.of("most", Event.EVENTS_MAX)));
            }
            if (!objections.isEmpty()) {
                Language reader = Pages.readerOf(request);
                List<String> errors = objections.stream()
                        .map(objection -> objection.in(reader))
                        .toList();
                return page(request, found.get(), sent, errors, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            events.add(sent.read(known ? event : newId()));
        }
        return saved(request, found.get(), seen, wording.announcing(events));
    }

    private ResponseEntity<String> saved(HttpServletRequest request, Entrance.Found found, int seen, Wording wording) {
        Draft draft = found.draft();
        int base = seen == 0 ? draft.revision() : seen;
        return switch (save.run(SignedIn.doer(request), draft.release(), draft.language(), base, wording)) {
            case Save.Outcome.Kept _, Save.Outcome.Merged _ ->
                Pages.seeOther(Views.path(found.release(), draft.language()) + "/events");
            case Save.Outcome.SignedOff _ ->
                pages.message(request, "events.title", "objection.scheduled", HttpStatus.CONFLICT);
            case Save.Outcome.NotFound _ -> pages.notFound(request);
            case Save.Outcome.NotAllowed _ -> pages.refused(request);
        };
    }

    private String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
