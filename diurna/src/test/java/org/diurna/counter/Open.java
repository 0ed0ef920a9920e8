package org.diurna.counter;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.Block;
import org.diurna.edition.Happenings;
import org.diurna.edition.Inline;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.house.Database;
import org.diurna.house.FakeClock;
import org.diurna.house.Jobs;
import org.diurna.house.Language;
import org.diurna.house.Outbox;
import org.diurna.house.TestDatabases;
import org.diurna.ledger.NoteKey;
import org.diurna.press.Press;
import org.diurna.press.Site;

/** A counter at a free port with two offices, one public release with a picture and one draft. */
final class Open implements AutoCloseable {
    static final Language EN = Language.of("en");
    static final Language AR = Language.of("ar");
    static final byte[] PICTURE = "the bytes of a picture in full size".getBytes(StandardCharsets.UTF_8);
    static final String SHA = "ab".repeat(32);
    static final String OTHER = "cd".repeat(32);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    final FakeClock clock = new FakeClock("2026-11-25T12:00:00Z");
    final Database database;
    final Jobs jobs;
    final Releases releases;
    final Outbox outbox;
    final Counter counter;
    final NoteKey key;
    final Window window = Window.at(0);
    final ReleaseId released;
    final ReleaseId draft;
    final List<String> reads = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    Open(TestDatabases.Fresh fresh) {
        database = fresh.open();
        jobs = new Jobs(database);
        Offices offices = new Offices(database);
        offices.put(office("mfa", "press.mfa.example", "press@mfa.example"));
        offices.put(office("cairo", "cairo.mfa.example", ""));
        Happenings happenings = new Happenings(database, jobs);
        releases = new Releases(database, offices, happenings);
        outbox = new Outbox(database, jobs, clock);
        released = begin("The ferry sails");
        releases.publish(released, EN, 1, Kind.RELEASE, "", "ana", clock.instant(), List.of(plate()));
        happenings.onTheStand(happenings.pending(10), 1, clock.instant());
        draft = begin("A secret headline");
        key = key();
        Site site = new Site(
                Map.of(EN, "Lomara"),
                "mfa.example",
                "2026-01-01",
                "https",
                443,
                offices.all(),
                ReleaseTypes.standard().all(),
                "mfa.example/log",
                "");
        Press press = new Press(site);
        counter = new Counter(
                database,
                releases,
                new Surroundings(
                        () -> press,
                        site::address,
                        () -> "https://desk.example",
                        office -> office.equals("mfa")
                                ? List.of(new Surroundings.Officer("rights@mfa.example", Language.of("fr")))
                                : List.of(),
                        outbox,
                        (_, first, length) -> {
                            reads.add(first + "+" + length);
                            return Arrays.copyOfRange(PICTURE, (int) first, (int) first + length);
                        },
                        400),
                key,
                clock);
        window.open(counter);
    }

