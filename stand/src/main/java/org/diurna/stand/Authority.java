package org.diurna.stand;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The host of a request (RFC 9110 section 7.2), as it stands in Host, :authority or an absolute target. */
final class Authority {
    private static final int PORT_DIGITS_MAX = 5;

    private Authority() {}

    /** The host name in lower case, without port and without the dot at its end; null if this is no authority. */
    static @Nullable String host(String authority) {
        int end = authority.length();
        int colon = authority.lastIndexOf(':');
        if (colon >= 0 && colon > authority.lastIndexOf(']')) {
            if (end - colon - 1 > PORT_DIGITS_MAX
                    || !authority.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9')) {
                return null;
            }
            end = colon;
        }
        if (end > 0 && authority.charAt(end - 1) == '.') {
            end--;
        }
        if (end == 0 || end > Hosts.LENGTH_MAX) {
            return null;
        }
        for (int i = 0; i < end; i++) {
            char c = authority.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean inAddress = authority.charAt(0) == '[' && (c == ':' || c == '[' || (c == ']' && i == end - 1));
            if (!plain && c != '-' && c != '.' && c != '_' && !inAddress) {
                return null;
            }
        }
        return authority.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
