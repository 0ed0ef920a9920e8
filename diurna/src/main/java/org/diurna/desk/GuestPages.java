package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.guest.Guest;
import org.diurna.guest.Guests;
import org.diurna.guest.Marks;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.People;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The guests of a language version: inviting experts and journalists, what they opened, and whose copy was found. */
@RestController
public final class GuestPages {
    private static final Gates.Door DOOR = new Gates.Door(Act.REVIEW, "guests");

    /** A longer copy says no more. */
    private static final int COPY_MAX = 200_000;

    private final Releases releases;
    private final Guests guests;
    private final Invite invite;
    private final GuestCopies copies;
    private final People people;
    private final Gates gates;
    private final Pages pages;
    private final Clock clock;
    private final Optional<String> address;

    GuestPages(
            Releases releases,
            Guests guests,
            Invite invite,
            GuestCopies copies,
            People people,
            Gates gates,
            Pages pages,
            Clock clock,
            Optional<String> address) {
        this.releases = releases;
        this.guests = guests;
        this.invite = invite;
        this.copies = copies;
        this.people = people;
        this.gates = gates;
        this.pages = pages;
        this.clock = clock;
        this.address = address;
    }

    /** What is added to the page by what was done just now. */
    private record Extra(
            Optional<GuestView.Typed> sent, String link, String linkFor, List<String> reading, List<String> errors) {
        static final Extra NONE = new Extra(Optional.empty(), "", "", List.of(), List.of());

        static Extra errors(Invite.Wish wish, List<String> errors) {
            return new Extra(Optional.of(GuestView.Typed.of(wish)), "", "", List.of(), errors);
        }
    }

    @GetMapping("/releases/{id}/{language}/guests")
    ResponseEntity<String> list(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return may(id, language, request, found -> page(found, Extra.NONE, HttpStatus.OK, request));
    }

