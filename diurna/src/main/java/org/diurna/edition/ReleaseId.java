package org.diurna.edition;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The permanent, opaque name of a release: 10 characters of Crockford's base 32 in upper case, made by chance, so that
 * it tells nobody how many releases there are or when this one was begun.
 */
public record ReleaseId(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");

    public ReleaseId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" is no release id: it has 10 letters and digits.");
        }
    }

    /** A new id; 50 bits, so the database checks that it is new. */
    public static ReleaseId random(RandomGenerator random) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ReleaseId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
