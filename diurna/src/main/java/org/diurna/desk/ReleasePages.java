package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A draft in its writing room, its preview, and the decisions about it. */
@RestController
final class ReleasePages {
    private final Decisions decide;
    private final Views views;
    private final Preview preview;
    private final Pages pages;
    private final Gates gates;

    ReleasePages(Decisions decide, Views views, Preview preview, Pages pages, Gates gates) {
        this.decide = decide;
        this.views = views;
        this.preview = preview;
        this.pages = pages;
        this.gates = gates;
    }

    @GetMapping("/releases/{id}/{language}")
    ResponseEntity<String> draft(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return page(id, language, request, List.of(), HttpStatus.OK);
    }

    @GetMapping("/releases/{id}/{language}/preview")
    ResponseEntity<?> preview(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        Optional<Entrance.Found> found = found(id, language, request);
        if (found.isEmpty()) {
            return pages.notFound(request);
        }
        Release release = found.get().release();
        gates.rights()
                .opened(SignedIn.doer(request), release, found.get().draft().language(), "preview");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(preview.page(release, found.get().draft()));
    }

    /** How far the last press run has come, for the script of the page. */
    @GetMapping("/releases/{id}/{language}/press")
    ResponseEntity<String> press(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return found(id, language, request)
                .flatMap(found -> views.press(found.release(), found.draft().language(), Pages.readerOf(request)))
                .map(press -> DraftApi.json(
                        HttpStatus.OK,
                        Answers.JSON
                                .createObjectNode()
                                .put("text", press.text())
                                .put("state", press.state().name())))
                .orElseGet(DraftApi::missing);
    }

