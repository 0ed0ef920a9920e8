package org.diurna.counter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.diurna.edition.ReleaseId;
import org.diurna.house.HmacSha256;

/**
 * Addresses that nobody can guess, and the tokens of forms. Neither is kept: both are computed from one secret, so that
 * who reads the database cannot open a request.
 */
final class Secrets {
    /** Nobody fills the form in faster. */
    static final Duration FASTEST = Duration.ofSeconds(3);

    /** An older form is sent again with everything that was typed. */
    static final Duration OLDEST = Duration.ofHours(24);

    private static final int ID_CHARS = 10;
    private static final int MAC_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    Secrets(byte[] key) {
        this.key = key.clone();
    }

    /** What a form's token says of the one who sends it. */
    enum Token {
        GOOD,
        TOO_SOON,
        TOO_OLD,
        /** Not made here, or for another release. */
        FORGED
    }

    /** A new number of a request. */
    String number() {
        return ReleaseId.random(random).value();
    }

    /** The part of the address that opens the request. */
    String of(String id) {
        return id + TEXT.encodeToString(mac("request", id));
    }

    /** The number of the request that this opens. */
    Optional<String> opened(String secret) {
        if (secret.length() <= ID_CHARS) {
            return Optional.empty();
        }
        String id = secret.substring(0, ID_CHARS);
        byte[] said = secret.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(said, of(id).getBytes(StandardCharsets.UTF_8))
                ? Optional.of(id)
                : Optional.empty();
    }

    /** A token for one form about a release. */
    String token(String release, Instant now) {
        byte[] head = new byte[Long.BYTES + NONCE_BYTES];
        random.nextBytes(head);
        ByteBuffer.wrap(head).putLong(now.toEpochMilli());
        String text = TEXT.encodeToString(head);
        return text + TEXT.encodeToString(mac("form", text + " " + release));
    }

    Token check(String token, String release, Instant now) {
        int headChars = TEXT.encodeToString(new byte[Long.BYTES + NONCE_BYTES]).length();
        if (token.length() <= headChars || !token.matches("[A-Za-z0-9_-]{20,80}")) {
            return Token.FORGED;
        }
        String head = token.substring(0, headChars);
        String whole = head + TEXT.encodeToString(mac("form", head + " " + release));
        if (!MessageDigest.isEqual(whole.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
            return Token.FORGED;
        }
        Instant made = Instant.ofEpochMilli(
                ByteBuffer.wrap(Base64.getUrlDecoder().decode(head)).getLong());
        if (now.isBefore(made.plus(FASTEST))) {
            return Token.TOO_SOON;
        }
        return now.isAfter(made.plus(OLDEST)) ? Token.TOO_OLD : Token.GOOD;
    }

    /** What makes two requests the same; tells nothing of what they say. */
    String digest(String everything) {
        return TEXT.encodeToString(mac("same", everything));
    }

    private byte[] mac(String purpose, String text) {
        byte[] message = (purpose + " " + text).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(HmacSha256.keyed(key).doFinal(message), MAC_BYTES);
    }
}
