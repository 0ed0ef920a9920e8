package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diurna.house.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The programs that speak to the desk, as administrators make them and take their tokens back. */
@RestController
final class IntegrationPages {
    private final Staff staff;
    private final StaffPages.Looks looks;
    private final ProofPages proof;

    IntegrationPages(Staff staff, StaffPages.Looks looks, ProofPages proof) {
        this.staff = staff;
        this.looks = looks;
        this.proof = proof;
    }

    @GetMapping("/integrations")
    ResponseEntity<String> list(HttpServletRequest request) {
        return list(request, List.of(), "", HttpStatus.OK);
    }

    private ResponseEntity<String> list(
            HttpServletRequest request, List<String> errors, String name, HttpStatus status) {
        if (!Permissions.mayAnywhere(SignedIn.doer(request).person(), Act.SEE_STAFF)) {
            return looks.notFound(request);
        }
        Language reader = looks.language(request);
        Instant now = staff.clock.instant();
        List<StaffViews.Integration> lines = staff.integrations().all().stream()
                .map(each -> line(each, now, reader))
                .toList();
        return looks.page(
                request,
                "staff/integrations",
                Map.of(
                        "lines",
                        lines,
                        "duties",
                        StaffPages.duties(List.of(), looks, reader),
                        "days",
                        Integrations.DAYS_USUAL,
                        "most",
                        Integrations.DAYS_MAX,
                        "name",
                        name,
                        "errors",
                        errors),
                status);
    }

    private StaffViews.Integration line(Integrations.Known known, Instant now, Language reader) {
        String state = known.revoked().isPresent() ? "revoked" : known.valid(now) ? "valid" : "lapsed";
        return new StaffViews.Integration(
                known.id(),
                known.name(),
                StaffPages.summary(known.grants(), looks, reader),
                state,
                looks.when(known.made(), reader),
                looks.when(known.expires(), reader),
                known.used().map(at -> looks.when(at, reader)).orElse(""));
    }

    @PostMapping("/integrations")
    ResponseEntity<String> make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> duty,
            @RequestParam(defaultValue = "") String offices,
            @RequestParam(defaultValue = "") String types,
            @RequestParam(defaultValue = "") String languages,
            @RequestParam(defaultValue = "" + Integrations.DAYS_USUAL) int days,
            HttpServletRequest request) {
        List<Grant> grants = Integrations.grants(duty, offices, types, languages);
        return answer(
                request,
                staff.integrations().make(SignedIn.doer(request), new Integrations.Wish(name.strip(), grants, days)),
                name);
    }

    @PostMapping("/integrations/{integration}/revocation")
    ResponseEntity<String> revoke(@PathVariable("integration") String id, HttpServletRequest request) {
        return answer(request, staff.integrations().revoke(SignedIn.doer(request), id), "");
    }

    private ResponseEntity<String> answer(HttpServletRequest request, Administration.Outcome outcome, String name) {
        return switch (outcome) {
            case Administration.Outcome.Done _ -> SignInPages.seeOther("/integrations");
            case Administration.Outcome.LinkMade(var token) ->
                looks.page(request, "staff/token", Map.of("token", token, "name", name), HttpStatus.OK);
            case Administration.Outcome.NotReady(var objection) ->
                list(request, List.of(objection), name, HttpStatus.UNPROCESSABLE_CONTENT);
            case Administration.Outcome.NotAllowed _ -> StaffPages.refused(request, looks);
            case Administration.Outcome.ProveFirst _ -> proof.ask(request);
            case Administration.Outcome.NotFound _ -> looks.notFound(request);
        };
    }
}
