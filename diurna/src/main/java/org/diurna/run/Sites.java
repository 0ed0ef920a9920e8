package org.diurna.run;

import java.time.LocalDate;
import java.util.Map;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseTypes;
import org.diurna.house.Language;
import org.diurna.press.Press;
import org.diurna.press.Site;
import org.jspecify.annotations.Nullable;

/** The facts of the site, as the offices are now. */
public final class Sites {
    private final Offices offices;
    private final ReleaseTypes types;
    private final Facts facts;
    private volatile @Nullable Ready last;

    /**
     * What does not change while the program runs.
     *
     * @param port   of public addresses
     * @param origin of the ledger: host, perhaps a port, and a path without a slash at its end
     * @param policy text of the policy file
     */
    public record Facts(
            Map<Language, String> organisation,
            String authority,
            LocalDate since,
            String scheme,
            int port,
            String origin,
            String policy) {}

    public Sites(Offices offices, ReleaseTypes types, Facts facts) {
        this.offices = offices;
        this.types = types;
        this.facts = facts;
    }

    public Site site() {
        return new Site(
                facts.organisation(),
                facts.authority(),
                facts.since().toString(),
                facts.scheme(),
                facts.port(),
                offices.all(),
                types.all(),
                facts.origin(),
                facts.policy());
    }

    /** The press with these facts: the same one as long as they stay the same, because what it has drawn it keeps. */
    public Press press() {
        Site now = site();
        Ready ready = last;
        if (ready == null || !ready.site().equals(now)) {
            ready = new Ready(now, new Press(now));
            last = ready;
        }
        return ready.press();
    }

    private record Ready(Site site, Press press) {}

    /** Text of the policy file: the ledger's keys and address. */
    String policy() {
        return facts.policy();
    }

    /** Host name of the ledger's public files. */
    String ledgerHost() {
        return facts.origin().replaceFirst("[:/].*", "");
    }

    /** Path below which they lie, with a slash at both ends. */
    String ledgerPrefix() {
        int slash = facts.origin().indexOf('/');
        return slash < 0 ? "/" : facts.origin().substring(slash) + "/";
    }
}
