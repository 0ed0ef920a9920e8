package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diurna.desk.ManagementApi;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Calls;
import org.diurna.edition.Discards;
import org.diurna.edition.ReleaseId;
import org.diurna.guest.Guest;
import org.diurna.house.Language;
import org.diurna.staff.Members;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the desk, asked by nobody and by somebody of each duty in one office, about what is of this office and
 * of another, restricted and not: {@code routes.tsv} says what they get. A route without a row breaks the build. After
 * adding one, run with {@code -Droutes.accept=true}, and read the difference as an attacker would.
 */
final class RoutesTest {
    private static final String MISSING = "ZZZZZZZZZZ";
    private static final int ROUNDS = 5;
    private static final int PAIRS = 300;

    /** Medians of a loaded machine differ so much by chance; a question to the database more would be more. */
    private static final double TELLING = 0.05;

    private static final String HEAD = """
            # What each route of the desk answers, by who asks. Made by RoutesTest; read every change of it.
            # yes: done, shown, or refused for what was sent only. no: 403. hidden: 404, as if it were not there.
            # sign-in: sent there, or 401 at the API, where everybody asks with a token that has the same duty.
            # Askers have their duty in the office "own"; what is about "foreign" is of another.
            """;
    private static final Set<String> ENDS_SESSION = Set.of("/sign-out", "/account/sessions/end");
    private static final String[] FORM = {
        "seen",
        "999",
        "reason",
        "CORRECTION",
        "text",
        "KEPT",
        "note",
        "",
        "name",
        "Somebody",
        "language",
        "en",
        "password",
        "short",
        "code",
        "000000",
        "duty",
        "writer",
        "types",
        "",
        "languages",
        "",
        "to",
        "ar",
        "standing",
        "official",
        "start",
        "TEXT",
        "tag",
        "en",
        "back",
        "/",
        "kind",
        "about",
        "words",
        "Words.",
        "series",
        "",
        "year",
        "2026",
        "serial",
        "1"
    };

    private static FurnishedDesk given;

    /** Each asks for links from a network of the own: who guesses too often is not listened to. */
    private static int networks;

    @BeforeAll
    static void open() throws Exception {
        given = new FurnishedDesk();
    }

