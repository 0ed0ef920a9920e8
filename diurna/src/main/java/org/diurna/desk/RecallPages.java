package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Plates;
import org.diurna.house.Language;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Taking a picture back from the public: what will happen, in numbers, before it is asked for. */
@RestController
final class RecallPages {
    private final RecallPicture recall;
    private final Gates gates;
    private final Pages pages;

    RecallPages(RecallPicture recall, Gates gates, Pages pages) {
        this.recall = recall;
        this.gates = gates;
        this.pages = pages;
    }

    @GetMapping("/pictures/{picture}/recall")
    ResponseEntity<String> form(@PathVariable("picture") String sha256, HttpServletRequest request) {
        return form(sha256, request, List.of(), HttpStatus.OK);
    }

    @PostMapping("/pictures/{picture}/recall")
    ResponseEntity<String> recall(
            @PathVariable("picture") String sha256,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request) {
        return switch (recall.run(SignedIn.doer(request), sha256, reason)) {
            case RecallPicture.Outcome.Recalled _ ->
                pages.message(request, "desk.recalled", "desk.recalled-how", HttpStatus.OK);
            case RecallPicture.Outcome.NotReady(var objections) ->
                form(sha256, request, objections, HttpStatus.UNPROCESSABLE_CONTENT);
            case RecallPicture.Outcome.NotFound _ -> pages.notFound(request);
            case RecallPicture.Outcome.NotAllowed _ -> pages.refused(request);
            case RecallPicture.Outcome.ProveFirst _ -> gates.proof().ask(request);
        };
    }

    private ResponseEntity<String> form(
            String sha256, HttpServletRequest request, List<Objection> objections, HttpStatus status) {
        List<Plates.Use> uses = recall.uses(SignedIn.doer(request), sha256);
        if (uses.isEmpty()) {
            return pages.notFound(request);
        }
        Language reader = Pages.readerOf(request);
        long editions = uses.stream().filter(use -> use.edition().isPresent()).count();
        return pages.page(
                request,
                "recall",
                Map.of(
                        "action", "/pictures/" + sha256 + "/recall",
                        "what", pages.frame(request).say("desk.recall-what", Map.of("editions", editions)),
                        "releases",
                                uses.stream()
                                        .map(use -> "/releases/" + use.release() + "/" + use.language())
                                        .distinct()
                                        .toList(),
                        "errors",
                                objections.stream()
                                        .map(objection -> objection.in(reader))
                                        .toList()),
                status);
    }
}