    @PostMapping("/releases/{id}/{language}/guests")
    ResponseEntity<String> invite(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "seen", defaultValue = "0") int seen,
            @RequestParam(name = "guest", defaultValue = "expert") String kind,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "medium", defaultValue = "") String medium,
            @RequestParam(name = "mail", defaultValue = "") String mail,
            @RequestParam(name = "tongue", defaultValue = "en") String tongue,
            @RequestParam(name = "days", defaultValue = "14") int days,
            @RequestParam(name = "comments", defaultValue = "false") boolean comments,
            HttpServletRequest request) {
        return may(id, language, request, found -> {
            Language reader = Pages.readerOf(request);
            Invite.Wish wish = new Invite.Wish(
                    kind.equals("journalist") ? Guest.Kind.JOURNALIST : Guest.Kind.EXPERT,
                    name,
                    medium,
                    mail,
                    pages.chosen(tongue),
                    comments,
                    days);
            String base = address.orElse("http://localhost:" + request.getLocalPort());
            return switch (invite.run(
                    SignedIn.doer(request), found.release(), found.draft(), seen, wish, path -> base + path)) {
                case Invite.Outcome.Invited(var guest, var link) ->
                    page(
                            found,
                            new Extra(Optional.empty(), link, guest.name(), List.of(), List.of()),
                            HttpStatus.OK,
                            request);
                case Refusal.NotReady(var objections) ->
                    page(
                            found,
                            Extra.errors(wish, Objection.all(objections, reader)),
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            request);
                case Refusal.Overtaken _ ->
                    page(
                            found,
                            Extra.errors(wish, List.of(pages.frame(request).say("desk.overtaken"))),
                            HttpStatus.CONFLICT,
                            request);
                case Refusal.NotFound _ -> pages.notFound(request);
                case Refusal.NotAllowed _ -> pages.refused(request);
                case Refusal.ProveFirst _ -> gates.proof().ask(request);
            };
        });
    }

    @PostMapping("/releases/{id}/{language}/guests/{guest}/revocation")
    ResponseEntity<String> revoke(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @PathVariable("guest") String guest,
            HttpServletRequest request) {
        return may(
                id,
                language,
                request,
                found -> revoked(
                        found,
                        guests.find(guest).stream()
                                .filter(each -> each.release()
                                                .equals(found.release().id())
                                        && each.language().equals(found.draft().language()))
                                .toList(),
                        request));
    }

    @PostMapping("/releases/{id}/{language}/guests/revocation")
    ResponseEntity<String> revokeAll(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return may(
                id,
                language,
                request,
                found -> revoked(
                        found, guests.open(found.release().id(), found.draft().language()), request));
    }

    private ResponseEntity<String> revoked(Entrance.Found found, List<Guest> ended, HttpServletRequest request) {
        return invite.revoke(SignedIn.doer(request), found.release(), ended)
                ? Pages.seeOther(path(found) + "/guests")
                : pages.refused(request);
    }

    @PostMapping("/releases/{id}/{language}/guests/copy")
    ResponseEntity<String> whose(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam(name = "copy", defaultValue = "") String copy,
            HttpServletRequest request) {
        return may(id, language, request, found -> {
            List<Guest> all = guests.of(found.release().id(), found.draft().language());
            String read = copy.length() > COPY_MAX ? copy.substring(0, COPY_MAX) : copy;
            List<String> reading = reading(copies.whose(read, found.release(), all), all, request);
            gates.rights()
                    .done(
                            SignedIn.doer(request),
                            "read-mark",
                            found.release(),
                            found.draft().language(),
                            "");
            return page(found, new Extra(Optional.empty(), "", "", reading, List.of()), HttpStatus.OK, request);
        });
    }

    private List<String> reading(Marks.Reading reading, List<Guest> all, HttpServletRequest request) {
        Frame frame = pages.frame(request);
        return switch (reading) {
            case Marks.Reading.OtherText _ -> List.of(frame.say("guest.copy-other"));
            case Marks.Reading.NoMark(var places) -> List.of(frame.say("guest.copy-clean", Map.of("places", places)));
            case Marks.Reading.Marked(var matches) -> {
                Map<String, String> names =
                        all.stream().collect(java.util.stream.Collectors.toMap(Guest::id, Guest::name));
                List<Marks.Match> told = matches.stream()
                        .filter(match -> match.confidence() != Marks.Confidence.UNCLEAR)
                        .toList();
                yield told.isEmpty()
                        ? List.of(frame.say("guest.copy-unclear"))
                        : told.stream()
                                .map(match -> frame.say(
                                        match.confidence() == Marks.Confidence.SURE
                                                ? "guest.copy-sure"
                                                : "guest.copy-likely",
                                        Map.of(
                                                "name",
                                                names.getOrDefault(match.guest(), match.guest()),
                                                "agree",
                                                match.agree(),
                                                "places",
                                                match.places())))
                                .toList();
            }
        };
    }

    /** For who reviews or publishes it: who the guests are is not for everybody. */
    private ResponseEntity<String> may(
            String id,
            String language,
            HttpServletRequest request,
            Function<Entrance.Found, ResponseEntity<String>> answer) {
        return pages.through(gates, DOOR, id, language, request, answer);
    }

    private static String path(Entrance.Found found) {
        return Views.path(found.release(), found.draft().language());
    }

    private ResponseEntity<String> page(
            Entrance.Found found, Extra extra, HttpStatus status, HttpServletRequest request) {
        Release release = found.release();
        Draft draft = found.draft();
        Language reader = Pages.readerOf(request);
        boolean lets = gates.rights().ask(SignedIn.doer(request), Act.PUBLISH, release, draft.language())
                != Permissions.Answer.NO;
        GuestView view = new GuestView(
                path(found),
                draft.language(),
                draft.wording().headline(),
                draft.revision(),
                releases.stage(release.id(), draft.language()) instanceof Stage.Scheduled,
                lets,
                guests.of(release.id(), draft.language()).stream()
                        .map(guest -> line(guest, release, reader, request))
                        .toList(),
                Pages.LANGUAGES.stream()
                        .map(tongue -> new PlacePages.Choice(tongue.tag(), Names.of(tongue, reader), false))
                        .toList(),
                extra.sent(),
                extra.link(),
                extra.linkFor(),
                extra.reading(),
                extra.errors());
        return pages.page(request, "guests", Map.of("view", view), status);
    }

    private GuestView.Line line(Guest guest, Release release, Language reader, HttpServletRequest request) {
        Frame frame = pages.frame(request);
        List<String> said = new java.util.ArrayList<>();
        said.add(frame.say(
                "guest.invited",
                Map.of(
                        "person", people.name(guest.maker()),
                        "when", Names.when(guest.made(), release.office().zone(), reader),
                        "revision", guest.revision())));
        guest.accepted()
                .ifPresent(at -> said.add(frame.say(
                        "guest.accepted",
                        Map.of("when", Names.when(at, release.office().zone(), reader)))));
        guest.end()
                .ifPresentOrElse(
                        end -> said.add(frame.say(
                                "guest.end." + end.how().word(),
                                Map.of(
                                        "when",
                                        Names.when(end.at(), release.office().zone(), reader)))),
                        () -> guest.expires()
                                .ifPresent(until -> said.add(frame.say(
                                        guest.alive(clock.instant()) ? "guest.expires" : "guest.expired",
                                        Map.of(
                                                "when",
                                                Names.when(
                                                        until, release.office().zone(), reader))))));
        said.add(frame.say("guest.openings", Map.of("number", guest.openings())));
        return new GuestView.Line(
                guest.id(),
                guest.kind(),
                guest.name(),
                guest.medium(),
                guest.mail(),
                guest.alive(clock.instant()),
                said,
                guest.openings() == 0
                        ? List.of()
                        : guests.openings(guest.id()).stream()
                                .map(opening -> Names.when(
                                                opening.at(), release.office().zone(), reader) + " "
                                        + opening.address())
                                .toList());
    }
}
