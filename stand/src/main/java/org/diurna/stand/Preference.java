package org.diurna.stand;

/** Which codings a reader takes (RFC 9110 section 12.5.3), parsed from Accept-Encoding. */
final class Preference {
    private static final int PERMILLE = 1000;
    private static final int UNNAMED = -1;

    private int identity = UNNAMED;
    private int gzip = UNNAMED;
    private int br = UNNAMED;
    private int others = UNNAMED;

    private Preference() {}

    static Preference parse(String header) {
        var preference = new Preference();
        for (var part : header.split(",", -1)) {
            preference.add(part);
        }
        return preference;
    }

    private void add(String part) {
        int semicolon = part.indexOf(';');
        var name = (semicolon < 0 ? part : part.substring(0, semicolon)).strip().toLowerCase(java.util.Locale.ROOT);
        int quality =
                semicolon < 0 ? PERMILLE : quality(part.substring(semicolon + 1).strip());
        switch (name) {
            case "identity" -> identity = quality;
            case "gzip", "x-gzip" -> gzip = quality;
            case "br" -> br = quality;
            case "*" -> others = quality;
            default -> {
                // a coding that nothing on the shelf has
            }
        }
    }

    private static int quality(String parameter) {
        if (!parameter.regionMatches(true, 0, "q=", 0, 2)) {
            return PERMILLE;
        }
        try {
            double q = Double.parseDouble(parameter.substring(2).strip());
            return q >= 0 && q <= 1 ? (int) (q * PERMILLE) : 0;
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private int quality(Coding coding) {
        int named = switch (coding) {
            case IDENTITY -> identity;
            case GZIP -> gzip;
            case BR -> br;
        };
        if (named != UNNAMED) {
            return named;
        }
        if (others != UNNAMED) {
            return others;
        }
        return coding == Coding.IDENTITY ? 1 : 0;
    }

    /**
     * The best of these codings, the smallest of equally good ones. When the reader refuses all of them it gets the
     * identity: an answer that it may be able to read is better than none (RFC 9110 section 12.5.3 allows that).
     */
    Coding choose(int available) {
        var best = Coding.IDENTITY;
        int bestQuality = quality(Coding.IDENTITY);
        if ((available & Coding.GZIP.bit()) != 0 && quality(Coding.GZIP) >= Math.max(1, bestQuality)) {
            best = Coding.GZIP;
            bestQuality = quality(Coding.GZIP);
        }
        if ((available & Coding.BR.bit()) != 0 && quality(Coding.BR) >= Math.max(1, bestQuality)) {
            best = Coding.BR;
        }
        return best;
    }
}
