package org.diurna.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.diurna.counter.Counter;
import org.diurna.counter.Licence;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.ProofPages;
import org.diurna.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the counter holds about a person: found by mail address, given out, forgotten. The address travels in forms and never
 * in an address of a page, where logs would keep it.
 */
@RestController
final class PersonPages {
    private final Counter counter;
    private final ForgetPerson forget;
    private final Rights rights;
    private final ProofPages proof;
    private final Pages pages;

    PersonPages(Counter counter, ForgetPerson forget, Rights rights, ProofPages proof, Pages pages) {
        this.counter = counter;
        this.forget = forget;
        this.rights = rights;
        this.proof = proof;
        this.pages = pages;
    }

    private static boolean may(Doer by) {
        return Permissions.offices(by, Act.FORGET_PEOPLE)
                .map(codes -> !codes.isEmpty())
                .orElse(true);
    }

    @GetMapping("/persons")
    ResponseEntity<String> form(HttpServletRequest request) {
        return may(SignedIn.doer(request)) ? page(request, "", List.of(), "", HttpStatus.OK) : pages.notFound(request);
    }

    @PostMapping("/persons")
    ResponseEntity<String> search(
            @RequestParam(name = "mail", defaultValue = "") String mail, HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        if (!may(by)) {
            return pages.notFound(request);
        }
        List<Licence> held = forget.held(by, mail);
        if (!held.isEmpty()) {
            rights.kept(by, "see-person", "", "", "", held.size() + " requests");
        }
        String said = held.isEmpty() ? pages.frame(request).say("person.nothing") : "";
        return page(request, mail, held, said, HttpStatus.OK);
    }

    @PostMapping("/persons/export")
    ResponseEntity<byte[]> export(
            @RequestParam(name = "mail", defaultValue = "") String mail,
            @RequestParam(name = "form", defaultValue = "json") String form,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        List<Licence> held = may(by) ? forget.held(by, mail) : List.of();
        if (held.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        rights.kept(by, "export-person", "", "", "", held.size() + " requests");
        PersonExport export = new PersonExport(counter, held);
        boolean text = form.equals("text");
        return ResponseEntity.ok()
                .contentType(text ? new MediaType("text", "plain", StandardCharsets.UTF_8) : MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"person." + (text ? "txt" : "json") + "\"")
                .header("Cache-Control", "no-store")
                .body(text ? export.text().getBytes(StandardCharsets.UTF_8) : export.json());
    }

    @PostMapping("/persons/erasure")
    ResponseEntity<String> erase(
            @RequestParam(name = "mail", defaultValue = "") String mail,
            @RequestParam(name = "sure", defaultValue = "") String sure,
            HttpServletRequest request) {
        Doer by = SignedIn.doer(request);
        Frame frame = pages.frame(request);
        if (!may(by)) {
            return pages.notFound(request);
        }
        if (sure.isEmpty()) {
            return page(
                    request,
                    mail,
                    forget.held(by, mail),
                    frame.say("person.not-sure"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (forget.run(by, mail)) {
            case ForgetPerson.Outcome.Forgotten(var numbers) ->
                page(
                        request,
                        "",
                        List.of(),
                        frame.say(
                                "person.forgotten",
                                Map.of("count", numbers.size(), "numbers", String.join(", ", numbers))),
                        HttpStatus.OK);
            case ForgetPerson.Outcome.NothingHeld _ ->
                page(request, mail, List.of(), frame.say("person.nothing"), HttpStatus.OK);
            case ForgetPerson.Outcome.NotAllowed _ -> pages.refused(request);
            case ForgetPerson.Outcome.ProveFirst _ -> proof.ask(request);
        };
    }

    /** Whoever forgets people need not be one who answers requests. */
    private String path(Doer by, Licence licence) {
        return rights.ask(by, Act.ANSWER_REQUESTS, licence.office()) == Permissions.Answer.YES
                ? "/requests/" + licence.id()
                : "";
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, String mail, List<Licence> held, String said, HttpStatus status) {
        Frame frame = pages.frame(request);
        Language reader = Pages.readerOf(request);
        Doer by = SignedIn.doer(request);
        List<RequestPages.Line> lines = held.stream()
                .map(licence -> new RequestPages.Line(
                        path(by, licence),
                        licence.state().word(),
                        frame.say("request." + licence.state().word()),
                        licence.headline(),
                        licence.language(),
                        licence.requester().name() + " · " + licence.id(),
                        Names.shortly(licence.changed(), java.time.ZoneOffset.UTC, reader)))
                .toList();
        return pages.page(
                request,
                "persons",
                Map.of(
                        "mail",
                        mail,
                        "lines",
                        lines,
                        "said",
                        said,
                        "what",
                        frame.say("person.what", Map.of("days", counter.keepDays())),
                        "will",
                        frame.say("person.will", Map.of("count", held.size()))),
                status);
    }
}
