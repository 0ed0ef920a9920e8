package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the desk remembers of a browser between two requests: little words in its session, which lies in the database. */
final class Browsers {
    /** A browser that is silent for longer has to sign in again. */
    private static final Duration IDLE = Duration.ofHours(12);

    /** Between the password and the code, and between seeing a secret and typing its first code. */
    private static final Duration HALFWAY = Duration.ofMinutes(10);

    private static final String SITTING = "diurna.sitting";
    private static final String HALF = "diurna.half";
    private static final String SECRET = "diurna.secret";

    private final Staff staff;

    Browsers(Staff staff) {
        this.staff = staff;
    }

    Origin origin(HttpServletRequest request) {
        return staff.origin(
                Optional.ofNullable(request.getRemoteAddr()).orElse(""),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }

    /** Begins a sitting in a session that is new, so that nobody can have prepared it. */
    void begin(HttpServletRequest request, Person person, String means) {
        begin(request, person, means, staff.clock.instant());
    }

    /** The same for somebody who has shown it elsewhere, at an earlier instant. */
    void begin(HttpServletRequest request, Person person, String means, Instant proved) {
        forget(request);
        String sitting = staff.signIns.begin(person, means, origin(request), proved);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) IDLE.toSeconds());
        session.setAttribute(SITTING, sitting);
    }

    /** Who sits there, looked up once for a request. */
    Optional<SignedIn> signedIn(HttpServletRequest request) {
        Optional<SignedIn> known = SignedIn.of(request);
        if (known.isPresent()) {
            return known;
        }
        Optional<SignedIn> found = word(request, SITTING).flatMap(staff::signedIn);
        found.ifPresent(signedIn -> request.setAttribute(SignedIn.ATTRIBUTE, signedIn));
        return found;
    }

    /** A passkey or a code was shown again: this request and those of the next minutes count as fresh. */
    void proved(HttpServletRequest request, SignedIn signedIn, String means) {
        staff.signIns.proved(signedIn, means);
        request.setAttribute(SignedIn.ATTRIBUTE, signedIn.provedAt(staff.clock.instant()));
    }

    void end(HttpServletRequest request) {
        SignedIn.of(request).ifPresent(staff.signIns::end);
        forget(request);
    }

    private static void forget(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
    }

    /** The password was right; the code is still to come. */
    void half(HttpServletRequest request, Person person) {
        request.getSession(true).setAttribute(HALF, timed(person.id()));
    }

    Optional<Person> half(HttpServletRequest request) {
        return untimed(request, HALF).flatMap(staff.people()::find);
    }

    void secret(HttpServletRequest request, String secret) {
        request.getSession(true).setAttribute(SECRET, timed(staff.seal.seal(secret, SECRET)));
    }

    Optional<String> secret(HttpServletRequest request) {
        return untimed(request, SECRET).map(kept -> staff.seal.open(kept, SECRET));
    }

    private String timed(String word) {
        return staff.clock.instant().toEpochMilli() + " " + word;
    }

    private Optional<String> untimed(HttpServletRequest request, String name) {
        return word(request, name).filter(this::young).map(word -> word.substring(word.indexOf(' ') + 1));
    }

    private boolean young(String word) {
        Instant then = Instant.ofEpochMilli(Long.parseLong(word.substring(0, word.indexOf(' '))));
        return then.plus(HALFWAY).isAfter(staff.clock.instant());
    }

    private static Optional<String> word(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(name));
    }

    /** A path of this desk to go on to; the start where it is anything else. */
    static String local(String then) {
        return then.matches("/[A-Za-z0-9][^\\s\\\\]{0,400}") ? then : "/";
    }
}
