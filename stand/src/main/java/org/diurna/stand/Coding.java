package org.diurna.stand;

import java.util.Locale;

/** A content coding (RFC 9110 section 8.4.1), from the one that every reader understands to the smallest. */
public enum Coding {
    IDENTITY(1),
    GZIP(2),
    BR(4);

    private final int bit;

    Coding(int bit) {
        this.bit = bit;
    }

    /** For sets of codings in one number. */
    int bit() {
        return bit;
    }

    /** The name in {@code Accept-Encoding}, {@code Content-Encoding} and in the journal. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
