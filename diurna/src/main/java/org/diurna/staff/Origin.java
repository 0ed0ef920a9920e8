package org.diurna.staff;

import java.util.Arrays;
import java.util.List;

/**
 * Where a request came from.
 *
 * @param address the whole address, for counting attempts; it is not kept
 * @param kept    the address as the trail keeps it
 * @param agent   what the browser calls itself
 */
record Origin(String address, String kept, String agent) {

    /** How much of an address is kept. */
    enum Keeping {
        FULL,
        /** The network: three of four numbers (IPv4), the first 48 bits (IPv6). */
        SHORT,
        NONE
    }

    static Origin of(String address, String agent, Keeping keeping) {
        return new Origin(address, shortened(address, keeping), agent);
    }

    static String shortened(String address, Keeping keeping) {
        return switch (keeping) {
            case FULL -> address;
            case NONE -> "";
            case SHORT -> address.indexOf(':') < 0 ? address.replaceAll("\\.[0-9]+$", ".0") : network(address);
        };
    }

    private static String network(String address) {
        if (address.equals("::1") || address.equals("0:0:0:0:0:0:0:1")) {
            return "::1";
        }
        List<String> groups = Arrays.asList(address.split(":", -1));
        return String.join(":", groups.subList(0, Math.min(3, groups.size()))) + "::";
    }
}
