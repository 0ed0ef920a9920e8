package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Person;
import org.diurna.staff.Staff;
import org.diurna.staff.Trail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs do at the desk, through the same decisions as people. */
final class ManagementApiTest {
    private static final String WORDING = """
            {"wording": {"headline": "The ferry sails", "decks": [], "place": "Halden", "date": "%s",
             "body": [{"type": "paragraph", "id": "p1", "text": [{"text": "At noon."}]}]}}""";
    private static final String BEGIN = "{\"office\": \"own\", \"type\": \"statement\", \"lang\": \"en\"}";

    private static TestDesk desk;
    private static Caller publisher;

    @BeforeAll
    static void open() throws Exception {
        desk = TestDesk.open(new TestDatabases.Fresh("SQLite").place(), Members.plain(), Staff.Use.EARNEST);
        desk.office("own");
        desk.office("foreign");
        publisher = caller("publisher", own(Duty.WRITER), own(Duty.PUBLISHER));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static Grant own(Duty duty) {
        return new Grant(duty, Set.of("own"), Set.of(), Set.of());
    }

    private static Caller caller(String name, Grant... grants) {
        return new Caller(desk.address(), Members.token(desk.staff(), name, grants));
    }

    private static String today() {
        return java.time.LocalDate.ofInstant(desk.house().clock().instant(), java.time.ZoneId.of("Europe/Belgrade"))
                .toString();
    }

    private static String begun() {
        HttpResponse<String> answer = publisher.call("POST", "/releases", BEGIN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = Caller.json(answer).path("release").asString();
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/releases/" + id);
        return "/releases/" + id;
    }

    private static List<String> codes(HttpResponse<String> answer) {
        return Caller.json(answer)
                .path("objections")
                .valueStream()
                .map(objection -> objection.path("code").asString())
                .toList();
    }

    @Test
    void a_program_begins_writes_publishes_and_withdraws_a_release_and_the_trail_names_it() {
        String path = begun();
        HttpResponse<String> draft = publisher.get(path + "/en/draft");
        String tag = draft.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> saved =
                publisher.call("PUT", path + "/en/draft", WORDING.formatted(today()), "If-Match", tag);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        String now = saved.headers().firstValue("ETag").orElseThrow();
        assertThat(now).isNotEqualTo(tag);
        HttpResponse<String> published = publisher.call("POST", path + "/en/publication", "{}", "If-Match", now);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        String digest = Caller.json(published).path("digest").asString();
        HttpResponse<String> edition = publisher.get(path + "/en/editions/1");
        assertThat(Caller.json(edition).path("title").asString()).isEqualTo("The ferry sails");
        assertThat(desk.staff().trail().search(Trail.Search.ALL, 1)).first().satisfies(line -> {
            assertThat(line.person()).isEqualTo("integration:publisher");
            assertThat(line.act()).isEqualTo("publish");
            assertThat(line.digest()).isEqualTo(digest);
        });
        assertThat(Caller.json(publisher.get("/happenings")).path("happenings").valueStream())
                .anySatisfy(happening -> assertThat(
                                "/releases/" + happening.path("release").asString())
                        .isEqualTo(path));
    }

    @Test
    void a_decision_is_refused_with_all_objections_at_once() {
        String path = begun();
        HttpResponse<String> answer = publisher.call("POST", path + "/en/publication", "{}", "If-Match", "\"v1\"");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Caller.json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/api/v1/problems/not-ready");
        assertThat(codes(answer)).hasSizeGreaterThan(1);
        assertThat(publisher.get("/problems/not-ready").statusCode()).isEqualTo(200);
    }

    @Test
    void objections_speak_the_language_that_the_program_asks_for() {
        String path = begun();
        HttpResponse<String> answer =
                publisher.call("POST", path + "/en/publication", "{}", "If-Match", "\"v1\"", "Accept-Language", "fr");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("fr");
        assertThat(Caller.json(answer).path("title").asString()).isEqualTo("Pas tant que ces objections demeurent");
    }

    @Test
    void what_was_changed_since_it_was_seen_is_not_written_over() {
        String path = begun();
        String body = WORDING.formatted(today());
        assertThat(publisher.call("PUT", path + "/en/draft", body).statusCode()).isEqualTo(428);
        assertThat(publisher
                        .call("PUT", path + "/en/draft", body, "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = publisher.call("PUT", path + "/en/draft", body, "If-Match", "\"v1\"");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.headers().firstValue("ETag")).hasValue("\"v2\"");
        assertThat(publisher
                        .call("POST", path + "/en/publication", "{}", "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void what_is_known_already_is_not_sent_again() {
        HttpResponse<String> first = publisher.get("/offices");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = publisher.call("GET", "/offices", "", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_request_with_a_key_is_done_once() {
        HttpResponse<String> first = publisher.call("POST", "/releases", BEGIN, "Idempotency-Key", "one");
        HttpResponse<String> again = publisher.call("POST", "/releases", BEGIN, "Idempotency-Key", "one");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        HttpResponse<String> other =
                publisher.call("POST", "/releases", BEGIN.replace("en", "ar"), "Idempotency-Key", "one");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Caller.json(other).path("type").asString()).endsWith("/key-reused");
    }

    @Test
    void a_refused_request_gives_its_key_back() {
        String wrong = BEGIN.replace("statement", "nonsense");
        assertThat(publisher
                        .call("POST", "/releases", wrong, "Idempotency-Key", "two")
                        .statusCode())
                .isEqualTo(422);
        assertThat(publisher
                        .call("POST", "/releases", BEGIN, "Idempotency-Key", "two")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void of_requests_with_one_key_at_the_same_time_one_is_done() {
        List<CompletableFuture<HttpResponse<String>>> asked = java.util.stream.IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> publisher.call("POST", "/releases", BEGIN, "Idempotency-Key", "three")))
                .toList();
        List<HttpResponse<String>> answers =
                asked.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allMatch(answer -> Set.of(201, 409).contains(answer.statusCode()));
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(answer -> Caller.json(answer).path("release").asString())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_revoked_an_unknown_and_no_token_open_nothing() {
        Caller gone = caller("gone", own(Duty.WRITER));
        assertThat(gone.get("/me").statusCode()).isEqualTo(200);
        Members.revoke(desk.staff(), "gone");
        for (Caller stranger :
                List.of(gone, new Caller(desk.address(), ""), new Caller(desk.address(), "diurna_" + "x".repeat(32)))) {
            HttpResponse<String> answer = stranger.get("/me");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"diurna\"");
            assertThat(stranger.get("/no-such-thing").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_session_means_nothing_at_the_api_and_a_token_nothing_at_the_pages() {
        Person person = Members.join(desk.staff(), "ana", Grant.everywhere(Duty.WRITER));
        Visitor visitor = desk.visitor().signIn(desk.staff(), person);
        assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(visitor.json("POST", "/api/v1/releases", BEGIN).statusCode()).isEqualTo(401);
        HttpResponse<String> page = publisher.send(java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(desk.address() + "/releases"))
                .header("Authorization", "Bearer " + Members.token(desk.staff(), "wide", Grant.everywhere(Duty.WRITER)))
                .build());
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(publisher.get("/offices").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_program_sees_what_its_duties_reach_and_nothing_else() {
        desk.draft("foreign", "A story of foreign");
        assertThat(Caller.json(publisher.get("/offices"))
                        .path("offices")
                        .valueStream()
                        .map(office -> office.path("office").asString()))
                .containsExactly("own");
        assertThat(publisher.get("/releases?limit=200").body()).doesNotContain("A story of foreign");
    }

    @Test
    void lists_are_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            begun();
        }
        Set<String> seen = new java.util.HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page =
                    Caller.json(publisher.get("/releases?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            page.path("releases")
                    .valueStream()
                    .forEach(line -> assertThat(seen.add(line.path("release").asString()
                                    + line.path("lang").asString()))
                            .isTrue());
            cursor = page.path("next").asString("");
            pages++;
        } while (!cursor.isEmpty());
        assertThat(pages).isGreaterThan(1);
        assertThat(seen).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_sign_off_is_made_moved_and_taken_back() {
        String path = begun();
        publisher.call("PUT", path + "/en/draft", WORDING.formatted(today()), "If-Match", "*");
        String when = "\"local\": \"%s\", \"zone\": \"Europe/Belgrade\"";
        String day = java.time.LocalDate.parse(today()).plusDays(2).toString();
        HttpResponse<String> twice = publisher.call(
                "POST",
                "/schedules",
                "{\"release\": \"" + path.substring("/releases/".length())
                        + "\", \"versions\": [{\"lang\": \"en\", \"revision\": 2},"
                        + " {\"lang\": \"en\", \"revision\": 1}], " + when.formatted(day + "T09:00") + "}");
        assertThat(twice.body()).contains("chosen twice");
        HttpResponse<String> signed = publisher.call(
                "POST",
                "/schedules",
                "{\"release\": \"" + path.substring("/releases/".length())
                        + "\", \"versions\": [{\"lang\": \"en\", \"revision\": 2}], "
                        + when.formatted(day + "T09:00") + "}");
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
        String schedule = "/schedules/" + Caller.json(signed).path("schedule").asString();
        String next = "/schedules?limit=1";
        int found = 0;
        for (int pages = 0; !next.isEmpty() && pages < 100; pages++) {
            var page = Caller.json(publisher.call("GET", next, ""));
            for (var row : page.path("schedules")) {
                found += schedule.endsWith(row.path("schedule").asString()) ? 1 : 0;
            }
            String cursor = page.path("next").asString("");
            next = cursor.isEmpty() ? "" : "/schedules?limit=1&cursor=" + cursor;
        }
        assertThat(found).isEqualTo(1);
        HttpResponse<String> held = publisher.call(
                "PUT", path + "/en/draft", WORDING.formatted(today()).replace("noon", "one"), "If-Match", "*");
        assertThat(held.statusCode()).isEqualTo(409);
        HttpResponse<String> moved =
                publisher.call("POST", schedule + "/move", "{" + when.formatted(day + "T10:00") + "}");
        assertThat(Caller.json(moved).path("local").asString()).isEqualTo(day + "T10:00");
        assertThat(publisher
                        .call("POST", schedule + "/move", "{" + when.formatted("2027-03-28T02:30") + "}")
                        .body())
                .contains("2027-03-28T03:00");
        assertThat(publisher.call("DELETE", schedule, "").statusCode()).isEqualTo(200);
        assertThat(publisher.call("DELETE", schedule, "").statusCode()).isEqualTo(404);
    }

    @Test
    void fields_that_cannot_be_read_are_named_all_at_once() {
        HttpResponse<String> answer =
                publisher.call("POST", "/releases", "{\"office\": 7, \"type\": \"a\\u0000b\", \"colour\": \"red\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(codes(answer)).containsExactly("text", "letters", "missing", "unknown");
        assertThat(publisher.call("POST", "/releases", "{\"office\":").statusCode())
                .isEqualTo(400);
        assertThat(publisher.call("PATCH", "/releases", "{}").headers().firstValue("Allow"))
                .hasValue("GET, POST");
    }

    @Test
    void an_auditor_reads_the_trail_and_a_writer_does_not() {
        Caller auditor = caller("auditor", Grant.everywhere(Duty.AUDITOR));
        assertThat(auditor.get("/trail?act=make-integration&limit=1").body()).contains("make-integration", "next");
        assertThat(publisher.get("/trail").statusCode()).isEqualTo(403);
    }
}
