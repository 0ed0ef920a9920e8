package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with the console's link. Opening it shows a button, since programs that look at links open them too. */
@RestController
public final class SignInPages {
    /** Who has signed in with the console's link. */
    public static final String OPERATOR = "operator";

    private final ConsoleLink link;
    private final Forms forms;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    /** The pages' looks, which another room draws. */
    public interface Forms {
        /** A page that says how to sign in; with a button where {@code action} is not empty. */
        ResponseEntity<String> signIn(HttpServletRequest request, String action);

        /** A page that says that the link is dead. */
        ResponseEntity<String> dead(HttpServletRequest request);
    }

    public SignInPages(ConsoleLink link, Forms forms) {
        this.link = link;
        this.forms = forms;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> how(HttpServletRequest request) {
        return forms.signIn(request, "");
    }

    @GetMapping("/sign-in/{token}")
    ResponseEntity<String> button(@PathVariable("token") String token, HttpServletRequest request) {
        return forms.signIn(request, "/sign-in/" + token);
    }

    @PostMapping("/sign-in/{token}")
    ResponseEntity<String> signIn(
            @PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response) {
        if (!link.use(token)) {
            return forms.dead(request);
        }
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                OPERATOR, "", List.of(new SimpleGrantedAuthority("ROLE_STAFF"))));
        sessions.saveContext(context, request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/releases"))
                .build();
    }
}
