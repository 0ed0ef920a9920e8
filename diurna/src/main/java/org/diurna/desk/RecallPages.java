package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Plates;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
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
    private final PictureUses uses;
    private final Gates gates;
    private final Pages pages;

    RecallPages(RecallPicture recall, PictureUses uses, Gates gates, Pages pages) {
        this.recall = recall;
        this.uses = uses;
        this.gates = gates;
        this.pages = pages;
    }

    @GetMapping("/pictures/{picture}/recall")
    ResponseEntity<String> form(@PathVariable("picture") String picture, HttpServletRequest request) {
        return form(picture, request, List.of(), HttpStatus.OK);
    }

    @PostMapping("/pictures/{picture}/recall")
    ResponseEntity<String> recall(
            @PathVariable("picture") String picture,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request) {
        return switch (recall.run(SignedIn.doer(request), picture, reason)) {
            case RecallPicture.Outcome.Recalled _ ->
                pages.message(request, "desk.recalled", "desk.recalled-how", HttpStatus.OK);
            case RecallPicture.Outcome.NotReady(var objections) ->
                form(picture, request, objections, HttpStatus.UNPROCESSABLE_CONTENT);
            case RecallPicture.Outcome.NotFound _ -> pages.notFound(request);
            case RecallPicture.Outcome.NotAllowed _ -> pages.refused(request);
            case RecallPicture.Outcome.ProveFirst _ -> gates.proof().ask(request);
        };
    }

    private ResponseEntity<String> form(
            String picture, HttpServletRequest request, List<Objection> objections, HttpStatus status) {
        Doer by = SignedIn.doer(request);
        List<Plates.Use> shown = recall.uses(by, picture);
        if (shown.isEmpty()) {
            return pages.notFound(request);
        }
        if (!recall.may(by, picture)) {
            return pages.refused(request);
        }
        Language reader = Pages.readerOf(request);
        long editions = shown.stream().filter(use -> use.edition().isPresent()).count();
        return pages.page(
                request,
                "recall",
                Map.of(
                        "action", "/pictures/" + picture + "/recall",
                        "what", pages.frame(request).say("desk.recall-what", Map.of("editions", editions)),
                        "uses", uses.lines(by, picture, reader),
                        "errors", Objection.all(objections, reader)),
                status);
    }
}
