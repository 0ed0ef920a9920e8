package org.diurna.staff;

import java.security.SecureRandom;
import java.util.Base64;
import org.diurna.house.Sha256;

/** Random words that nobody guesses, and the digests that are kept in their place. */
final class Secrets {
    private static final int TOKEN_BYTES = 24;
    private static final int ID_LENGTH = 12;
    private static final String ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 192 bits for an address. */
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    static byte[] bytes(int length) {
        byte[] random = new byte[length];
        RANDOM.nextBytes(random);
        return random;
    }

    /** An opaque name that begins with a letter. */
    static String id(char first) {
        return first + letters(ID_LENGTH);
    }

    /** Letters and digits that are not mistaken for each other. */
    static String letters(int length) {
        StringBuilder letters = new StringBuilder();
        RANDOM.ints(length, 0, ID_LETTERS.length()).forEach(at -> letters.append(ID_LETTERS.charAt(at)));
        return letters.toString();
    }

    /** SHA-256 in hexadecimal: enough for what is random itself. Passwords need more. */
    static String digest(String secret) {
        return Sha256.hex(secret);
    }
}
