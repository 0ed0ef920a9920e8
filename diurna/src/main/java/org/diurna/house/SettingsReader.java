package org.diurna.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Turns what a settings file says into settings, collecting every mistake on the way. */
final class SettingsReader {
    private static final int PORT_MAX = 65_535;

    private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private final Path file;
    private final Map<String, Object> said;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Path file, Map<String, Object> said) {
        this.file = file;
        this.said = said;
    }

    Settings read() {
        said.keySet().stream()
                .sorted()
                .filter(name -> !Settings.NAMES.contains(name))
                .forEach(this::unknown);
        Settings settings = new Settings(
                organisation(),
                host("authority", "diurna.localhost"),
                parsed("since", LocalDate.of(2026, 1, 1), "a day such as 2026-01-31", LocalDate::parse),
                text("public.bind", "127.0.0.1"),
                port("public.port", Settings.PUBLIC_PORT),
                choice("public.scheme", "http", List.of("http", "https")),
                port("public.address-port", 0),
                tls(),
                text("desk.bind", "127.0.0.1"),
                port("desk.port", Settings.DESK_PORT),
                proxies(),
                host("ledger.host", "ledger.localhost"),
                database(),
                signIn(),
                licences(),
                new IntakeReader(file, said, problems).read(),
                reviewed(),
                late(),
                mail(),
                trust(),
                new Settings.Counter(port("counter.port", Settings.COUNTER_PORT), keep()));
        if (!problems.isEmpty()) {
            throw new SettingsWrong(file, problems);
        }
        return settings;
    }

    private void unknown(String name) {
        String nearest = Settings.NAMES.stream()
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .orElseThrow();
        problems.add("There is no setting \"" + name + "\"; the nearest is \"" + nearest + "\".");
    }

    private String text(String name, String usual) {
        Object value = said.get(name);
        if (value == null) {
            return usual;
        }
        String text = String.valueOf(value).strip();
        if (text.isEmpty() || value instanceof List || value instanceof Map) {
            problems.add("\"" + name + "\" needs one word, such as \"" + usual + "\".");
            return usual;
        }
        return text;
    }

    private String host(String name, String usual) {
        String host = text(name, usual);
        if (!HOST.matcher(host).matches()) {
            problems.add("\"" + name + "\" is \"" + host + "\"; it needs a host name in lower case, such as \"" + usual
                    + "\".");
        }
        return host;
    }

    private Set<String> reviewed() {
        return parsed("review.required", Set.of(), "all, or codes of offices such as ministry,cairo", text -> {
            Set<String> codes = Set.of(text.replaceAll("[\\[\\]\\s]", "").split(",", -1));
            if (!codes.stream().allMatch(code -> code.matches("[a-z][a-z0-9-]{1,31}"))) {
                throw new IllegalArgumentException("no codes");
            }
            return codes;
        });
    }

    private Duration late() {
        return parsed("schedule.late", Settings.LATE, "a time from 1s to 24h, such as 15m", text -> {
            Duration late = Duration.parse("PT" + text);
            if (late.compareTo(Duration.ofSeconds(1)) < 0 || late.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("out of range");
            }
            return late;
        });
    }

    private int keep() {
        return parsed("counter.keep", Settings.COUNTER_KEEP_DAYS, "days, from 1 to 3650", text -> {
            int days = Integer.parseInt(text);
            if (days < 1 || days > 3650) {
                throw new IllegalArgumentException("out of range");
            }
            return days;
        });
    }

    private Optional<Settings.Mail> mail() {
        boolean set = said.keySet().stream().anyMatch(name -> name.startsWith("mail."));
        if (!set) {
            return Optional.empty();
        }
        String from = text("mail.from", "press@ministry.example");
        for (String needed : List.of("mail.host", "mail.from")) {
            if (!said.containsKey(needed)) {
                problems.add(
                        "\"" + needed + "\" is missing; letters go out when both mail.host and mail.from are set.");
            }
        }
        if (!Letter.isAddress(from)) {
            problems.add("\"mail.from\" is \"" + from + "\"; it needs an address such as press@ministry.example.");
        }
        return Optional.of(new Settings.Mail(
                host("mail.host", "mail.ministry.example"),
                port("mail.port", Settings.Mail.PORT),
                Settings.Mail.Security.valueOf(choice("mail.security", "starttls", List.of("starttls", "tls", "none"))
                        .toUpperCase(Locale.ROOT)),
                from,
                said.containsKey("mail.user") ? text("mail.user", "diurna") : "",
                secret("mail.password-file")));
    }

    private Settings.Trust trust() {
        List<String> addresses = said.containsKey("ledger.watchers")
                ? List.of(text("ledger.watchers", "duty@ministry.example").split("[,\\s]+", -1))
                : List.of();
        if (!addresses.stream().allMatch(Letter::isAddress)) {
            problems.add(
                    "\"ledger.watchers\" needs addresses such as duty@ministry.example, with commas between; it has "
                            + String.join(", ", addresses) + ".");
        }
        if (!said.containsKey("ledger.webhook")) {
            return new Settings.Trust(addresses, Optional.empty(), accounts());
        }
        URI address = parsed(
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
        String secret = secret("ledger.webhook-secret-file");
        if (secret.isEmpty()) {
            problems.add("\"ledger.webhook-secret-file\" is missing or empty; calls are signed, so that nobody else can"
                    + " make them.");
        }
        return new Settings.Trust(addresses, Optional.of(new Settings.Hook(address, secret)), accounts());
    }

    private List<String> accounts() {
        return parsed(
                "ledger.accounts", List.of(), "addresses such as https://social.example/@mfa, with commas", text -> {
                    List<String> accounts =
                            List.of(text.replaceAll("[\\[\\]\\s]", "").split(",", -1));
                    if (!accounts.stream().allMatch(account -> account.matches("https://[!-~]{4,400}"))) {
                        throw new IllegalArgumentException("no accounts");
                    }
                    return accounts;
                });
    }

    private <T> T parsed(String name, T usual, String form, Function<String, T> parse) {
        Object value = said.get(name);
        if (value == null) {
            return usual;
        }
        // YAML reads a bare day as an instant
        String text = value instanceof java.util.Date date
                ? date.toInstant().toString().substring(0, 10)
                : String.valueOf(value).strip();
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            problems.add("\"" + name + "\" is \"" + text + "\"; it needs " + form + ".");
            return usual;
        }
    }

    private int port(String name, int usual) {
        return parsed(name, usual, "a number from 0 to " + PORT_MAX, text -> {
            int port = Integer.parseInt(text);
            if (port < 0 || port > PORT_MAX) {
                throw new IllegalArgumentException("out of range");
            }
            return port;
        });
    }

    private String choice(String name, String usual, List<String> choices) {
        String value = text(name, usual);
        if (!choices.contains(value)) {
            String nearest = choices.stream()
                    .min(Comparator.comparingInt(choice -> distance(choice, value)))
                    .orElseThrow();
            problems.add("\"" + name + "\" is \"" + value + "\"; it can be " + String.join(" or ", choices)
                    + ", the nearest is " + nearest + ".");
        }
        return value;
    }

    private Map<Language, String> organisation() {
        Map<Language, String> names = new HashMap<>();
        switch (said.get("organisation")) {
            case null -> names.put(Language.of("en"), "Press office");
            case Map<?, ?> map ->
                map.forEach((tag, name) -> {
                    try {
                        names.put(Language.of(String.valueOf(tag)), String.valueOf(name));
                    } catch (IllegalArgumentException e) {
                        problems.add("\"organisation\": " + e.getMessage());
                    }
                });
            case List<?> _ -> {
                // no name at all, as is told below
            }
            case Object name -> names.put(Language.of("en"), String.valueOf(name));
        }
        names.values().removeIf(String::isBlank);
        if (names.isEmpty() && problems.stream().noneMatch(problem -> problem.startsWith("\"organisation\""))) {
            problems.add("\"organisation\" needs a name, or names by language such as \"en: Press office\".");
        }
        return names;
    }

    private Optional<Settings.Tls> tls() {
        Optional<Path> certificate = path("public.tls-certificate");
        Optional<Path> key = path("public.tls-key");
        if (certificate.isPresent() != key.isPresent()) {
            problems.add("\"public.tls-certificate\" and \"public.tls-key\" go together; one of them is missing.");
            return Optional.empty();
        }
        return certificate.map(pem -> new Settings.Tls(pem, key.orElseThrow()));
    }

    private Optional<Path> path(String name) {
        return said.containsKey(name)
                ? Optional.of(file.toAbsolutePath().resolveSibling(text(name, "")))
                : Optional.empty();
    }

    private Optional<DatabasePlace.Postgres> database() {
        if (!said.containsKey("database.url")) {
            return Optional.empty();
        }
        String url = text("database.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            problems.add("\"database.url\" is \"" + url + "\"; it needs the form jdbc:postgresql://host:5432/name. "
                    + "Leave it out for SQLite in the data folder.");
        }
        return Optional.of(
                new DatabasePlace.Postgres(url, text("database.user", "diurna"), secret("database.password-file")));
    }

    /** Addresses as a socket has them; names would have to be looked up, and can be forged. */
    private List<String> proxies() {
        List<String> addresses = new ArrayList<>();
        if (!said.containsKey("desk.proxies")) {
            return addresses;
        }
        for (String address : text("desk.proxies", "10.0.0.7").split("[,\\s]+", -1)) {
            try {
                addresses.add(InetAddress.ofLiteral(address).getHostAddress());
            } catch (IllegalArgumentException e) {
                problems.add("\"desk.proxies\" has \"" + address
                        + "\"; it needs addresses such as 10.0.0.7 or 2001:db8::7, with commas between.");
            }
        }
        return addresses;
    }

    private Settings.SignIn signIn() {
        Optional<URI> address = said.containsKey("desk.address")
                ? Optional.of(parsed(
                        "desk.address",
                        URI.create("https://desk.example"),
                        "an address such as https://desk.example, with a name and no path",
                        SettingsReader::origin))
                : Optional.empty();
        return new Settings.SignIn(
                address, choice("trail.addresses", "short", List.of("full", "short", "none")), provider());
    }

    private static URI origin(String text) {
        URI uri = URI.create(text);
        boolean good = uri.getHost() != null
                && List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                && uri.getRawPath().isEmpty();
        if (!good) {
            throw new IllegalArgumentException("no origin");
        }
        return uri;
    }

    private Optional<Settings.Provider> provider() {
        if (!said.containsKey("sign-in.issuer")) {
            return Optional.empty();
        }
        Map<String, String> duties = new HashMap<>();
        if (said.get("sign-in.duties") instanceof Map<?, ?> map) {
            map.forEach((group, duty) -> duties.put(String.valueOf(group), String.valueOf(duty)));
        }
        return Optional.of(new Settings.Provider(
                text("sign-in.issuer", ""),
                text("sign-in.label", "Single sign-on"),
                text("sign-in.client", "diurna"),
                secret("sign-in.secret-file"),
                text("sign-in.groups", "groups"),
                duties));
    }

    private List<Settings.Licence> licences() {
        Object listed = said.get("pictures.licences");
        if (listed == null) {
            return List.of();
        }
        if (!(listed instanceof Map<?, ?> map)) {
            problems.add("\"pictures.licences\" needs a block for each licence, such as \"press-use: {name: Free for"
                    + " reporting, url: https://press.example/terms}\".");
            return List.of();
        }
        List<Settings.Licence> licences = new ArrayList<>();
        map.forEach((code, value) -> {
            try {
                licences.add(licence(String.valueOf(code), value));
            } catch (IllegalArgumentException e) {
                problems.add("\"pictures.licences\": \"" + code + "\" needs a name, a url that starts with https:// and"
                        + " perhaps largest: on-request; it has " + value + ".");
            }
        });
        return licences;
    }

    private static Settings.Licence licence(String code, Object value) {
        if (!LICENCE.matcher(code).matches() || !(value instanceof Map<?, ?> block)) {
            throw new IllegalArgumentException("no licence");
        }
        String name = String.valueOf(block.get("name")).strip();
        URI url = URI.create(String.valueOf(block.get("url")).strip());
        String largest = block.containsKey("largest") ? String.valueOf(block.get("largest")) : "everybody";
        boolean known = List.of("name", "url", "largest").containsAll(block.keySet());
        if (!known || name.isEmpty() || !block.containsKey("name") || url.getHost() == null) {
            throw new IllegalArgumentException("no licence");
        }
        if (!List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException("no address");
        }
        return new Settings.Licence(
                code,
                name,
                url,
                Settings.Licence.Largest.valueOf(
                        largest.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private String secret(String name) {
        Optional<Path> from = path(name);
        if (from.isEmpty()) {
            return "";
        }
        try {
            return Files.readString(from.get()).strip();
        } catch (IOException e) {
            problems.add("\"" + name + "\": " + from.get() + " cannot be read.");
            return "";
        }
    }

    /** Levenshtein's distance: how many letters lie between two words. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
