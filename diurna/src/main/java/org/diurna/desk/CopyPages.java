package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.guest.Guest;
import org.diurna.guest.Guests;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Staff;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a guest's link leads to, on the desk's host and nowhere else: a door that says for whom it is, and behind it the
 * marked copy. Programs that follow links in letters come to the door only.
 */
@RestController
public final class CopyPages {
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String OPENED = "guest.";
    private static final String SHOWN = "guest.shown.";

    private final Releases releases;
    private final Guests guests;
    private final GuestCopies copies;
    private final GuestComments comments;
    private final Studio studio;
    private final Views.PublicAddress addresses;
    private final Staff staff;
    private final Rights rights;
    private final Templates templates;
    private final Clock clock;
    private final Guesses guesses;

    CopyPages(
            Releases releases,
            Guests guests,
            GuestCopies copies,
            GuestComments comments,
            Studio studio,
            Views.PublicAddress addresses,
            Staff staff,
            Rights rights,
            Templates templates,
            Clock clock) {
        this.releases = releases;
        this.guests = guests;
        this.copies = copies;
        this.comments = comments;
        this.studio = studio;
        this.addresses = addresses;
        this.staff = staff;
        this.rights = rights;
        this.templates = templates;
        this.clock = clock;
        this.guesses = new Guesses(clock);
    }

    /** What pages of guests need around their content. */
    public record Around(Language language, String token) {
        public String say(String key) {
            return Words.of("desk", language).say(key);
        }

        public String say(String key, Map<String, Object> arguments) {
            return Words.of("desk", language).say(key, arguments);
        }
    }

    /** The door: for whom it is, and what whoever opens it accepts. */
    public record Door(String path, String name, String office, String terms, String when, boolean press) {}

    /**
     * The copy.
     *
     * @param article HTML that was made here
     * @param words   of a comment that was refused
     * @param blocks  that can be commented on; none where nothing can
     */
    public record Copy(
            String path,
            String name,
            String office,
            Language language,
            String when,
            String opened,
            String article,
            boolean comments,
            List<PlacePages.Choice> blocks,
            List<Said> said,
            String words,
            String error) {
        public Copy {
            blocks = List.copyOf(blocks);
            said = List.copyOf(said);
        }
    }

    /** What the guest said already. */
    public record Said(String about, String words) {}

    /** A comment that was sent and refused, and the status that says so. */
    private record Remark(String block, String words, String error, HttpStatus status) {
        static final Remark NONE = new Remark("", "", "", HttpStatus.OK);
    }

    @GetMapping("/expert/{secret}")
    ResponseEntity<String> expert(@PathVariable("secret") String secret, HttpServletRequest request) {
        return answer(Guest.Kind.EXPERT, secret, request, Remark.NONE);
    }

    @GetMapping("/embargo/{secret}")
    ResponseEntity<String> journalist(@PathVariable("secret") String secret, HttpServletRequest request) {
        return answer(Guest.Kind.JOURNALIST, secret, request, Remark.NONE);
    }

    @PostMapping("/expert/{secret}")
    ResponseEntity<String> openExpert(@PathVariable("secret") String secret, HttpServletRequest request) {
        return open(Guest.Kind.EXPERT, secret, request);
    }

    @PostMapping("/embargo/{secret}")
    ResponseEntity<String> openJournalist(@PathVariable("secret") String secret, HttpServletRequest request) {
        return open(Guest.Kind.JOURNALIST, secret, request);
    }

    @GetMapping("/expert/{secret}/pictures/{picture}/{file}")
    ResponseEntity<byte[]> expertPicture(
            @PathVariable("secret") String secret,
            @PathVariable("picture") String picture,
            @PathVariable("file") String file,
            HttpServletRequest request) {
        return picture(Guest.Kind.EXPERT, secret, picture, file, request);
    }

    @GetMapping("/embargo/{secret}/pictures/{picture}/{file}")
    ResponseEntity<byte[]> journalistPicture(
            @PathVariable("secret") String secret,
            @PathVariable("picture") String picture,
            @PathVariable("file") String file,
            HttpServletRequest request) {
        return picture(Guest.Kind.JOURNALIST, secret, picture, file, request);
    }

