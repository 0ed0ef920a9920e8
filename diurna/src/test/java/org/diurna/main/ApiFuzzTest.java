package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the document of the management API as an attacker would and sends what it does not foresee. Nothing makes the desk
 * fail, and every answer is one that the document describes: status, media type and each field. The seed is printed; give
 * it again with {@code -Dapi.seed=}.
 */
final class ApiFuzzTest {
    private static final int QUICK = 12;
    private static final int LONG = 200;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private static TestDesk desk;
    private static JsonNode document;
    private static Map<String, List<String>> known;
    private static List<Caller> callers;

    private final long seed = Long.getLong("api.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Nonsense nonsense = new Nonsense(random);

    @BeforeAll
    static void open() throws Exception {
        desk = TestDesk.open(new TestDatabases.Fresh("SQLite").place(), Members.plain(), Staff.Use.EARNEST);
        desk.office("own");
        desk.office("foreign");
        ReleaseId own = desk.draft("own", "A story of own");
        ReleaseId foreign = desk.draft("foreign", "A story of foreign");
        String comment = desk.house()
                .releases()
                .writing()
                .comments()
                .add(own, Language.of("en"), "p1", "A word.", Set.of(), "test", java.time.Instant.EPOCH)
                .id();
        known = Map.of(
                "release", List.of(own.value(), own.value(), foreign.value()),
                "lang", List.of("en", "en", "ar", "xx-Zzzz"),
                "office", List.of("own", "foreign"),
                "comment", List.of(comment),
                "picture",
                        List.of(
                                PictureRoutesTest.take(desk, "own", 0x204060),
                                PictureRoutesTest.take(desk, "foreign", 0x604020)),
                "edition", List.of("1", "0", "99999999999999999999"),
                "revision", List.of("1", "2", "-1", "99999999999999999999"),
                "problem", List.of("not-ready"),
                "speaker", List.of("s1"),
                "schedule", List.of("none"));
        List<Grant> all = java.util.Arrays.stream(Duty.values())
                .map(duty -> new Grant(duty, Set.of("own"), Set.of(), Set.of()))
                .toList();
        callers = List.of(
                new Caller(desk.address(), Members.token(desk.staff(), "everything", all.toArray(Grant[]::new))),
                new Caller(desk.address(), Members.token(desk.staff(), "writer", all.getFirst())),
                new Caller(desk.address(), "diurna_nothing"));
        document = JsonMapper.builder()
                .build()
                .readTree(new Caller(desk.address(), "").get("/openapi.json").body());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void no_request_of_some_makes_the_desk_fail_or_answer_what_is_not_described() {
        fuzz(QUICK);
    }

    @Test
    @Tag("long")
    void no_request_of_many_makes_the_desk_fail_or_answer_what_is_not_described() {
        fuzz(LONG);
    }

    private void fuzz(int requests) {
        System.out.println("api fuzz: seed " + seed);
        List<String> faults = new ArrayList<>();
        int[] statuses = new int[600];
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    for (int i = 0; i < requests && faults.size() < 20; i++) {
                        faults.addAll(one(path.getKey(), call.getKey(), call.getValue(), statuses));
                    }
                }));
        assertThat(faults).as("seed %d", seed).isEmpty();
        assertThat(statuses[200] + statuses[201])
                .as("requests that were carried out")
                .isPositive();
        assertThat(statuses[422]).as("requests whose fields were refused").isPositive();
    }

    private List<String> one(String path, String method, JsonNode call, int[] statuses) {
        String address = path;
        for (JsonNode parameter : call.path("parameters")) {
            if (parameter.path("in").asString().equals("path")) {
                String name = parameter.path("name").asString();
                address = address.replace("{" + name + "}", part(name));
            }
        }
        // one in twelve with a method that this address may not have
        String sent = random.nextInt(12) == 0
                ? List.of("get", "post", "put", "delete", "patch", "options", "head")
                        .get(random.nextInt(7))
                : method;
        HttpRequest request = request(sent, address + query(call), call);
        HttpResponse<String> answer =
                callers.get(Math.max(0, random.nextInt(8) - 5)).ask(request);
        statuses[answer.statusCode()]++;
        String what = "%s %s answered %d %s"
                .formatted(
                        request.method(),
                        request.uri(),
                        answer.statusCode(),
                        answer.body().substring(0, Math.min(300, answer.body().length())));
        return check(path, sent, answer).stream()
                .map(fault -> fault + ": " + what)
                .toList();
    }

    private String part(String name) {
        List<String> usual = known.getOrDefault(name, List.of("none"));
        String part = random.nextInt(6) == 0 ? nonsense.text() : usual.get(random.nextInt(usual.size()));
        return part.isEmpty() ? "-" : encoded(part);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String query(JsonNode call) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : call.path("parameters")) {
            boolean here = parameter.path("in").asString().equals("query");
            if (here
                    && (parameter.path("required").asBoolean(false) ? random.nextInt(9) > 0 : random.nextInt(3) == 0)) {
                query.add(parameter.path("name").asString() + "="
                        + encoded(
                                random.nextInt(3) == 0
                                        ? nonsense.text()
                                        : nonsense.fitting(document, parameter.path("schema"))
                                                .asString("x")));
            }
        }
        if (random.nextInt(20) == 0) {
            query.add(encoded(nonsense.text()) + "=1");
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private HttpRequest request(String method, String address, JsonNode call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.address() + "/api/v1" + address));
        if (random.nextInt(8) > 0) {
            request.header(
                    "If-Match",
                    List.of("*", "\"v1\"", "\"v2\"", "W/\"v1\"", "v1", "\"v999\"")
                            .get(random.nextInt(6)));
        }
        if (random.nextInt(4) == 0) {
            request.header(
                    "Idempotency-Key",
                    List.of("one", "two", "x".repeat(300), "a b").get(random.nextInt(4)));
        }
        request.header(
                "Accept-Language", List.of("en", "fr", "ar", "zz;q=9", "*").get(random.nextInt(5)));
        byte[] body = new byte[0];
        JsonNode content = call.path("requestBody").path("content");
        if (!content.isMissingNode() || random.nextInt(20) == 0) {
            body = nonsense.body(document, content.path("application/json").path("schema"));
            request.header(
                    "Content-Type",
                    random.nextInt(10) > 0
                            ? "application/json"
                            : List.of(
                                            "text/plain",
                                            "application/xml",
                                            "multipart/form-data; boundary=x",
                                            "application/json; charset=latin1",
                                            "nonsense")
                                    .get(random.nextInt(5)));
            if (random.nextInt(15) == 0) {
                request.header(
                        "Content-Encoding",
                        List.of("gzip", "identity", "br, gzip").get(random.nextInt(3)));
            }
        }
        return request.method(
                        method.toUpperCase(java.util.Locale.ROOT),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static List<String> check(String path, String method, HttpResponse<String> answer) {
        int status = answer.statusCode();
        JsonNode call = document.path("paths").path(path).path(method.equals("head") ? "get" : method);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (status >= 500) {
            return List.of("a failure");
        }
        if (method.equals("head") && !call.isMissingNode() && status < 400) {
            return answer.body().isEmpty() ? List.of() : List.of("a body to HEAD");
        }
        if (call.isMissingNode() || !METHODS.contains(method)) {
            // what is not in the document at all: only refusals, as its introduction says
            return status >= 400 && (type.equals("application/problem+json") || method.equals("head"))
                    ? List.of()
                    : List.of("an answer to a call that is not there");
        }
        JsonNode reply = call.path("responses").path(Integer.toString(status));
        if (reply.isMissingNode()) {
            return List.of("a status that is not described");
        }
        if (status == 304) {
            return List.of();
        }
        JsonNode described = reply.path("content").path(type);
        if (described.isMissingNode()) {
            return List.of("a media type that is not described: " + type);
        }
        JsonNode body = JsonMapper.builder().build().readTree(answer.body());
        return SchemaCheck.of(document, described.path("schema"), body);
    }
}
