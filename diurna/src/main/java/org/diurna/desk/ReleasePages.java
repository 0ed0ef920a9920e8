package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.Language;
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
    private final Releases releases;
    private final Publish publish;
    private final Correct correct;
    private final Withdraw withdraw;
    private final Views views;
    private final Preview preview;
    private final Pages pages;

    public ReleasePages(
            Releases releases,
            Publish publish,
            Correct correct,
            Withdraw withdraw,
            Views views,
            Preview preview,
            Pages pages) {
        this.releases = releases;
        this.publish = publish;
        this.correct = correct;
        this.withdraw = withdraw;
        this.views = views;
        this.preview = preview;
        this.pages = pages;
    }

    @GetMapping("/releases/{id}/{language}")
    ResponseEntity<String> draft(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return page(id, language, request, List.of(), HttpStatus.OK);
    }

    @GetMapping("/releases/{id}/{language}/preview")
    ResponseEntity<byte[]> preview(
            @PathVariable("id") String id, @PathVariable("language") String language, HttpServletRequest request) {
        return found(id, language)
                .map(draft -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(preview.page(releases.find(draft.release()).orElseThrow(), draft)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/releases/{id}/{language}/publication")
    ResponseEntity<String> publish(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("seen") int seen,
            HttpServletRequest request) {
        Optional<Draft> draft = found(id, language);
        if (draft.isEmpty()) {
            return pages.notFound(request);
        }
        return switch (publish.run(
                Pages.person(request), draft.get().release(), draft.get().language(), seen)) {
            case Publish.Outcome.Published _ -> Pages.seeOther("/releases/" + id + "/" + language);
            case Publish.Outcome.NotReady(var objections) -> objected(id, language, request, objections);
            case Publish.Outcome.Overtaken _ -> overtaken(id, language, request);
            case Publish.Outcome.NotFound _ -> pages.notFound(request);
        };
    }

    @PostMapping("/releases/{id}/{language}/correction")
    ResponseEntity<String> correct(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("seen") int seen,
            @RequestParam("reason") Correct.Reason reason,
            @RequestParam("note") String note,
            HttpServletRequest request) {
        Optional<Draft> draft = found(id, language);
        if (draft.isEmpty()) {
            return pages.notFound(request);
        }
        return switch (correct.run(
                Pages.person(request), draft.get().release(), draft.get().language(), seen, reason, note)) {
            case Correct.Outcome.Corrected _ -> Pages.seeOther("/releases/" + id + "/" + language);
            case Correct.Outcome.NotReady(var objections) -> objected(id, language, request, objections);
            case Correct.Outcome.Overtaken _ -> overtaken(id, language, request);
            case Correct.Outcome.NotFound _ -> pages.notFound(request);
        };
    }

    @PostMapping("/releases/{id}/{language}/withdrawal")
    ResponseEntity<String> withdraw(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @RequestParam("text") WithdrawnText text,
            @RequestParam("reason") String reason,
            HttpServletRequest request) {
        Optional<Draft> draft = found(id, language);
        if (draft.isEmpty()) {
            return pages.notFound(request);
        }
        return switch (withdraw.run(
                Pages.person(request), draft.get().release(), draft.get().language(), text, reason)) {
            case Withdraw.Outcome.Withdrawn _ -> Pages.seeOther("/releases/" + id + "/" + language);
            case Withdraw.Outcome.NotReady(var objections) -> objected(id, language, request, objections);
            case Withdraw.Outcome.NotFound _ -> pages.notFound(request);
        };
    }

    private ResponseEntity<String> objected(
            String id, String language, HttpServletRequest request, List<Objection> objections) {
        Language reader = Pages.language(request);
        List<String> sentences =
                objections.stream().map(objection -> objection.in(reader)).toList();
        return page(id, language, request, sentences, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ResponseEntity<String> overtaken(String id, String language, HttpServletRequest request) {
        String sentence = pages.frame(request).say("desk.overtaken");
        return page(id, language, request, List.of(sentence), HttpStatus.CONFLICT);
    }

    private ResponseEntity<String> page(
            String id, String language, HttpServletRequest request, List<String> errors, HttpStatus status) {
        return found(id, language)
                .map(draft -> pages.page(
                        request,
                        "draft",
                        Map.of(
                                "view",
                                views.draft(
                                        releases.find(draft.release()).orElseThrow(),
                                        draft,
                                        Pages.language(request),
                                        errors,
                                        Pages.person(request),
                                        pages.frame(request).token())),
                        status))
                .orElseGet(() -> pages.notFound(request));
    }

    private Optional<Draft> found(String id, String language) {
        try {
            return releases.draft(new ReleaseId(id), Language.of(language));
        } catch (IllegalArgumentException e) {
            // an address that cannot name a release names none
            return Optional.empty();
        }
    }
}
