package org.diurna.main;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedules;
import org.diurna.edition.WallTime;
import org.diurna.house.Language;

/** For each call of the management API a request of the right form, which the duties of its token decide about. */
final class ApiRequests {
    private static final String WHEN = "\"local\": \"2027-01-10T09:00\", \"zone\": \"Europe/Belgrade\"";

    private final TestDesk desk;
    private final Map<String, String> releases;
    private final Map<String, String> pictures;
    private final Map<String, String> comments;
    private final Map<String, String> schedules = new HashMap<>();

    ApiRequests(
            TestDesk desk, Map<String, String> releases, Map<String, String> pictures, Map<String, String> comments) {
        this.desk = desk;
        this.releases = releases;
        this.pictures = pictures;
        this.comments = comments;
    }

    /**
     * Asks.
     *
     * @param path    with {@code /api/v1}, and names in braces
     * @param subject what it is about: own, own restricted, foreign …
     */
    HttpResponse<String> ask(Caller caller, String method, String path, String subject) {
        String office = subject.startsWith("foreign") ? "foreign" : "own";
        String address = path.substring("/api/v1".length())
                .replace("{release}", releases.getOrDefault(subject, "none"))
                .replace("{lang}", "en")
                .replace("{comment}", comments.getOrDefault(subject, "none"))
                .replace("{picture}", pictures.getOrDefault(subject, "none"))
                .replace("{speaker}", "s1")
                .replace("{office}", "own")
                .replace("{edition}", "1")
                .replace("{revision}", "1")
                .replace("{problem}", "not-ready");
        if (path.endsWith("/pictures") && method.equals("POST")) {
            return picture(caller, office);
        }
        if (address.contains("{schedule}")) {
            address = address.replace("{schedule}", schedule(office));
        }
        if (path.endsWith("/numbers") && method.equals("GET")) {
            address += "?office=own&year=2026";
        }
        return caller.call(method, address, body(method, path, office, subject), "If-Match", "\"v999\"");
    }

    private String body(String method, String path, String office, String subject) {
        String what = method + " " + path.substring(path.lastIndexOf('/') + 1);
        return switch (what) {
            case "POST releases" -> "{\"office\": \"own\", \"type\": \"statement\", \"lang\": \"en\"}";
            case "POST versions" -> "{\"from\": \"en\", \"lang\": \"ar\"}";
            case "PUT draft" -> "{\"wording\": {\"headline\": \"Another\", \"body\": []}}";
            case "POST comments" -> "{\"words\": \"A word.\"}";
            case "POST review", "POST return" -> "{\"words\": \"A word.\"}";
            case "POST publication" -> "{}";
            case "POST correction" -> "{\"kind\": \"correction\", \"note\": \"\"}";
            case "POST withdrawal" -> "{\"text\": \"kept\", \"reason\": \"\"}";
            case "POST schedules" ->
                "{\"release\": \"" + releases.getOrDefault(subject, "ZZZZZZZZZZ")
                        + "\", \"versions\": [{\"lang\": \"en\", \"revision\": 999}], " + WHEN + "}";
            case "POST move" -> "{" + WHEN + "}";
            case "POST speakers", "PUT {speaker}" -> "{\"names\": {\"en\": \"Ana Meric\"}}";
            case "POST numbers" -> "{\"office\": \"own\", \"year\": 2026, \"serial\": 1, \"words\": \"Never given.\"}";
            case "PUT {picture}" -> "{\"headline\": \"A picture of " + office + "\"}";
            default -> "";
        };
    }

    private HttpResponse<String> picture(Caller caller, String office) {
        return caller.send(HttpRequest.newBuilder(URI.create(desk.address() + "/api/v1/pictures?office=" + office))
                .header("Authorization", "Bearer " + caller.token())
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString("no picture"))
                .build());
    }

    /** A sign-off of that office that waits: the one of before, or another where somebody took it back. */
    private String schedule(String office) {
        Releases all = desk.house().releases();
        return schedules.compute(
                office,
                (_, known) -> known != null
                                && all.schedules()
                                        .of(release(known), Language.of("en"))
                                        .isPresent()
                        ? known
                        : signed(office));
    }

    private ReleaseId release(String schedule) {
        return desk.house()
                .releases()
                .schedules()
                .find(schedule)
                .orElseThrow()
                .versions()
                .getFirst()
                .release();
    }

    private String signed(String office) {
        Schedules all = desk.house().releases().schedules();
        ReleaseId release = desk.draft(office, "A planned story of " + office);
        WallTime when =
                new WallTime(LocalDateTime.of(2027, 1, 9, 9, 0), ZoneId.of("Europe/Belgrade"), WallTime.Shift.ONLY);
        return all.sign(
                        when,
                        java.time.Instant.parse("2027-01-09T08:00:00Z"),
                        List.of(new Schedules.Part(release, Language.of("en"), 1, List.of())),
                        "test",
                        desk.house().clock().instant())
                .orElseThrow()
                .id();
    }
}
