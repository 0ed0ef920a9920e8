package org.diurna.run;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.diurna.house.Letter;
import org.diurna.house.Outbox;
import org.diurna.ledger.Hash;
import org.diurna.wire.LeafCalls;

/**
 * Tells duty officers of each entry of the ledger, by letter and by webhook. Who is told stands in the settings alone: a
 * session of the desk, stolen or not, can turn nothing of it off.
 */
public final class Watchers implements Watch {
    private static final int ADDRESS_DIGITS = 12;

    private final Outbox outbox;
    private final LeafCalls calls;
    private final List<String> addresses;
    private final PageOf page;

    /** Where people read a release. */
    public interface PageOf {
        String address(Entered entry);
    }

    /** @param addresses of mail, any number */
    public Watchers(Outbox outbox, LeafCalls calls, List<String> addresses, PageOf page) {
        this.outbox = outbox;
        this.calls = calls;
        this.addresses = List.copyOf(addresses);
        this.page = page;
    }

    @Override
    public void entered(Entered entry) {
        addresses.forEach(address -> outbox.put(letter(entry, address)));
        calls.put("leaf:" + entry.index(), json(entry));
    }

    @Override
    public void named(long index, String code, Instant at) {
        addresses.forEach(address -> outbox.put(new Letter(
                key(index, address),
                address,
                "en",
                "Ledger entry " + index + ": official names",
                "The ledger has a new entry.\n\nEntry:   " + index + " (" + code + ")\n"
                        + "What:    the list of official host names, mail domains and accounts\nTime:    " + at
                        + "\n\nIf none of you did this, somebody else has the server: read the list with"
                        + " \"diurna ledger hosts\".\n")));
        calls.put(
                "leaf:" + index,
                "{\"index\":" + index + ",\"code\":\"" + code + "\",\"kind\":\"hosts\",\"time\":\"" + at + "\"}");
    }

    private Letter letter(Entered entry, String address) {
        String what = what(entry);
        return new Letter(
                key(entry.index(), address),
                address,
                "en",
                "Ledger entry " + entry.index() + ": " + entry.office() + ", " + what,
                "The ledger has a new entry.\n\n"
                        + "Entry:   " + entry.index() + " (" + entry.code() + ")\n"
                        + "Office:  " + entry.office() + "\n"
                        + "Release: " + entry.release() + ", " + entry.language() + "\n"
                        + "What:    " + what + "\n"
                        + "Time:    " + entry.at() + "\n"
                        + "Page:    " + page.address(entry) + "\n\n"
                        + "If none of you did this, somebody else holds the desk: call the other officers on duty, close"
                        + " the account that did it, and take the release back on the server itself:\n"
                        + "  diurna withdraw " + entry.release() + " " + entry.language() + " --reason \"…\"\n\n"
                        + "Every entry is told to the addresses in the settings of the server. Nobody at the desk can"
                        + " turn that off.\n");
    }

    private static String what(Entered entry) {
        return entry.kind().word() + " of edition " + entry.edition();
    }

    /** The address itself stays out of the key, which stands in logs. */
    private static String key(long index, String address) {
        String digest = Hash.sha256(address.getBytes(StandardCharsets.UTF_8)).hex();
        return "leaf:" + index + ":" + digest.substring(0, ADDRESS_DIGITS);
    }

    /** All values are of closed alphabets but the address of the page, which has no quotation mark. */
    private String json(Entered entry) {
        return "{\"index\":" + entry.index()
                + ",\"code\":\"" + entry.code()
                + "\",\"office\":\"" + entry.office()
                + "\",\"release\":\"" + entry.release()
                + "\",\"lang\":\"" + entry.language()
                + "\",\"edition\":" + entry.edition()
                + ",\"kind\":\"" + entry.kind().word()
                + "\",\"time\":\"" + entry.at()
                + "\",\"page\":\"" + page.address(entry) + "\"}";
    }
}