    private static NoteKey key() {
        try {
            return NoteKey.readOrMake(
                    Files.createTempDirectory("counter").resolve("counter.key"), "press.mfa.example/counter");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Office office(String code, String host, String mail) {
        return new Office(
                code,
                Map.of(EN, "Office " + code, AR, "مكتب"),
                List.of(host),
                List.of(EN, AR),
                ZoneId.of("Europe/Lisbon"),
                Office.Brand.PLAIN,
                List.of(new Office.Contact(Map.of(EN, "Press office"), "", mail, "")),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private ReleaseId begin(String headline) {
        Wording wording = new Wording(
                headline,
                List.of(),
                "Halden",
                Optional.of(LocalDate.of(2026, 3, 4)),
                List.of(new Block.Paragraph("p", Optional.empty(), List.of(Inline.Text.plain("At noon.")))));
        return releases.begin(
                new Releases.Beginning(
                        "mfa", "press-release", Optional.empty(), EN, Standing.ORIGINAL, wording, "", List.of()),
                "ana",
                Instant.parse("2026-11-25T12:00:00Z"));
    }

    /** Publishes a release with two pictures. */
    ReleaseId two() {
        ReleaseId id = begin("Two ferries sail");
        releases.publish(id, EN, 1, Kind.RELEASE, "", "ana", clock.instant(), List.of(plate(), plate("figure", OTHER)));
        press();
        return id;
    }

    /** All that was decided goes to the public. */
    void press() {
        releases.happenings().onTheStand(releases.happenings().pending(10), 2, clock.instant());
    }

    private static Plate plate() {
        return plate(Plate.BANNER, SHA);
    }

    private static Plate plate(String place, String picture) {
        return new Plate(
                place,
                picture,
                picture,
                "image/jpeg",
                4000,
                3000,
                "A ferry",
                "The ferry in the harbour",
                "Photo: MFA",
                List.of("Dara"),
                "© MFA",
                "For reporting only",
                "https://mfa.example/en/rights",
                "",
                List.of(new Plate.Print(
                        Plate.Cut.WIDE, "/media/" + SHA + "/wide-960.jpg", SHA, "image/jpeg", 960, 411, 1000)));
    }

    /** What a reader sends and gets. */
    HttpResponse<String> get(String path) {
        return send(request(path, "press.mfa.example").build());
    }

    HttpResponse<String> getAt(String host, String path) {
        return send(request(path, host).build());
    }

    HttpRequest.Builder request(String path, String host) {
        return HttpRequest.newBuilder(window.address().resolve(path))
                .header("X-Forwarded-Host", host)
                .header("X-Passer", "0123456789abcdef01234567");
    }

    HttpResponse<String> post(String path, String form) {
        return send(request(path, "press.mfa.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.ISO_8859_1))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String form() {
        return "/-/licence?release=" + released + "&lang=en";
    }

    /** The token of a form that was opened a while ago. */
    String token() {
        return token(released);
    }

    String token(ReleaseId release) {
        Matcher found =
                TOKEN.matcher(get("/-/licence?release=" + release + "&lang=en").body());
        if (!found.find()) {
            throw new AssertionError("The form has no token.");
        }
        clock.pass(Duration.ofMinutes(1));
        return found.group(1);
    }

    /** A form that nothing stands against, with these fields changed; null leaves one out. */
    String filled(String... changes) {
        List<String> pairs = new ArrayList<>(List.of(
                "release",
                released.value(),
                "lang",
                "en",
                "name",
                "Mira Okello",
                "organisation",
                "Harbour Post",
                "mail",
                "mira@post.example",
                "medium",
                "Newspaper",
                "purpose",
                "An article about ferries",
                "item",
                SHA,
                "territory",
                "Lomara",
                "first",
                "2026-12-01",
                "last",
                "2027-01-31",
                "consent",
                "1",
                "website",
                "",
                "token",
                ""));
        for (int i = 0; i < changes.length; i += 2) {
            int at = pairs.indexOf(changes[i]);
            pairs.set(at + 1, changes[i + 1]);
        }
        List<String> form = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            form.add(pairs.get(i) + "=" + URLEncoder.encode(pairs.get(i + 1), StandardCharsets.UTF_8));
        }
        return String.join("&", form);
    }

    /** Asks, and answers with the path of the request. */
    String ask(String... changes) {
        List<String> all = new ArrayList<>(List.of("token", token()));
        all.addAll(List.of(changes));
        HttpResponse<String> answer = post("/-/licence", filled(all.toArray(String[]::new)));
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** The only request of the register. */
    Licence only() {
        List<Licence> all = counter.search(Optional.empty(), java.util.Set.of(), 10);
        if (all.size() != 1) {
            throw new AssertionError("There are " + all.size() + " requests.");
        }
        return all.getFirst();
    }

    @Override
    public void close() {
        window.close();
        jobs.close();
        database.close();
    }
}
