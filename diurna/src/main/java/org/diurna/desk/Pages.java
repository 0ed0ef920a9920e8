package org.diurna.desk;

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
                request.getUserPrincipal() == null ? Frame.Person.NOBODY : Frame.Person.SIGNED_IN);
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

    /** The first language that the reader's browser asks for and the desk speaks. */
    static Language language(HttpServletRequest request) {
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