    @AfterAll
    static void close() {
        given.close();
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        given.desk
                .shell()
                .context()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .keySet()
                        .forEach(info -> info.getPatternValues().forEach(path -> {
                            Set<String> methods = info.getMethodsCondition().getMethods().stream()
                                    .map(Enum::name)
                                    .collect(Collectors.toCollection(TreeSet::new));
                            (methods.isEmpty() ? Set.of("GET") : methods)
                                    .forEach(method -> routes.add(path + "\t" + method));
                        })));
        // behind this one address are all calls of the management API, each a route of its own
        routes.removeIf(route -> route.startsWith(Calls.ROOT + "/**\t"));
        api().forEach(call -> routes.add(Calls.ROOT + call.path() + "\t" + call.method()));
        return routes;
    }

    private static List<Call> api() {
        return given.desk.shell().context().getBean(ManagementApi.class).calls().all();
    }

    private static List<String> subjects(String path) {
        if (path.startsWith("/releases/{id}") || path.startsWith("/api/v1/releases/{release}")) {
            return List.of("own", "own restricted", "foreign", "foreign restricted");
        }
        if (path.contains("{secret}")) {
            return List.of("known", "guessed");
        }
        return path.startsWith("/staff/{id}")
                        || path.contains("/pictures/{picture}")
                        || path.contains("/schedules")
                        || path.startsWith("/bundles/{bundle}")
                        || path.startsWith("/requests/{request}")
                ? List.of("own", "foreign")
                : List.of("-");
    }

    @Test
    void every_route_answers_everybody_as_the_table_says() throws IOException {
        List<String> found = new ArrayList<>();
        found.add("path\tmethod\tabout\t" + String.join("\t", given.visitors.keySet()));
        for (String route : routes()) {
            String path = route.substring(0, route.indexOf('\t'));
            String method = route.substring(route.indexOf('\t') + 1);
            for (String subject : subjects(path)) {
                List<String> cells = new ArrayList<>();
                for (String who : given.visitors.keySet()) {
                    Members.forgetAttempts(given.desk.staff());
                    cells.add(answer(who, method, path, subject));
                }
                found.add(route + "\t" + subject + "\t" + String.join("\t", cells));
            }
        }
        if (Boolean.getBoolean("routes.accept")) {
            Files.writeString(RouteTable.FILE, HEAD + String.join("\n", found) + "\n");
        }
        assertThat(found).containsExactlyElementsOf(RouteTable.lines());
    }

    private static Visitor visitor(String who) {
        return Optional.ofNullable(given.visitors.get(who)).orElseThrow();
    }

    private static String answer(String who, String method, String path, String subject) {
        if (path.startsWith(Calls.ROOT)) {
            Caller caller = Optional.ofNullable(given.callers.get(who)).orElseThrow();
            return word(given.api.ask(caller, method, path, subject), false);
        }
        String office = subject.startsWith("foreign") ? "foreign" : "own";
        String id = path.startsWith("/staff/") ? "pof-" + office : given.releases.getOrDefault(subject, "none");
        String address = path.replace("{id}", path.startsWith("/staff/recoveries") ? "none" : id)
                .replace("{language}", "en")
                .replace("{duty}", "writer")
                .replace("{number}", "1")
                .replace("{speaker}", "s1")
                .replace("{guest}", given.guests.getOrDefault(subject, "none"))
                .replace("{secret}", secret(path, subject))
                .replace("{bundle}", given.bundles.getOrDefault(subject, "none"))
                .replace("{request}", given.requests.getOrDefault(subject, "none"))
                .replace("{comment}", given.comments.getOrDefault(subject, "none"))
                .replace("/pictures/{picture}/looks/{file}", "/pictures/{picture}/looks/thumb.jpg")
                .replace(
                        "{picture}",
                        path.startsWith("/pictures/") ? given.pictures.getOrDefault(subject, "none") : "none")
                .replaceAll("\\{[a-z0-9]+}", "none");
        Visitor visitor = visitor(who);
        if (path.contains("{secret}")) {
            networks++;
            visitor.forwarded("10.0." + networks + ".1");
        } else {
            visitor.forwarded("");
        }
        visitor.get(who.equals("nobody") ? "/sign-in" : "/account");
        boolean ofDiscarded = path.startsWith("/releases/") && path.endsWith("/recovery");
        Discards discards = given.desk.house().releases().discards();
        if (ofDiscarded && given.releases.containsKey(subject)) {
            discards.discard(
                    new ReleaseId(id),
                    Language.of("en"),
                    "test",
                    given.desk.house().clock().instant());
        }
        HttpResponse<String> answer = switch (method) {
            case "GET" -> visitor.get(address + (path.endsWith("/presence") ? "?tab=t" : ""));
            case "PUT", "PATCH", "DELETE", "HEAD" -> visitor.json(method, address, "{}");
            default ->
                path.startsWith("/passkey")
                        ? visitor.json("POST", address, "{}")
                        : visitor.post(address, form(office, who));
        };
        if ((ofDiscarded || path.endsWith("/discard")) && given.releases.containsKey(subject)) {
            discards.recover(new ReleaseId(id), Language.of("en"));
        }
        boolean ended = ENDS_SESSION.contains(path) && !who.equals("nobody");
        if (ended) {
            given.visitors.put(
                    who,
                    given.desk
                            .visitor()
                            .signIn(
                                    given.desk.staff(),
                                    Optional.ofNullable(given.people.get(who)).orElseThrow()));
        }
        return word(answer, ended);
    }

    private static String secret(String path, String subject) {
        Guest.Kind kind = path.startsWith("/expert/") ? Guest.Kind.EXPERT : Guest.Kind.JOURNALIST;
        return subject.equals("known") ? given.secrets.getOrDefault(kind, "none") : "guessed";
    }

    private static String[] form(String office, String who) {
        List<String> fields = new ArrayList<>(Arrays.asList(FORM));
        fields.addAll(List.of(
                "office",
                office,
                "for",
                office,
                "offices",
                office,
                "type",
                "statement",
                "mail",
                who + "@elsewhere.example"));
        return fields.toArray(String[]::new);
    }

    private static String word(HttpResponse<String> answer, boolean endsSession) {
        String location = answer.headers().firstValue("Location").orElse("");
        return switch (answer.statusCode()) {
            case 302, 303 -> location.contains("/sign-in") && !endsSession ? "sign-in" : "yes";
            case 401 -> "sign-in";
            case 200, 201, 204, 409, 410, 412, 422 -> "yes";
            case 403 -> "no";
            case 404 -> "hidden";
            case 400 -> throw new AssertionError(answer.uri() + " lacks a field in this test");
            default -> throw new AssertionError(answer.uri() + " answered " + answer.statusCode());
        };
    }

    @Test
    void a_foreign_a_restricted_and_a_missing_release_cannot_be_told_apart() {
        Visitor publisher = visitor("publisher");
        for (String end : List.of("/en", "/en/preview", "/restriction")) {
            Set<String> bodies = new LinkedHashSet<>();
            for (String id : List.of(
                    MISSING,
                    "zzzzzzzzzz",
                    given.releases.get("foreign"),
                    given.releases.get("own restricted"),
                    "not-an-id-at-all")) {
                HttpResponse<String> answer = publisher.get("/releases/" + id + end);
                assertThat(answer.statusCode()).isEqualTo(404);
                // the token of the form is random, and the way back is the address that was asked for
                bodies.add(answer.body().replaceAll("name=\"(_csrf|back)\" value=\"[^\"]+\"", "")
                        + answer.headers().firstValue("Content-Type"));
            }
            assertThat(bodies).as(end).hasSize(1);
        }
    }

    @Test
    void the_time_of_an_answer_does_not_tell_a_foreign_release_from_a_missing_one() {
        Visitor publisher = visitor("publisher");
        for (String end : List.of("/en", "/en/preview", "/en/revisions/1")) {
            double ratio = 0;
            // a machine that does something else meanwhile may spoil a round, not all of them
            for (int round = 0; round < ROUNDS && Math.abs(ratio - 1) > TELLING; round++) {
                ratio = ratio(
                        publisher, "/releases/" + MISSING + end, "/releases/" + given.releases.get("foreign") + end);
            }
            System.out.printf("foreign %s answers in %.3f of the time of a missing one%n", end, ratio);
            assertThat(ratio).as(end).isBetween(1 - TELLING, 1 + TELLING);
        }
    }

    /** Between the medians of answers that were asked for in turn. */
    private static double ratio(Visitor visitor, String one, String other) {
        long[][] taken = new long[2][PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            taken[0][i] = time(visitor, one);
            taken[1][i] = time(visitor, other);
        }
        Arrays.stream(taken).forEach(Arrays::sort);
        return (double) taken[1][PAIRS / 2] / taken[0][PAIRS / 2];
    }

    private static long time(Visitor visitor, String path) {
        long begun = System.nanoTime();
        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
        return System.nanoTime() - begun;
    }

    @Test
    void the_list_shows_what_its_reader_may_see_and_nothing_else() {
        assertThat(visitor("writer").get("/releases").body())
                .contains("A story of own")
                .doesNotContain("A secret of own", "A story of foreign", "A secret of foreign");
        assertThat(visitor("auditor").get("/releases").body()).doesNotContain("A story of", "A secret of");
    }

    @Test
    void who_is_named_opens_what_is_restricted_and_that_is_noted() {
        Visitor named = given.desk
                .visitor()
                .signIn(
                        given.desk.staff(),
                        given.desk.staff().people().find("pown").orElseThrow());
        String path = "/releases/" + given.releases.get("own restricted") + "/en";
        assertThat(named.get(path).body()).contains("A secret of own");
        assertThat(named.get(path + "/preview").statusCode()).isEqualTo(200);
        assertThat(Members.acts(given.desk.staff())).startsWith("see-restricted", "see-restricted");
    }
}
