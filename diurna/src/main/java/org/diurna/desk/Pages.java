package org.diurna.desk;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.TimeZone;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.SignedIn;
import org.diurna.staff.StaffPages;
import org.diurna.staff.StaffViews;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/** Answers of the desk: a template with its frame, in the language of the reader. */
final class Pages implements StaffPages.Looks {
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

    @Override
    public ResponseEntity<String> page(
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
    @Override
    public ResponseEntity<String> notFound(HttpServletRequest request) {
        return message(request, "desk.not-found", "desk.not-found-how", HttpStatus.NOT_FOUND);
    }

    /** What somebody is told who may see it and may not do this to it. */
    ResponseEntity<String> refused(HttpServletRequest request) {
        return message(request, "staff.not-allowed", "staff.not-allowed-how", HttpStatus.FORBIDDEN);
    }

    /** The answer about a language version for whom the door is open; else that it is not there, or not for the reader. */
    ResponseEntity<String> through(
            Gates gates,
            Gates.Door door,
            String id,
            String language,
            HttpServletRequest request,
            Function<Entrance.Found, ResponseEntity<String>> answer) {
        Doer by = SignedIn.doer(request);
        Optional<Entrance.Found> found = gates.entrance().find(by, id, language);
        if (found.isEmpty()) {
            return notFound(request);
        }
        Release release = found.get().release();
        Draft draft = found.get().draft();
        gates.rights().opened(by, release, draft.language(), door.opened());
        return gates.rights().ask(by, door.act(), release, draft.language()) == Permissions.Answer.NO
                ? refused(request)
                : answer.apply(found.get());
    }

    Frame frame(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                readerOf(request), token == null ? "" : token.getToken(), address(request), SignedIn.of(request));
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

    @Override
    public Language language(HttpServletRequest request) {
        return readerOf(request);
    }

    @Override
    public List<StaffViews.Choice> languages(Language chosen) {
        return LANGUAGES.stream()
                .map(each -> new StaffViews.Choice(
                        each.tag(),
                        LocaleDisplayNames.getInstance(each.locale()).localeDisplayName(each.locale()),
                        each.equals(chosen)))
                .toList();
    }

    @Override
    public Language chosen(String tag) {
        return LANGUAGES.stream()
                .filter(each -> each.tag().equals(tag))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    @Override
    public String when(Instant instant, Language reader) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMEEEdHHmmssz", reader.locale());
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(Date.from(instant));
    }

    @Override
    public String say(Language reader, String key, Map<String, Object> arguments) {
        return Words.of("staff", reader).say(key, arguments);
    }

    /**
     * The language that this browser was told, or else the one that the reader chose; of a stranger the first that the
     * browser asks for and the desk speaks.
     */
    static Language readerOf(HttpServletRequest request) {
        return told(request)
                .or(() -> SignedIn.of(request)
                        .map(reader -> reader.person().language())
                        .filter(LANGUAGES::contains))
                .orElseGet(() -> wanted(request));
    }

    private static Optional<Language> told(HttpServletRequest request) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(TonguePages.COOKIE))
                .flatMap(cookie ->
                        LANGUAGES.stream().filter(spoken -> spoken.tag().equals(cookie.getValue())))
                .findFirst();
    }

    /** How who has signed in is called, for others to read. */
    static String called(HttpServletRequest request) {
        return SignedIn.doer(request).person().name();
    }

    /** The first language that the browser or program asks for and the desk speaks. */
    static Language wanted(HttpServletRequest request) {
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
