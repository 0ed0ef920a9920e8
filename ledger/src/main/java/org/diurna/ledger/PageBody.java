package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.diurna.ledger.LedgerException.Malformed;

/** The part of a public page that is the edition's own words; everything around it may change. */
final class PageBody {
    private static final byte[] BEGIN = "<!--edition-->".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "<!--/edition-->".getBytes(StandardCharsets.US_ASCII);

    private PageBody() {}

    /**
     * The bytes between the two marks.
     *
     * @throws Malformed unless each mark stands exactly once: with two pairs a reader and this program could look at
     *     different ones
     */
    static byte[] of(byte[] page) {
        int begin = indexOf(page, BEGIN, 0);
        int end = indexOf(page, END, 0);
        if (begin < 0 || end < begin) {
            throw new Malformed("The page has no part that is marked as the words of an edition.");
        }
        if (indexOf(page, BEGIN, begin + 1) >= 0 || indexOf(page, END, end + 1) >= 0) {
            throw new Malformed("The page has more than one part that is marked as the words of an edition.");
        }
        return Arrays.copyOfRange(page, begin + BEGIN.length, end);
    }

    /** Where two texts part, or the length of the shorter one. */
    static int difference(byte[] one, byte[] other) {
        int at = Arrays.mismatch(one, other);
        return at < 0 ? one.length : at;
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int at = from; at <= bytes.length - wanted.length; at++) {
            if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
