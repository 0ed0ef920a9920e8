package org.diurna.guest;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Words of links that nobody guesses, and the digests that are kept in their place. */
final class Secrets {
    private static final int LINK_BYTES = 24;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 192 bits for an address. */
    static String link() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(LINK_BYTES));
    }

    static String key() {
        return HexFormat.of().formatHex(random(KEY_BYTES));
    }

    static String id() {
        return HexFormat.of().formatHex(random(ID_BYTES));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
