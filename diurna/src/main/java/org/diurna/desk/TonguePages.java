package org.diurna.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The language that the desk speaks to one person, kept in a cookie of the desk's host. */
@RestController
final class TonguePages {
    static final String COOKIE = "desk-language";

    private static final Duration KEPT = Duration.ofDays(365);

    @PostMapping("/language")
    ResponseEntity<String> choose(
            @RequestParam("tag") String tag,
            @RequestParam(name = "back", defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Pages.LANGUAGES.stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .ifPresent(language -> {
                    Cookie cookie = new Cookie(COOKIE, language.tag());
                    cookie.setPath("/");
                    cookie.setHttpOnly(true);
                    cookie.setSecure(request.isSecure());
                    cookie.setMaxAge((int) KEPT.toSeconds());
                    cookie.setAttribute("SameSite", "Lax");
                    response.addCookie(cookie);
                });
        // only a path of this desk, never another host
        boolean own = back.matches("/(?![/\\\\])[\\w/~?=&%.-]*") || back.equals("/");
        return Pages.seeOther(own ? back : "/");
    }
}
