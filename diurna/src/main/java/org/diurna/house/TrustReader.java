package org.diurna.house;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The settings of who is told by the ledger, and of the accounts that are vouched for. */
final class TrustReader {
    private final Said said;
    private final List<String> problems;

    TrustReader(Said said, List<String> problems) {
        this.said = said;
        this.problems = problems;
    }

    Settings.Trust read() {
        List<String> addresses = said.has("ledger.watchers")
                ? List.of(said.text("ledger.watchers", "duty@ministry.example").split("[,\\s]+", -1))
                : List.of();
        if (!addresses.stream().allMatch(Letter::isAddress)) {
            problems.add(
                    "\"ledger.watchers\" needs addresses such as duty@ministry.example, with commas between; it has "
                            + String.join(", ", addresses) + ".");
        }
        if (!said.has("ledger.webhook")) {
            return new Settings.Trust(addresses, Optional.empty(), accounts());
        }
        URI address = said.parsed(
                "ledger.webhook",
                URI.create("https://alarm.ministry.example/"),
                "an address such as https://alarm.ministry.example/ledger",
                text -> {
                    URI uri = URI.create(text);
                    if (uri.getHost() == null || !List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                        throw new IllegalArgumentException("no address");
                    }
                    return uri;
                });
        String secret = said.secret("ledger.webhook-secret-file");
        if (secret.isEmpty()) {
            problems.add("\"ledger.webhook-secret-file\" is missing or empty; calls are signed, so that nobody else can"
                    + " make them.");
        }
        return new Settings.Trust(addresses, Optional.of(new Settings.Hook(address, secret)), accounts());
    }

    private List<String> accounts() {
        return said.parsed(
                "ledger.accounts", List.of(), "addresses such as https://social.example/@mfa, with commas", text -> {
                    List<String> accounts =
                            List.of(text.replaceAll("[\\[\\]\\s]", "").split(",", -1));
                    if (!accounts.stream().allMatch(account -> account.matches("https://[!-~]{4,400}"))) {
                        throw new IllegalArgumentException("no accounts");
                    }
                    return accounts;
                });
    }
}
