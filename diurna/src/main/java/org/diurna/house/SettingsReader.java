package org.diurna.house;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
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
import java.util.regex.Pattern;

/** Turns what a settings file says into settings, collecting every mistake on the way. */
final class SettingsReader {
    private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final Path file;
    private final Map<String, Object> all;
    private final Said said;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Path file, Map<String, Object> all) {
        this.file = file;
        this.all = all;
        this.said = new Said(file, all, problems);
    }

    Settings read() {
        all.keySet().stream()
                .sorted()
                .filter(name -> !Settings.NAMES.contains(name))
                .forEach(this::unknown);
        Settings settings = new Settings(
                organisation(),
                said.host("authority", "diurna.localhost"),
                said.parsed("since", LocalDate.of(2026, 1, 1), "a day such as 2026-01-31", LocalDate::parse),
                said.text("public.bind", "127.0.0.1"),
                said.port("public.port", Settings.PUBLIC_PORT),
                said.choice("public.scheme", "http", List.of("http", "https")),
                said.port("public.address-port", 0),
                tls(),
                said.text("desk.bind", "127.0.0.1"),
                said.port("desk.port", Settings.DESK_PORT),
                proxies(),
                said.host("ledger.host", "ledger.localhost"),
                database(),
                signIn(),
                licences(),
                new IntakeReader(file, all, problems).read(),
                reviewed(),
                late(),
                new MailReader(said, problems).read(),
                new TrustReader(said, problems).read(),
                new Settings.Counter(said.port("counter.port", Settings.COUNTER_PORT), keep()));
        if (!problems.isEmpty()) {
            throw new SettingsWrong(file, problems);
        }
        return settings;
    }

    private void unknown(String name) {
        String nearest = Settings.NAMES.stream()
                .min(Comparator.comparingInt(known -> Said.distance(known, name)))
                .orElseThrow();
        problems.add("There is no setting \"" + name + "\"; the nearest is \"" + nearest + "\".");
    }

    private Set<String> reviewed() {
        return said.parsed("review.required", Set.of(), "all, or codes of offices such as ministry,cairo", text -> {
            Set<String> codes = Set.of(text.replaceAll("[\\[\\]\\s]", "").split(",", -1));
            if (!codes.stream().allMatch(code -> code.matches("[a-z][a-z0-9-]{1,31}"))) {
                throw new IllegalArgumentException("no codes");
            }
            return codes;
        });
    }

    private Duration late() {
        return said.parsed("schedule.late", Settings.LATE, "a time from 1s to 24h, such as 15m", text -> {
            Duration late = Duration.parse("PT" + text);
            if (late.compareTo(Duration.ofSeconds(1)) < 0 || late.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("out of range");
            }
            return late;
        });
    }

    private int keep() {
        return said.parsed("counter.keep", Settings.COUNTER_KEEP_DAYS, "days, from 1 to 3650", text -> {
            int days = Integer.parseInt(text);
            if (days < 1 || days > 3650) {
                throw new IllegalArgumentException("out of range");
            }
            return days;
        });
    }

    private Map<Language, String> organisation() {
        Map<Language, String> names = new HashMap<>();
        switch (all.get("organisation")) {
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
        Optional<Path> certificate = said.path("public.tls-certificate");
        Optional<Path> key = said.path("public.tls-key");
        if (certificate.isPresent() != key.isPresent()) {
            problems.add("\"public.tls-certificate\" and \"public.tls-key\" go together; one of them is missing.");
            return Optional.empty();
        }
        return certificate.map(pem -> new Settings.Tls(pem, key.orElseThrow()));
    }

    private Optional<DatabasePlace.Postgres> database() {
        if (!said.has("database.url")) {
            return Optional.empty();
        }
        String url = said.text("database.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            problems.add("\"database.url\" is \"" + url + "\"; it needs the form jdbc:postgresql://host:5432/name. "
                    + "Leave it out for SQLite in the data folder.");
        }
        return Optional.of(new DatabasePlace.Postgres(
                url, said.text("database.user", "diurna"), said.secret("database.password-file")));
    }

    /** Addresses as a socket has them; names would have to be looked up, and can be forged. */
    private List<String> proxies() {
        List<String> addresses = new ArrayList<>();
        if (!said.has("desk.proxies")) {
            return addresses;
        }
        for (String address : said.text("desk.proxies", "10.0.0.7").split("[,\\s]+", -1)) {
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
        Optional<URI> address = said.has("desk.address")
                ? Optional.of(said.parsed(
                        "desk.address",
                        URI.create("https://desk.example"),
                        "an address such as https://desk.example, with a name and no path",
                        SettingsReader::origin))
                : Optional.empty();
        return new Settings.SignIn(
                address, said.choice("trail.addresses", "short", List.of("full", "short", "none")), provider());
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
        if (!said.has("sign-in.issuer")) {
            return Optional.empty();
        }
        Map<String, String> duties = new HashMap<>();
        if (all.get("sign-in.duties") instanceof Map<?, ?> map) {
            map.forEach((group, duty) -> duties.put(String.valueOf(group), String.valueOf(duty)));
        }
        return Optional.of(new Settings.Provider(
                said.text("sign-in.issuer", ""),
                said.text("sign-in.label", "Single sign-on"),
                said.text("sign-in.client", "diurna"),
                said.secret("sign-in.secret-file"),
                said.text("sign-in.groups", "groups"),
                duties));
    }

    private List<Settings.Licence> licences() {
        Object listed = all.get("pictures.licences");
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
}
