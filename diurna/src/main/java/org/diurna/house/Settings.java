package org.diurna.house;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The settings of an installation, from {@code diurna.yaml} in the data folder; docs/reference/settings.md has a heading
 * for each. All are read at start: a wrong one stops the program before it has done anything.
 *
 * @param organisation its name, by language
 * @param authority    a domain that the organisation held on {@code since}
 * @param since        with {@code authority}, names entries of feeds for ever
 * @param publicBind   address that the stand listens at
 * @param publicPort   port that it listens at; 0 takes a free one
 * @param scheme       of public addresses: http or https
 * @param addressPort  of public addresses; 0 for the one that the stand listens at
 * @param tls          certificate and key of the stand, PEM files
 * @param deskBind     address that the desk listens at
 * @param deskPort     port that it listens at; 0 takes a free one
 * @param deskProxies  addresses of the proxies before the desk, whose word counts for who asks
 * @param ledgerHost   host name under which the ledger's files are public
 * @param database     empty for SQLite in the data folder
 * @param signIn       how staff sign in at the desk
 * @param licences     that pictures are given under; none where any may be typed
 * @param intake       how pictures come in
 * @param reviewed     codes of the offices where nothing goes without a second pair of eyes; {@code all} for every office
 * @param late         what is scheduled and overdue by more waits for a person
 * @param mail         the organisation's mail server; empty where letters wait in the outbox
 * @param trust        who is told of each entry of the ledger, and which accounts elsewhere are official
 * @param counter      the public's few writes
 */
