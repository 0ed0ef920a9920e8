package org.diurna.press;

import java.util.List;
import java.util.Map;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseType;
import org.diurna.house.Language;

/**
 * What is the same on every sheet of an installation.
 *
 * @param organisation its name, by language
 * @param authority    a domain that the organisation held on {@code since}; names its feeds' entries for ever (RFC 4151)
 * @param since        the day, {@code yyyy-mm-dd}
 * @param scheme       {@code https}, or {@code http} for a demo
 * @param port         of the public origin, as in addresses; 443 and 80 are not written
 * @param offices      all offices that the public may see, the ministry first
 * @param types        the organisation's own list of types
 * @param ledger       origin of the ledger: its address without scheme
 * @param policy       text of the policy file with the log's verifier keys; empty while there is no ledger
 */
public record Site(
        Map<Language, String> organisation,
        String authority,
        String since,
        String scheme,
        int port,
        List<Office> offices,
        List<ReleaseType> types,
        String ledger,
        String policy) {
    public Site {
        organisation = Map.copyOf(organisation);
        offices = List.copyOf(offices);
        types = List.copyOf(types);
    }

    /** Scheme, host and port: {@code https://press.mfa.example}. */
    public String origin(String host) {
        boolean usual = scheme.equals("https") ? port == 443 : port == 80;
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }

    /** The address of a path on an office's own host. */
    public String address(Office office, String path) {
        return origin(office.host()) + path;
    }
}
