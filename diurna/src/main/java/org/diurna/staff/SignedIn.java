package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who has signed in, as known while one request is answered.
 *
 * @param sitting   id of the sitting; ending it ends what its browser may do
 * @param proved    when a passkey or one-time code was shown last
 * @param address   from where, as the trail keeps it
 * @param readiness whether the person has set up a way of signing in again
 */
public record SignedIn(Person person, String sitting, Instant proved, String address, Readiness readiness)
        implements Principal {
    static final String ATTRIBUTE = "diurna.signed-in";

    /** A person who came by a link has to set up a passkey, or a password with codes, before anything else. */
    public enum Readiness {
        SET_UP,
        READY
    }

    /** The person's id. */
    @Override
    public String getName() {
        return person.id();
    }

    SignedIn provedAt(Instant now) {
        return new SignedIn(person, sitting, now, address, readiness);
    }

    /** Who asks; empty for a request of somebody who has not signed in. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(ATTRIBUTE));
    }

    /**
     * Who decides with this request.
     *
     * @throws IllegalStateException when nobody has signed in, which the security chain prevents
     */
    public static Doer.Member doer(HttpServletRequest request) {
        SignedIn signedIn = of(request)
                .orElseThrow(() -> new IllegalStateException("Nobody has signed in; the chain let this pass."));
        return new Doer.Member(signedIn.person(), signedIn.proved(), signedIn.address());
    }
}
