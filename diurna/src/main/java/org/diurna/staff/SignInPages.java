package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Language;
import org.diurna.house.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out: password and code, the demo's link; passkeys and the provider have their own classes. */
@RestController
final class SignInPages {
    private final Staff staff;
    private final Browsers browsers;
    private final StaffPages.Looks looks;

    SignInPages(Staff staff, Browsers browsers, StaffPages.Looks looks) {
        this.staff = staff;
        this.browsers = browsers;
        this.looks = looks;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> form(@RequestParam(defaultValue = "/") String then, HttpServletRequest request) {
        return form(request, then, "", "", HttpStatus.OK);
    }

    private ResponseEntity<String> form(
            HttpServletRequest request, String then, String mail, String error, HttpStatus status) {
        String provider =
                staff.settings.provider().map(Settings.Provider::label).orElse("");
        return looks.page(
                request,
                "staff/sign-in",
                Map.of("then", Browsers.local(then), "mail", mail, "error", error, "provider", provider),
                status);
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> password(
            @RequestParam("mail") String mail,
            @RequestParam("password") String password,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request) {
        return switch (staff.signIns.password(mail, password, browsers.origin(request))) {
            case SignIns.Outcome.Wrong _ ->
                form(request, then, mail, "staff.sign-in-wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIns.Outcome.TooMany _ -> form(request, then, mail, "staff.too-many", HttpStatus.TOO_MANY_REQUESTS);
            case SignIns.Outcome.Right(var person) -> {
                browsers.half(request, person);
                yield code(request, then, "", HttpStatus.OK);
            }
        };
    }

    private ResponseEntity<String> code(HttpServletRequest request, String then, String error, HttpStatus status) {
        return looks.page(request, "staff/code", Map.of("then", Browsers.local(then), "error", error), status);
    }

    @PostMapping("/sign-in/code")
    ResponseEntity<String> code(
            @RequestParam("code") String code,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request) {
        Optional<Person> half = browsers.half(request);
        if (half.isEmpty()) {
            return form(request, then, "", "staff.sign-in-late", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (staff.signIns.code(half.get(), code, browsers.origin(request))) {
            case SignIns.Outcome.Wrong _ -> code(request, then, "staff.code-wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIns.Outcome.TooMany _ -> code(request, then, "staff.too-many", HttpStatus.TOO_MANY_REQUESTS);
            case SignIns.Outcome.Right(var person) -> {
                browsers.begin(request, person, "password and code");
                yield seeOther(Browsers.local(then));
            }
        };
    }

    /** Opening the link is enough: a demo holds nothing that is worth a forged request. */
    @GetMapping("/sign-in/demo/{token}")
    ResponseEntity<String> demo(@PathVariable("token") String token, HttpServletRequest request) {
        Optional<Person> person = staff.demo(token);
        if (person.isEmpty()) {
            return looks.notFound(request);
        }
        browsers.begin(request, person.get(), "demo");
        return seeOther("/");
    }

    /** Whom the provider does not know, or whose groups mean no duty here; also when the provider cannot be reached. */
    @GetMapping("/sign-in/unknown")
    ResponseEntity<String> unknown(HttpServletRequest request) {
        return form(request, "/", "", "staff.provider-refused", HttpStatus.FORBIDDEN);
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(HttpServletRequest request) {
        browsers.end(request);
        return seeOther("/sign-in");
    }

    /** What a link is for, and a button: programs that look at links must not use them up. */
    @GetMapping("/welcome/{token}")
    ResponseEntity<String> welcome(@PathVariable("token") String token, HttpServletRequest request) {
        return staff.welcome
                .look(token)
                .map(link -> welcome(
                        request, token, link, link.wish().name(), link.wish().mail(), List.of(), HttpStatus.OK))
                .orElseGet(() -> dead(request));
    }

    private ResponseEntity<String> welcome(
            HttpServletRequest request,
            String token,
            Links.Waiting link,
            String name,
            String mail,
            List<String> errors,
            HttpStatus status) {
        Language shown = errors.isEmpty() && link.wish().kind() == Links.Kind.INVITATION
                ? link.wish().language()
                : looks.language(request);
        return looks.page(
                request,
                "staff/welcome",
                Map.of(
                        "action",
                        "/welcome/" + token,
                        "kind",
                        link.wish().kind().word(),
                        "name",
                        name,
                        "mail",
                        mail,
                        "languages",
                        looks.languages(shown),
                        "errors",
                        errors),
                status);
    }

    @PostMapping("/welcome/{token}")
    ResponseEntity<String> join(
            @PathVariable("token") String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "en") String language,
            HttpServletRequest request) {
        Language chosen = looks.chosen(language);
        return switch (staff.welcome.run(token, name, mail, chosen, browsers.origin(request))) {
            case Welcome.Outcome.Dead _ -> dead(request);
            case Welcome.Outcome.NotReady(var objections) ->
                welcome(
                        request,
                        token,
                        staff.welcome.look(token).orElseThrow(),
                        name,
                        mail,
                        objections,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Welcome.Outcome.Welcomed(var person) -> {
                browsers.begin(request, person, "link");
                yield seeOther("/account/set-up");
            }
        };
    }

    private ResponseEntity<String> dead(HttpServletRequest request) {
        return looks.page(request, "staff/dead", Map.of(), HttpStatus.GONE);
    }

    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
