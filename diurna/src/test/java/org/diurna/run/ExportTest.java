package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diurna.desk.Correct;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.stand.FolderShelf;
import org.diurna.stand.PastSite;
import org.diurna.stand.PlainTree;
import org.diurna.stand.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The site of any past moment, from the shelf's journal, is what was served then. */
final class ExportTest {
    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @SuppressWarnings("NullAway.Init")
    private Installation house;

    @SuppressWarnings("NullAway.Init")
    private Lomara lomara;

    /** What the stand answered at each moment: address → status and body. */
    private final Map<Instant, Map<String, Served>> seen = new TreeMap<>();

    private record Served(int status, String body, Map<String, List<String>> headers) {}

    @BeforeEach
    void open() {
        house = Installation.found(
                folder.resolve("data"), Installation.sqlite(folder), clock, Installation.Public.SERVED);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        house.renewal.fronts();
        lomara = new Lomara(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Asks the stand for every address, remembers the answers, and lets an hour pass. */
    private void look() {
        Map<String, Served> answers = new HashMap<>();
        try (Reader reader = new Reader(house)) {
            house.state().forEach((address, change) -> {
                HttpResponse<byte[]> answer = reader.get(change.host(), change.path());
                Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
                headers.remove("date");
                answers.put(
                        address,
                        new Served(
                                answer.statusCode(), new String(answer.body(), StandardCharsets.ISO_8859_1), headers));
            });
        }
        seen.put(clock.instant(), answers);
        clock.pass(Duration.ofHours(1));
    }

    private void fourMoments() {
        ReleaseId ferry = lomara.release("The ferry sails again", "At noon.");
        ReleaseId mistake = lomara.release("A mistake", "Nobody should have read this.");
        look();
        lomara.correct(ferry, Lomara.EN, Correct.Reason.CORRECTION, Lomara.wording("The ferry sails", "At one."));
        house.pressRun.run();
        look();
        lomara.withdraw(mistake, Lomara.EN, WithdrawnText.REMOVED);
        house.pressRun.run();
        look();
        lomara.release("Another one", "It is short.");
        look();
    }

    @Test
    void the_tree_of_each_past_moment_is_what_was_served_then() throws IOException {
        fourMoments();
        try (Shelf shelf = FolderShelf.open(folder.resolve("data/shelf"))) {
            for (Map.Entry<Instant, Map<String, Served>> then : seen.entrySet()) {
                Path tree = folder.resolve("tree-" + then.getKey().getEpochSecond());
                try (PastSite site = PastSite.at(shelf, then.getKey().plusSeconds(60))) {
                    PlainTree.write(site, tree);
                }
                assertThat(told(tree)).isEqualTo(then.getValue().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().status() + entry.getValue().body())));
            }
        }
        assertThat(seen.values().stream().map(Map::size).distinct()).hasSizeGreaterThan(2);
    }

    @Test
    void a_past_answer_has_the_head_that_was_sent_then() {
        fourMoments();
        seen.forEach((then, answers) -> {
            try (PastSite site = PastSite.at(house.shelf, then)) {
                site.changes().forEach(change -> {
                    PastSite.Answer answer = site.answer(change.host(), change.path());
                    Served served = answers.get(change.host() + change.path());
                    Map<String, List<String>> headers = new TreeMap<>();
                    answer.headers()
                            .forEach((name, value) ->
                                    headers.put(name.toLowerCase(java.util.Locale.ROOT), List.of(value)));
                    assertThat(headers).as(change.path()).isEqualTo(served.headers());
                    assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                            .isEqualTo(served.body());
                });
                assertThat(site.changes()).hasSameSizeAs(answers.keySet());
            }
        });
    }

    /** Status and bytes by address, as the tree and its list tell them. */
    private static Map<String, String> told(Path tree) throws IOException {
        Map<String, String> told = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        List<Path> named = new ArrayList<>();
        for (String line : Files.readAllLines(tree.resolve("site.jsonl"))) {
            JsonNode entry = json.readTree(line);
            String body = "";
            if (entry.has("file")) {
                Path file = tree.resolve(entry.get("file").asString());
                named.add(file);
                body = Files.readString(file, StandardCharsets.ISO_8859_1);
            }
            told.put(
                    entry.get("host").asString() + entry.get("path").asString(),
                    entry.get("status").asInt() + body);
        }
        try (var files = Files.walk(tree)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().matches(".*(\\.gz|\\.br|site\\.jsonl|nginx\\.conf)")))
                    .as("nothing lies in the tree that no address names")
                    .allMatch(named::contains);
        }
        return told;
    }
}
