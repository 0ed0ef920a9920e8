package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.house.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks a person for a passkey or a one-time code before an act that bites. The page sends again what was sent, with the
 * code beside it, so that nothing that was typed is lost.
 */
public final class ProofPages implements HandlerInterceptor {
    private static final String CODE = "proof-code";
    private static final Set<String> NOT_SENT_ON = Set.of("_csrf", CODE);

    private final Staff staff;
    private final Browsers browsers;
    private final StaffPages.Looks looks;

    ProofPages(Staff staff, Browsers browsers, StaffPages.Looks looks) {
        this.staff = staff;
        this.browsers = browsers;
        this.looks = looks;
    }

    /** The answer to a request whose decision said "prove first". */
    public ResponseEntity<String> ask(HttpServletRequest request) {
        return ask(request, "", HttpStatus.FORBIDDEN);
    }

    private ResponseEntity<String> ask(HttpServletRequest request, String error, HttpStatus status) {
        Means.Of means = staff.means.of(SignedIn.doer(request).id());
        List<StaffViews.Sent> sent = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_SENT_ON.contains(name)) {
                for (String value : values) {
                    sent.add(new StaffViews.Sent(name, value));
                }
            }
        });
        String provider =
                staff.settings.provider().map(Settings.Provider::label).orElse("");
        return looks.page(
                request,
                "staff/proof",
                Map.of(
                        "action",
                        request.getRequestURI(),
                        "sent",
                        sent,
                        "passkeys",
                        means.passkeys() > 0,
                        "codes",
                        means.codes(),
                        "provider",
                        means.provider() ? provider : "",
                        "error",
                        error),
                status);
    }

    /** Takes the code that such a page sends along, before the decision is asked again. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String code = request.getParameter(CODE);
        Optional<SignedIn> signedIn = SignedIn.of(request);
        if (code == null
                || code.isBlank()
                || signedIn.isEmpty()
                || !request.getMethod().equals("POST")) {
            return true;
        }
        switch (staff.signIns.code(signedIn.get().person(), code, browsers.origin(request))) {
            case SignIns.Outcome.Right _ -> {
                browsers.proved(request, signedIn.get(), "one-time code");
                return true;
            }
            case SignIns.Outcome.Wrong _ ->
                write(response, ask(request, "staff.code-wrong", HttpStatus.UNPROCESSABLE_CONTENT));
            case SignIns.Outcome.TooMany _ ->
                write(response, ask(request, "staff.too-many", HttpStatus.TOO_MANY_REQUESTS));
        }
        return false;
    }

    private static void write(HttpServletResponse response, ResponseEntity<String> page) throws IOException {
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream()
                .write(Optional.ofNullable(page.getBody()).orElse("").getBytes(StandardCharsets.UTF_8));
    }
}
