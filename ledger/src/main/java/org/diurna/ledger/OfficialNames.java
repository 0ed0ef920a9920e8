package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.diurna.ledger.LedgerException.Malformed;

/**
 * Which host names, mail domains and accounts elsewhere are an organisation's own: what a {@link Leaf.Hosts} is the
 * digest of. A text of lines, each a kind and a value, sorted by both; {@code parse(x).text()} is {@code x}.
 *
 * @param hosts    names in lower case, A-labels for international ones
 * @param domains  of mail
 * @param accounts whole https addresses
 */
public record OfficialNames(SortedSet<String> hosts, SortedSet<String> domains, SortedSet<String> accounts) {
    /** Of each kind. */
    public static final int NAMES_MAX = 10_000;

    private static final String HEAD = "diurna-hosts/v1";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("https://[!-~]{1,400}");

    /**
     * @throws Malformed when a name has not the form of its kind, or there are too many
     */
    public OfficialNames {
        hosts = checked("host", hosts, NAME);
        domains = checked("mail", domains, NAME);
        accounts = checked("account", accounts, ADDRESS);
    }

    private static SortedSet<String> checked(String kind, SortedSet<String> names, Pattern form) {
        if (names.size() > NAMES_MAX) {
            throw new Malformed("There are more than " + NAMES_MAX + " names of the kind " + kind + ".");
        }
        names.stream().filter(name -> !form.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new Malformed(Strict.shown(name) + " is no value for a line \"" + kind + "\".");
        });
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** The file that is served, and whose digest is logged. */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        accounts.forEach(name -> text.append("account ").append(name).append('\n'));
        hosts.forEach(name -> text.append("host ").append(name).append('\n'));
        domains.forEach(name -> text.append("mail ").append(name).append('\n'));
        return text.toString();
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** What is logged. */
    public Hash digest() {
        return Hash.sha256(bytes());
    }

    /**
     * Reads such a file.
     *
     * @throws Malformed for anything that {@link #bytes} would not give
     */
    public static OfficialNames parse(byte[] bytes) {
        String text = Strict.utf8(bytes, "list of official names");
        SortedSet<String> hosts = new TreeSet<>();
        SortedSet<String> domains = new TreeSet<>();
        SortedSet<String> accounts = new TreeSet<>();
        for (String line : Strict.lines(text, "list of official names")) {
            if (line.startsWith("host ")) {
                hosts.add(line.substring("host ".length()));
            } else if (line.startsWith("mail ")) {
                domains.add(line.substring("mail ".length()));
            } else if (line.startsWith("account ")) {
                accounts.add(line.substring("account ".length()));
            } else if (!line.equals(HEAD)) {
                throw new Malformed("A list of official names has no line " + Strict.shown(line) + ".");
            }
        }
        OfficialNames names = new OfficialNames(hosts, domains, accounts);
        if (!names.text().equals(text)) {
            throw new Malformed("The list of official names is not in its canonical spelling.");
        }
        return names;
    }
}
