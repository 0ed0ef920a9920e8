package org.diurna.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diurna.house.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/** Answers of the desk: a template with its frame, in the language of the reader. */
final class Pages {
    /** Languages that the desk speaks, in the order of preference for a reader who asks for none of them. */
    public static final List<Language> LANGUAGES = List.of(Language.of("en"), Language.of("fr"), Language.of("ar"));

    /** The desk's own script may run on its pages and speak to the desk; nothing else may. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
                    + " font-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    private final Templates templates;

    public Pages(Templates templates) {
        this.templates = templates;
    }

    ResponseEntity<String> page(HttpServletRequest request, String name, Map<String, Object> parameters) {
        return page(request, name, parameters, HttpStatus.OK);
    }

    ResponseEntity<String> page(
            HttpServletRequest request, String name, Map<String, Object> parameters, HttpStatus status) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("frame", frame(request));
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .body(templates.page(name, all));
    }

    /** A page that says something in words and nothing else. */
    public ResponseEntity<String> message(HttpServletRequest request, String title, String text, HttpStatus status) {
        Frame frame = frame(request);
        return page(request, "message", Map.of("title", frame.say(title), "text", frame.say(text)), status);
    }

    /** The one answer for what is not there and for what the reader may not see. */
    ResponseEntity<String> notFound(HttpServletRequest request) {
        return message(request, "desk.not-found", "desk.not-found-how", HttpStatus.NOT_FOUND);
    }

    Frame frame(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                language(request),
                token == null ? "" : token.getToken(),
                address(request),
                request.getUserPrincipal() == null ? Frame.Person.NOBODY : Frame.Person.SIGNED_IN);
    }

    /** Path and query of the page, so that a choice of language leads back to it; forms that were sent have none. */
    private static String address(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/error")) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** Who has signed in. */
    static String person(HttpServletRequest request) {
        return request.getUserPrincipal() == null
                ? ""
                : request.getUserPrincipal().getName();
    }

    /** The language that the reader chose, or else the first that the browser asks for and the desk speaks. */
    static Language language(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                for (Language spoken : LANGUAGES) {
                    if (cookie.getName().equals(TonguePages.COOKIE)
                            && spoken.tag().equals(cookie.getValue())) {
                        return spoken;
                    }
                }
            }
        }
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return LANGUAGES.getFirst();
        }
        for (Locale wanted : java.util.Collections.list(request.getLocales())) {
            for (Language spoken : LANGUAGES) {
                if (spoken.tag().equals(wanted.getLanguage())) {
                    return spoken;
                }
            }
        }
        return LANGUAGES.getFirst();
    }
}