    @PostMapping("/expert/{secret}/comments")
    ResponseEntity<String> comment(
            @PathVariable("secret") String secret,
            @RequestParam(name = "block", defaultValue = "") String block,
            @RequestParam(name = "words", defaultValue = "") String words,
            HttpServletRequest request) {
        Optional<Guest> found = found(Guest.Kind.EXPERT, secret, request)
                .filter(guest -> guest.comments() && open(guest) && hasOpened(guest, request));
        if (found.isEmpty()) {
            // the door, or the copy of who was not asked to comment on it
            return answer(Guest.Kind.EXPERT, secret, request, new Remark("", "", "", HttpStatus.UNPROCESSABLE_CONTENT));
        }
        Guest guest = found.get();
        Release release = releases.find(guest.release()).orElseThrow();
        return comments.add(guest, release, block, words, kept(request))
                .map(error -> answer(
                        Guest.Kind.EXPERT,
                        secret,
                        request,
                        new Remark(block, words, error, HttpStatus.UNPROCESSABLE_CONTENT)))
                .orElseGet(() -> Pages.seeOther("/expert/" + secret));
    }

    /** The guest of a link; who guesses too often is not listened to any more. */
    private Optional<Guest> found(Guest.Kind kind, String secret, HttpServletRequest request) {
        if (guesses.tooMany(request.getRemoteAddr())) {
            return Optional.empty();
        }
        Optional<Guest> found = guests.bySecret(secret).filter(guest -> guest.kind() == kind);
        if (found.isEmpty()) {
            guesses.failed(request.getRemoteAddr());
        }
        return found;
    }

    private boolean waits(Guest guest) {
        return releases.stage(guest.release(), guest.language()) instanceof Stage.Scheduled(var schedule)
                && schedule.goes(guest.release(), guest.language(), guest.digest());
    }

    /** Whether the guest may see the text now: a journalist as long as these words are signed off, and not public. */
    private boolean open(Guest guest) {
        return guest.alive(clock.instant()) && (guest.kind() == Guest.Kind.EXPERT || waits(guest));
    }

    private static boolean hasOpened(Guest guest, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && Boolean.TRUE.equals(session.getAttribute(OPENED + guest.id()));
    }

    private String kept(HttpServletRequest request) {
        return staff.kept(request.getRemoteAddr());
    }

    private static String path(Guest guest, String secret) {
        return (guest.kind() == Guest.Kind.EXPERT ? "/expert/" : "/embargo/") + secret;
    }

    /** Accepts the terms, and opens the door for this browser. */
    private ResponseEntity<String> open(Guest.Kind kind, String secret, HttpServletRequest request) {
        Optional<Guest> found = found(kind, secret, request).filter(this::open);
        if (found.isEmpty()) {
            return answer(kind, secret, request, Remark.NONE);
        }
        Guest guest = found.get();
        Release release = releases.find(guest.release()).orElseThrow();
        rights.together(() -> {
            if (guests.accept(guest, terms(guest, release), kept(request), clock.instant())) {
                rights.guest(guest.doer(), kept(request), "accept-terms", release, guest.language(), guest.digest());
            }
            return guest;
        });
        request.getSession(true).setAttribute(OPENED + guest.id(), true);
        return Pages.seeOther(path(guest, secret));
    }

    private String terms(Guest guest, Release release) {
        Words words = Words.of("desk", tongue(guest));
        return guest.kind() == Guest.Kind.EXPERT
                ? words.say("guest.expert-terms")
                : releases.embargoTerms()
                        .of(release.office().code(), tongue(guest))
                        .orElseGet(() -> words.say("guest.press-terms"));
    }

    private static Language tongue(Guest guest) {
        return Pages.LANGUAGES.contains(guest.tongue()) ? guest.tongue() : Pages.LANGUAGES.getFirst();
    }

