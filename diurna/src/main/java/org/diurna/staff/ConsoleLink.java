package org.diurna.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The link that a start prints at its console: whoever can read the console may sign in with it, once. */
public final class ConsoleLink {
    private static final int TOKEN_BYTES = 24;

    private final String token;
    private final AtomicReference<byte @Nullable []> digest;

    public ConsoleLink() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        digest = new AtomicReference<>(digest(token));
    }

    /** Path of the link at the desk. */
    public String path() {
        return "/sign-in/" + token;
    }

    /** Whether this is the token; it is never again. */
    boolean use(String offered) {
        byte[] expected = digest.get();
        return expected != null
                && MessageDigest.isEqual(expected, digest(offered))
                && digest.compareAndSet(expected, null);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
