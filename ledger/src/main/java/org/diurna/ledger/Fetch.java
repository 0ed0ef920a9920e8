package org.diurna.ledger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * Checks a release page of the public web: fetches it and what it links to, then does what {@link Verify} does. Follows
 * redirects, but never from https to http. Safe for use by many threads.
 */
public final class Fetch implements AutoCloseable {
    /** Of a page or an edition.json. */
    public static final int PAGE_MAX_BYTES = 4 * 1024 * 1024;

    /** Of a policy. */
    public static final int POLICY_MAX_BYTES = 256 * 1024;

    /** Where a host publishes which log its releases are in. */
    public static final String POLICY_PATH = "/.well-known/diurna/policy";

    /** What can go wrong on the way. */
    public enum Failure {
        /** The address is none of the web. */
        BAD_ADDRESS,
        /** The host's name is not known. */
        NO_NAME,
        /** Nobody listens there. */
        REFUSED,
        /** The certificate does not hold, or there is no secure connection. */
        BAD_CERTIFICATE,
        /** No whole answer in time. */
        TOO_SLOW,
        /** More bytes than a file of this kind may have. */
        TOO_LARGE,
        /** 404 or 410. */
        NOT_FOUND,
        /** A status that makes no sense here. */
        BAD_ANSWER,
        /** The connection ended before the answer did. */
        BROKEN_OFF
    }

    private final Web web;

    /**
     * A client of its own; close it.
     *
     * @param most how long each of the up to four requests may take
     */
    public Fetch(Duration most) {
        this.web = new Web(most);
    }

    /**
     * Checks a release page.
     *
     * @param page its address
     * @param trusted the keys that the reader has; when empty, those that the page's host publishes, which proves less
     */
    public Verdict check(URI page, Optional<Policy> trusted) {
        try {
            Web.Answer html = web.get(page, PAGE_MAX_BYTES);
            String text = new String(html.body(), StandardCharsets.UTF_8);
            Optional<URI> edition = link(html, PageLinks.find(text, "alternate", "application/json"));
            Optional<URI> proof = link(html, PageLinks.find(text, "describedby", "text/plain"));
            if (edition.isEmpty() || proof.isEmpty()) {
                return new Verdict.Unreadable(
                        Verdict.Part.PAGE,
                        html.from() + " is no release page: it names no "
                                + (edition.isEmpty() ? "edition.json" : "proof") + ".");
            }
            Evidence evidence = Evidence.of(
                    html.body(),
                    web.get(edition.get(), PAGE_MAX_BYTES).body(),
                    web.get(proof.get(), TlogProof.SIZE_MAX_BYTES).body());
            Verify verify = trusted.isPresent() ? Verify.trusting(trusted.get()) : trustingHost(html.from());
            return verify.check(evidence);
        } catch (Web.Trouble e) {
            return e.verdict();
        } catch (Malformed e) {
            return new Verdict.NotProven("the host publishes no usable key of its log: " + e.getMessage());
        }
    }

    /**
     * What a host publishes about its log; empty where it publishes nothing.
     *
     * @throws Malformed when it is no policy
     * @throws LedgerException.Unavailable when the host cannot be reached
     */
    Optional<Policy> policy(URI site) {
        try {
            Web.Answer answer = web.look(site.resolve(POLICY_PATH), POLICY_MAX_BYTES);
            return answer.status() == 200 ? Optional.of(Policy.parse(answer.body())) : Optional.empty();
        } catch (Web.Trouble e) {
            throw new LedgerException.Unavailable(e.verdict().reason(), e);
        }
    }

    private Verify trustingHost(URI page) throws Web.Trouble {
        Web.Answer policy = web.get(page.resolve(POLICY_PATH), POLICY_MAX_BYTES);
        return new Verify(Policy.parse(policy.body()).keys(), Optional.of(page.getAuthority()));
    }

    private static Optional<URI> link(Web.Answer page, Optional<String> href) {
        try {
            return href.map(page.from()::resolve);
        } catch (IllegalArgumentException e) {
            // not even an address: the same as if there were none
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