public record Settings(
        Map<Language, String> organisation,
        String authority,
        LocalDate since,
        String publicBind,
        int publicPort,
        String scheme,
        int addressPort,
        Optional<Tls> tls,
        String deskBind,
        int deskPort,
        List<String> deskProxies,
        String ledgerHost,
        Optional<DatabasePlace.Postgres> database,
        SignIn signIn,
        List<Licence> licences,
        Intake intake,
        Set<String> reviewed,
        Duration late,
        Optional<Mail> mail,
        Trust trust,
        Counter counter) {
    /** The public's usual port. */
    public static final int PUBLIC_PORT = 8080;

    /** The desk's usual port. */
    public static final int DESK_PORT = 8081;

    /** The counter's usual port. */
    public static final int COUNTER_PORT = 8082;

    /** For how long the counter remembers a person after the last that happened, where nothing else is said. */
    public static final int COUNTER_KEEP_DAYS = 400;

    /** What is overdue by less when the program starts still goes by itself. */
    public static final Duration LATE = Duration.ofMinutes(15);

    /** A larger file is no settings file. */
    private static final int SIZE_MAX_BYTES = 1_000_000;

    public Settings {
        organisation = Map.copyOf(organisation);
        reviewed = Set.copyOf(reviewed);
        deskProxies = List.copyOf(deskProxies);
        licences = List.copyOf(licences);
    }

    /**
     * A licence of the organisation's list.
     *
     * @param code    short, such as {@code press-use}
     * @param name    for people
     * @param url     that machines understand
     * @param largest whether the public page offers the largest file for print
     */
    public record Licence(String code, String name, URI url, Largest largest) {
        /** Who gets the largest file. */
        public enum Largest {
            EVERYBODY,
            ON_REQUEST
        }
    }

    /**
     * How pictures come in.
     *
     * @param maxMegabytes  of a file, in millions of bytes
     * @param maxMegapixels of a picture
     * @param inbox         folder through which they come in by themselves
     * @param scanner       the virus scanner: a Unix socket, or host and port
     */
    public record Intake(int maxMegabytes, int maxMegapixels, Optional<Path> inbox, Optional<SocketAddress> scanner) {
        /** The usual size of a file, in millions of bytes. */
        public static final int MEGABYTES = 60;

        /** The usual size of a picture, in millions of pixels. */
        public static final int MEGAPIXELS = 100;
    }

    /**
     * The counter, which stands behind the stand on the loopback.
     *
     * @param port     that it listens at; 0 takes a free one
     * @param keepDays for how long a person is remembered after the last that happened, in days
     */
    public record Counter(int port, int keepDays) {}

    /** Files of a certificate and its key. */
    public record Tls(Path certificate, Path key) {}

    /**
     * How staff sign in.
     *
     * @param address   of the desk as browsers write it, which passkeys are bound to; empty for localhost
     * @param addresses how much of an address the trail keeps: full, short or none
     * @param provider  the organisation's own OpenID provider
     */
    public record SignIn(Optional<URI> address, String addresses, Optional<Provider> provider) {}

    /**
     * An OpenID provider.
     *
     * @param issuer as the provider calls itself; asked for its endpoints when somebody first signs in with it
     * @param label  of the button
     * @param groups name of the claim that holds a person's groups
     * @param duties what a group means: {@code publisher offices=belgrade; writer}, by group
     */
    public record Provider(
            String issuer, String label, String client, String secret, String groups, Map<String, String> duties) {
        public Provider {
            duties = Map.copyOf(duties);
        }

        @Override
        public String toString() {
            return "Provider[" + issuer + "]";
        }
    }

    /**
     * A mail server that takes letters for everybody.
     *
     * @param from address that letters come from
     * @param user empty where the server asks for none
     */
    public record Mail(String host, int port, Security security, String from, String user, String password) {
        /** The port for handing in (RFC 6409). */
        public static final int PORT = 587;

        /** How the connection is kept secret. */
        public enum Security {
            /** From its first byte (RFC 8314). */
            TLS,
            /** Before anything is said that matters (RFC 3207); without it no letter is handed over. */
            STARTTLS,
            /** Not at all: for a server on this machine. */
            NONE
        }

        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + "]";
        }
    }

    /**
     * Who is told of each entry of the ledger, whatever happens at the desk.
     *
     * @param watchers addresses of mail
     * @param accounts whole https addresses of the organisation's accounts elsewhere
     */
    public record Trust(List<String> watchers, Optional<Hook> hook, List<String> accounts) {
        /** Nobody is told. */
        public static final Trust NOBODY = new Trust(List.of(), Optional.empty(), List.of());

        public Trust {
            watchers = List.copyOf(watchers);
            accounts = List.copyOf(accounts);
        }
    }

    /** An address that is called, and the secret that calls are signed with. */
    public record Hook(URI address, String secret) {
        @Override
        public String toString() {
            return "Hook[" + address.getHost() + "]";
        }
    }

    /** Every setting that there is, as it is written in the file. */
    public static final List<String> NAMES = List.of(
            "organisation",
            "authority",
            "since",
            "public.bind",
            "public.port",
            "public.scheme",
            "public.address-port",
            "public.tls-certificate",
            "public.tls-key",
            "desk.bind",
            "desk.port",
            "desk.address",
            "desk.proxies",
            "trail.addresses",
            "sign-in.issuer",
            "sign-in.label",
            "sign-in.client",
            "sign-in.secret-file",
            "sign-in.groups",
            "sign-in.duties",
            "pictures.licences",
            "pictures.max-megabytes",
            "pictures.max-megapixels",
            "pictures.inbox",
            "pictures.scanner",
            "ledger.host",
            "database.url",
            "database.user",
            "database.password-file",
            "review.required",
            "schedule.late",
            "mail.host",
            "mail.port",
            "mail.security",
            "mail.from",
            "mail.user",
            "mail.password-file",
            "ledger.watchers",
            "ledger.webhook",
            "ledger.webhook-secret-file",
            "ledger.accounts",
            "counter.port",
            "counter.keep");

    /** Settings whose lines are not settings themselves. */
    private static final Set<String> WHOLE = Set.of("organisation", "sign-in.duties", "pictures.licences");

    /**
     * Reads the file; what it does not say has its usual value, as has everything where there is no file.
     *
     * @throws SettingsWrong with every mistake of the file at once
     */
    public static Settings read(Path file) {
        return new SettingsReader(file, load(file)).read();
    }

    private static Map<String, Object> load(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            if (Files.size(file) > SIZE_MAX_BYTES) {
                throw new SettingsWrong(file, List.of("The file is larger than a settings file can be."));
            }
            Object doc = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            Map<String, Object> flat = new HashMap<>();
            if (doc instanceof Map<?, ?> map) {
                flatten("", map, flat);
            } else if (doc != null) {
                throw new SettingsWrong(file, List.of("The file has no lines of the form \"name: value\"."));
            }
            return flat;
        } catch (YAMLException e) {
            throw new SettingsWrong(
                    file,
                    List.of("It is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        } catch (IOException e) {
            throw new SettingsWrong(file, List.of("It cannot be read as UTF-8 text: " + e.getMessage()));
        }
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, Object> flat) {
        map.forEach((key, value) -> {
            String name = prefix + key;
            // no setting lies deeper than one dot; a file that refers to itself has no end
            if (value instanceof Map<?, ?> inner && prefix.isEmpty() && !WHOLE.contains(name)) {
                flatten(name + ".", inner, flat);
            } else if (value != null) {
                flat.put(name, value);
            }
        });
    }

    /** The same settings with other ports; for tests and the command line. */
    public Settings at(int newPublicPort, int newDeskPort) {
        return new Settings(
                organisation,
                authority,
                since,
                publicBind,
                newPublicPort,
                scheme,
                addressPort,
                tls,
                deskBind,
                newDeskPort,
                deskProxies,
                ledgerHost,
                database,
                signIn,
                licences,
                intake,
                reviewed,
                late,
                mail,
                trust,
                counter);
    }

    /** The same settings with another port of the counter. */
    public Settings counterAt(int newCounterPort) {
        return new Settings(
                organisation,
                authority,
                since,
                publicBind,
                publicPort,
                scheme,
                addressPort,
                tls,
                deskBind,
                deskPort,
                deskProxies,
                ledgerHost,
                database,
                signIn,
                licences,
                intake,
                reviewed,
                late,
                mail,
                trust,
                new Counter(newCounterPort, counter.keepDays()));
    }
}