    private ResponseEntity<String> answer(Guest.Kind kind, String secret, HttpServletRequest request, Remark remark) {
        if (guesses.tooMany(request.getRemoteAddr())) {
            return dead(Pages.readerOf(request), "guest.too-many", "", request, HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<Guest> found = found(kind, secret, request);
        if (found.isEmpty()) {
            return dead(Pages.readerOf(request), "guest.dead", "", request, HttpStatus.NOT_FOUND);
        }
        Guest guest = found.get();
        Language tongue = tongue(guest);
        if (!open(guest)) {
            return closed(guest, tongue, request);
        }
        Release release = releases.find(guest.release()).orElseThrow();
        String when = releases.stage(guest.release(), guest.language()) instanceof Stage.Scheduled(var schedule)
                ? GuestLetters.time(schedule.due(), release, tongue)
                : "";
        return hasOpened(guest, request)
                ? copy(guest, release, secret, when, remark, request)
                : page(
                        "guest/door",
                        tongue,
                        request,
                        Map.of(
                                "door",
                                new Door(
                                        path(guest, secret),
                                        guest.name(),
                                        release.office().name(tongue),
                                        terms(guest, release),
                                        kind == Guest.Kind.JOURNALIST ? when : "",
                                        kind == Guest.Kind.JOURNALIST)),
                        HttpStatus.OK);
    }

    /** The link led to the text once. */
    private ResponseEntity<String> closed(Guest guest, Language tongue, HttpServletRequest request) {
        if (guest.kind() == Guest.Kind.JOURNALIST
                && guest.end().filter(end -> end.how() != Guest.How.LIFTED).isEmpty()) {
            Release release = releases.find(guest.release()).orElseThrow();
            Stage stage = releases.stage(guest.release(), guest.language());
            if (stage instanceof Stage.InPress) {
                return dead(tongue, "guest.in-press", "", request, HttpStatus.OK);
            }
            if (stage instanceof Stage.Public || stage instanceof Stage.Withdrawn) {
                return dead(tongue, "guest.public", addresses.of(release, guest.language()), request, HttpStatus.OK);
            }
        }
        return dead(tongue, "guest.closed", "", request, HttpStatus.GONE);
    }

    private ResponseEntity<String> copy(
            Guest guest, Release release, String secret, String when, Remark remark, HttpServletRequest request) {
        Language tongue = tongue(guest);
        note(guest, release, request);
        Copy copy = new Copy(
                path(guest, secret),
                guest.name(),
                release.office().name(tongue),
                guest.language(),
                guest.kind() == Guest.Kind.JOURNALIST ? when : "",
                Names.when(clock.instant(), release.office().zone(), tongue),
                copies.marked(guest, release, path(guest, secret) + "/pictures/"),
                guest.comments(),
                comments.blocks(guest, remark.block()),
                guest.comments() ? comments.said(guest) : List.of(),
                remark.words(),
                remark.error().isEmpty() ? "" : Words.of("desk", tongue).say(remark.error()));
        return page("guest/copy", tongue, request, Map.of("copy", copy), remark.status());
    }

    /**
     * Notes an opening. The page that comes back with a comment that was refused is none, unless it is the first that this
     * browser is shown.
     */
    private void note(Guest guest, Release release, HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        boolean shown = Boolean.TRUE.equals(session.getAttribute(SHOWN + guest.id()));
        if (shown && !request.getMethod().equals(HttpMethod.GET.name())) {
            return;
        }
        rights.together(() -> {
            guests.opened(guest, kept(request), clock.instant());
            rights.guest(
                    guest.doer(),
                    kept(request),
                    "open-" + guest.kind().word() + "-copy",
                    release,
                    guest.language(),
                    guest.digest());
            return guest;
        });
        session.setAttribute(SHOWN + guest.id(), true);
    }

    private ResponseEntity<byte[]> picture(
            Guest.Kind kind, String secret, String picture, String file, HttpServletRequest request) {
        Optional<Studio.Look> look = Arrays.stream(Studio.Look.values())
                .filter(each -> each.file().equals(file))
                .findFirst();
        Optional<Guest> found = found(kind, secret, request)
                .filter(guest -> open(guest) && hasOpened(guest, request))
                .filter(guest -> copies.wording(guest).pictures().contains(picture));
        return found.flatMap(_ -> look.flatMap(each -> studio.look(picture, each)))
                .map(bytes -> headers(ResponseEntity.ok())
                        .contentType(MediaType.IMAGE_JPEG)
                        .body(bytes))
                .orElseGet(() ->
                        headers(ResponseEntity.status(HttpStatus.NOT_FOUND)).build());
    }

    private ResponseEntity<String> dead(
            Language tongue, String key, String link, HttpServletRequest request, HttpStatus status) {
        return page("guest/closed", tongue, request, Map.of("key", key, "link", link), status);
    }

    private ResponseEntity<String> page(
            String name,
            Language tongue,
            HttpServletRequest request,
            Map<String, Object> parameters,
            HttpStatus status) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Map<String, Object> all = new java.util.HashMap<>(parameters);
        all.put("around", new Around(tongue, token == null ? "" : token.getToken()));
        return headers(ResponseEntity.status(status))
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(templates.page(name, all));
    }

    /** Nobody keeps it, finds it or learns of it from where its reader goes next. */
    private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow, noarchive");
    }
}
