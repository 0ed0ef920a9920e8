package org.diurna.house;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings of the server that takes letters. */
final class MailReader {
    private final Said said;
    private final List<String> problems;

    MailReader(Said said, List<String> problems) {
        this.said = said;
        this.problems = problems;
    }

    Optional<Settings.Mail> read() {
        if (!said.hasGroup("mail.")) {
            return Optional.empty();
        }
        String from = said.text("mail.from", "press@ministry.example");
        for (String needed : List.of("mail.host", "mail.from")) {
            if (!said.has(needed)) {
                problems.add(
                        "\"" + needed + "\" is missing; letters go out when both mail.host and mail.from are set.");
            }
        }
        if (!Letter.isAddress(from)) {
            problems.add("\"mail.from\" is \"" + from + "\"; it needs an address such as press@ministry.example.");
        }
        return Optional.of(new Settings.Mail(
                said.host("mail.host", "mail.ministry.example"),
                said.port("mail.port", Settings.Mail.PORT),
                Settings.Mail.Security.valueOf(
                        said.choice("mail.security", "starttls", List.of("starttls", "tls", "none"))
                                .toUpperCase(Locale.ROOT)),
                from,
                said.has("mail.user") ? said.text("mail.user", "diurna") : "",
                said.secret("mail.password-file")));
    }
}
