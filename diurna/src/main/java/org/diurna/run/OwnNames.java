package org.diurna.run;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.diurna.edition.Office;
import org.diurna.house.Settings;
import org.diurna.ledger.OfficialNames;

/**
 * What an installation knows of its own names, in one place: for the list in the ledger and for every other file that
 * says the same.
 */
public final class OwnNames {
    private OwnNames() {}

    /** The hosts of all offices and of the ledger, the domains of their contacts' mail, the accounts of the settings. */
    public static OfficialNames of(List<Office> offices, Settings settings) {
        SortedSet<String> hosts = new TreeSet<>();
        SortedSet<String> domains = new TreeSet<>();
        hosts.add(settings.ledgerHost());
        for (Office office : offices) {
            hosts.addAll(office.hosts());
            office.contacts().forEach(contact -> add(contact.mail(), domains));
        }
        settings.mail().ifPresent(mail -> add(mail.from(), domains));
        return new OfficialNames(hosts, domains, new TreeSet<>(settings.trust().accounts()));
    }

    private static void add(String mail, SortedSet<String> domains) {
        int at = mail.lastIndexOf('@');
        if (at > 0) {
            domains.add(mail.substring(at + 1).toLowerCase(java.util.Locale.ROOT));
        }
    }
}