    @PostMapping("/releases/{id}/{language}/publication")
    ResponseEntity<String> publish(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("seen") int seen,
            @RequestParam(name = "numbering", defaultValue = "AS_IT_IS") Publish.Numbering numbering,
            HttpServletRequest request) {
        return found(id, language, request)
                .map(found -> switch (decide.publish()
                        .run(
                                SignedIn.doer(request),
                                found.release().id(),
                                found.draft().language(),
                                seen,
                                numbering)) {
                    case Publish.Outcome.Published _ -> done(id, language);
                    case Refusal refusal -> refused(refusal, id, language, request);
                })
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/releases/{id}/{language}/correction")
    ResponseEntity<String> correct(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("seen") int seen,
            @RequestParam("reason") Correct.Reason reason,
            @RequestParam("note") String note,
            HttpServletRequest request) {
        return found(id, language, request)
                .map(found -> switch (decide.correct()
                        .run(
                                SignedIn.doer(request),
                                found.release().id(),
                                found.draft().language(),
                                seen,
                                reason,
                                note)) {
                    case Correct.Outcome.Corrected _ -> done(id, language);
                    case Refusal refusal -> refused(refusal, id, language, request);
                })
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/releases/{id}/{language}/withdrawal")
    ResponseEntity<String> withdraw(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("text") WithdrawnText text,
            @RequestParam("reason") String reason,
            HttpServletRequest request) {
        return found(id, language, request)
                .map(found -> switch (decide.withdraw()
                        .run(
                                SignedIn.doer(request),
                                found.release().id(),
                                found.draft().language(),
                                text,
                                reason)) {
                    case Withdraw.Outcome.Withdrawn _ -> done(id, language);
                    case Refusal refusal -> refused(refusal, id, language, request);
                })
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/releases/{id}/{language}/review")
    ResponseEntity<String> submit(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("seen") int seen,
            @RequestParam(name = "words", defaultValue = "") String words,
            HttpServletRequest request) {
        return reviewed(
                id,
                language,
                request,
                found -> decide.submit()
                        .run(
                                SignedIn.doer(request),
                                found.release().id(),
                                found.draft().language(),
                                seen,
                                words));
    }

    @PostMapping("/releases/{id}/{language}/approval")
    ResponseEntity<String> approve(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("seen") int seen,
            HttpServletRequest request) {
        return reviewed(
                id,
                language,
                request,
                found -> decide.approve()
                        .run(
                                SignedIn.doer(request),
                                found.release().id(),
                                found.draft().language(),
                                seen));
    }

    @PostMapping("/releases/{id}/{language}/return")
    ResponseEntity<String> giveBack(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("seen") int seen,
            @RequestParam(name = "words", defaultValue = "") String words,
            HttpServletRequest request) {
        return reviewed(
                id,
                language,
                request,
                found -> decide.giveBack()
                        .run(
                                SignedIn.doer(request),
                                found.release().id(),
                                found.draft().language(),
                                seen,
                                words));
    }

    @PostMapping("/releases/{id}/{language}/emergency/approval")
    ResponseEntity<String> approveAfterwards(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return reviewed(
                id,
                language,
                request,
                found -> decide.approve()
                        .afterwards(
                                SignedIn.doer(request),
                                found.release().id(),
                                found.draft().language()));
    }

    private ResponseEntity<String> reviewed(
            String id, String language, HttpServletRequest request, Function<Entrance.Found, Reviewed> decision) {
        return found(id, language, request)
                .map(found -> switch (decision.apply(found)) {
                    case Reviewed.Done _ -> done(id, language);
                    case Refusal refusal -> refused(refusal, id, language, request);
                })
                .orElseGet(() -> pages.notFound(request));
    }

    @PostMapping("/releases/{id}/{language}/emergency")
    ResponseEntity<String> emergency(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("seen") int seen,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request) {
        return found(id, language, request)
                .map(found -> switch (decide.publish()
                        .emergency(
                                SignedIn.doer(request),
                                found.release().id(),
                                found.draft().language(),
                                seen,
                                reason)) {
                    case Publish.Outcome.Published _ -> done(id, language);
                    case Refusal refusal -> refused(refusal, id, language, request);
                })
                .orElseGet(() -> pages.notFound(request));
    }

    private static ResponseEntity<String> done(String id, String language) {
        return Pages.seeOther("/releases/" + id + "/" + language);
    }

    /** How every decision that was not taken is answered. */
    private ResponseEntity<String> refused(Refusal refusal, String id, String language, HttpServletRequest request) {
        return switch (refusal) {
            case Refusal.NotReady(var objections) -> objected(id, language, request, objections);
            case Refusal.Overtaken _ -> overtaken(id, language, request);
            case Refusal.NotFound _ -> pages.notFound(request);
            case Refusal.NotAllowed _ -> pages.refused(request);
            case Refusal.ProveFirst _ -> gates.proof().ask(request);
        };
    }

    private ResponseEntity<String> objected(
            String id, String language, HttpServletRequest request, List<Objection> objections) {
        Language reader = Pages.readerOf(request);
        List<String> sentences = Objection.all(objections, reader);
        return page(id, language, request, sentences, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ResponseEntity<String> overtaken(String id, String language, HttpServletRequest request) {
        String sentence = pages.frame(request).say("desk.overtaken");
        return page(id, language, request, List.of(sentence), HttpStatus.CONFLICT);
    }

    private ResponseEntity<String> page(
            String id, String language, HttpServletRequest request, List<String> errors, HttpStatus status) {
        Optional<Entrance.Found> found = found(id, language, request);
        if (found.isEmpty()) {
            return pages.notFound(request);
        }
        Release release = found.get().release();
        Draft draft = found.get().draft();
        Doer by = SignedIn.doer(request);
        gates.rights().opened(by, release, draft.language(), "draft");
        Set<Act> allowed = EnumSet.allOf(Act.class);
        allowed.removeIf(act -> gates.rights().ask(by, act, release, draft.language()) == Permissions.Answer.NO);
        return pages.page(
                request,
                "draft",
                Map.of(
                        "view",
                        views.draft(
                                release,
                                draft,
                                errors,
                                allowed,
                                new Views.Reader(
                                        Pages.readerOf(request),
                                        Pages.called(request),
                                        pages.frame(request).token()))),
                status);
    }

    private Optional<Entrance.Found> found(String id, String language, HttpServletRequest request) {
        return gates.entrance().find(SignedIn.doer(request), id, language);
    }
}
