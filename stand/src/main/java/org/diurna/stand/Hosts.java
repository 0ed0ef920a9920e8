package org.diurna.stand;

import java.util.regex.Pattern;

/** What a host name on a shelf looks like. */
final class Hosts {
    static final int LENGTH_MAX = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\\[[0-9a-f:.]+]");

    private Hosts() {}

    static String checked(String host) {
        if (host.length() > LENGTH_MAX || !NAME.matcher(host).matches() || host.contains("..")) {
            throw new IllegalArgumentException("a host is a name in lower case without port, not “" + host + "”");
        }
        return host;
    }
}
