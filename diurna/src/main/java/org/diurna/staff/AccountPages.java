package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.diurna.house.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Somebody's own account: name, language, ways of signing in, sittings. */
@RestController
final class AccountPages {
    private final Staff staff;
    private final Browsers browsers;
    private final StaffPages.Looks looks;
    private final ProofPages proof;

    AccountPages(Staff staff, Browsers browsers, StaffPages.Looks looks, ProofPages proof) {
        this.staff = staff;
        this.browsers = browsers;
        this.looks = looks;
        this.proof = proof;
    }

    @GetMapping({"/account", "/account/set-up"})
    ResponseEntity<String> account(HttpServletRequest request) {
        return account(request, List.of(), HttpStatus.OK);
    }

    private ResponseEntity<String> account(HttpServletRequest request, List<String> errors, HttpStatus status) {
        SignedIn signedIn = SignedIn.of(request).orElseThrow();
        Person person = signedIn.person();
        Means.Of means = staff.means.of(person.id());
        Language reader = looks.language(request);
        StaffViews.Account view = new StaffViews.Account(
                person.name(),
                person.mail(),
                looks.languages(person.language()),
                signedIn.readiness() == SignedIn.Readiness.SET_UP,
                means.password(),
                means.codes(),
                means.paper(),
                staff.means.passkeys(person.id()).stream()
                        .map(key -> new StaffViews.Passkey(key.id(), key.label(), looks.when(key.created(), reader)))
                        .toList(),
                sittings(person.id(), signedIn.sitting(), reader));
        return looks.page(request, "staff/account", Map.of("view", view, "errors", errors), status);
    }

    private List<StaffViews.Sitting> sittings(String person, String own, Language reader) {
        return staff.sittings.of(person).stream()
                .map(each -> StaffPages.view(each, own, looks, reader))
                .toList();
    }

    @PostMapping("/account/details")
    ResponseEntity<String> details(
            @RequestParam("name") String name, @RequestParam("language") String language, HttpServletRequest request) {
        if (!Person.isName(name)) {
            return account(request, List.of("staff.name-missing"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        staff.people().describe(SignedIn.doer(request).id(), name, looks.chosen(language));
        return SignInPages.seeOther("/account");
    }

    @PostMapping("/account/password")
    ResponseEntity<String> password(@RequestParam("password") String password, HttpServletRequest request) {
        return surely(request, () -> {
            Person person = SignedIn.doer(request).person();
            Optional<String> objection = Passwords.objection(password, person);
            if (objection.isPresent()) {
                return account(request, List.of(objection.get()), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            staff.passwords.put(person.id(), password);
            return changed(request, "set-password");
        });
    }

    /** Shows a new secret, as text and as an address that authenticators read. It counts once a code of it is typed. */
    @PostMapping("/account/codes/secret")
    ResponseEntity<String> secret(HttpServletRequest request) {
        return surely(request, () -> {
            browsers.secret(request, Totp.newSecret());
            return secret(request, "", HttpStatus.OK);
        });
    }

    private ResponseEntity<String> secret(HttpServletRequest request, String error, HttpStatus status) {
        Optional<String> secret = browsers.secret(request);
        if (secret.isEmpty()) {
            return account(request, List.of("staff.code-late"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String mail = URLEncoder.encode(SignedIn.doer(request).person().mail(), StandardCharsets.UTF_8);
        String uri = "otpauth://totp/Diurna:" + mail + "?secret=" + secret.get() + "&issuer=Diurna&digits="
                + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS;
        String spaced = secret.get().replaceAll("(.{4})(?=.)", "$1 ");
        return looks.page(request, "staff/secret", Map.of("secret", spaced, "uri", uri, "error", error), status);
    }

    @PostMapping("/account/codes")
    ResponseEntity<String> codes(@RequestParam("code") String code, HttpServletRequest request) {
        Optional<String> secret = browsers.secret(request);
        Person person = SignedIn.doer(request).person();
        if (secret.isEmpty() || !staff.codes.confirm(person.id(), secret.get(), code)) {
            return secret(request, "staff.code-wrong", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        note(request, "set-codes");
        return paper(request, person);
    }

    @PostMapping("/account/codes/paper")
    ResponseEntity<String> paper(HttpServletRequest request) {
        return surely(request, () -> {
            note(request, "new-paper-codes");
            return paper(request, SignedIn.doer(request).person());
        });
    }

    private ResponseEntity<String> paper(HttpServletRequest request, Person person) {
        return looks.page(request, "staff/paper", Map.of("codes", staff.codes.newPaper(person.id())), HttpStatus.OK);
    }

    @PostMapping("/account/passkeys/{id}/removal")
    ResponseEntity<String> removePasskey(@PathVariable("id") String id, HttpServletRequest request) {
        return surely(request, () -> {
            String person = SignedIn.doer(request).id();
            Means.Of means = staff.means.of(person);
            if (means.passkeys() == 1 && !(means.password() && means.codes()) && !means.provider()) {
                return account(request, List.of("staff.last-passkey"), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return staff.means.removePasskey(person, id) ? changed(request, "remove-passkey") : looks.notFound(request);
        });
    }

    @PostMapping("/account/sessions/{id}/end")
    ResponseEntity<String> end(@PathVariable("id") String id, HttpServletRequest request) {
        staff.sittings.of(SignedIn.doer(request).id()).stream()
                .filter(sitting -> StaffPages.shown(sitting.id()).equals(id))
                .forEach(sitting -> staff.sittings.end(sitting.person(), sitting.id()));
        return changed(request, "end-session");
    }

    /** Everywhere, this browser too: whoever does this does not trust one of them. */
    @PostMapping("/account/sessions/end")
    ResponseEntity<String> endAll(HttpServletRequest request) {
        note(request, "end-sessions");
        staff.sittings.endAll(SignedIn.doer(request).id());
        browsers.end(request);
        return SignInPages.seeOther("/sign-in");
    }

    /** Asks for a proof that a script needs, and comes back. */
    @GetMapping("/account/proof")
    ResponseEntity<String> prove(HttpServletRequest request) {
        return surely(request, () -> SignInPages.seeOther("/account"));
    }

    @PostMapping("/account/proof")
    ResponseEntity<String> proved(HttpServletRequest request) {
        return surely(request, () -> SignInPages.seeOther("/account"));
    }

    /** Asks for a proof first, but from somebody who sets up the first means and has none to prove with. */
    private ResponseEntity<String> surely(HttpServletRequest request, Supplier<ResponseEntity<String>> deed) {
        SignedIn signedIn = SignedIn.of(request).orElseThrow();
        boolean sure = signedIn.readiness() == SignedIn.Readiness.SET_UP
                || staff.permissions().fresh(SignedIn.doer(request));
        return sure ? deed.get() : proof.ask(request);
    }

    private ResponseEntity<String> changed(HttpServletRequest request, String act) {
        note(request, act);
        return SignInPages.seeOther("/account");
    }

    private void note(HttpServletRequest request, String act) {
        Doer by = SignedIn.doer(request);
        staff.trail().note(by, Trail.Note.of(act, by.id(), ""));
    }
}
