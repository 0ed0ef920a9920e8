package org.diurna.ledger;

import java.util.Locale;
import java.util.regex.Pattern;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * What stands on paper so that a person can type it: the first 60 bits of the leaf hash in Crockford's base 32, a hyphen
 * and the index, for example {@code 7Q3K9D2M4XYZ-298}. The index finds the entry, the 60 bits tell whether it is the
 * right one; they guard against a slip of the pen and a forger's guess, not in place of a proof.
 *
 * @param digits 12 characters in upper case
 * @param index of the entry
 */
public record ShortCode(String digits, long index) {
    private static final int DIGITS = 12;
    private static final int BITS = 5;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");
    private static final int TYPED_MAX = 60;

    /**
     * Checks its parts.
     *
     * @throws Malformed when the characters are not of the alphabet or not twelve
     */
    public ShortCode {
        if (!FORM.matcher(digits).matches() || index < 0) {
            throw new Malformed(
                    Strict.shown(digits) + " is no code: it has 12 letters and digits, a hyphen, a number.");
        }
    }

    static ShortCode of(Hash leafHash, long index) {
        byte[] bytes = leafHash.view();
        StringBuilder digits = new StringBuilder();
        for (int digit = 0; digit < DIGITS; digit++) {
            int value = 0;
            for (int bit = digit * BITS; bit < (digit + 1) * BITS; bit++) {
                value = value << 1 | (bytes[bit / 8] >> (7 - bit % 8) & 1);
            }
            digits.append(ALPHABET.charAt(value));
        }
        return new ShortCode(digits.toString(), index);
    }

    /**
     * Reads what a person typed: either case, spaces, more hyphens, O for 0, I and L for 1.
     *
     * @throws Malformed when it cannot be a code
     */
    public static ShortCode parse(String typed) {
        if (typed.length() > TYPED_MAX) {
            throw new Malformed(Strict.shown(typed) + " is too long for a code.");
        }
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u2010-\\u2015\\u2212-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() <= DIGITS) {
            throw new Malformed(Strict.shown(typed) + " is no code: it has 12 letters and digits, a hyphen, a number.");
        }
        return new ShortCode(
                plain.substring(0, DIGITS), Strict.decimal(plain.substring(DIGITS), "number at the end of the code"));
    }

    /** True when the entry with that leaf hash may be the one meant. */
    public boolean matches(Hash leafHash) {
        return of(leafHash, index).equals(this);
    }

    @Override
    public String toString() {
        return digits + "-" + index;
    }
}
