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
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.diurna.desk.Correct;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.run.archive.WebArchive;
import org.diurna.stand.FolderShelf;
import org.diurna.stand.PastSite;
import org.diurna.stand.PlainTree;
import org.diurna.stand.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
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
                Map<String, List<String>> headers =
                        new TreeMap<>(answer.headers().map());
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
                assertThat(told(tree))
                        .isEqualTo(then.getValue().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().status()
                                                + entry.getValue().body())));
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
                    Served served = Objects.requireNonNull(answers.get(change.host() + change.path()), change.path());
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

    @Test
    void a_release_is_written_for_archives_with_heads_proofs_and_what_it_said_before() throws IOException {
        ReleaseId ferry = lomara.release("The ferry sails again", "At noon.");
        clock.pass(Duration.ofHours(1));
        lomara.correct(ferry, Lomara.EN, Correct.Reason.CORRECTION, Lomara.wording("The ferry sails", "At one."));
        house.pressRun.run();
        Path file = folder.resolve("ferry.warc.gz");
        WebArchive.Written written = new WebArchive(house.shelf, "https", 443).release(ferry.toString(), file);
        Map<String, Long> kinds = new TreeMap<>();
        List<String> bodies = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        try (WarcReader reader = new WarcReader(file)) {
            for (WarcRecord record : reader) {
                kinds.merge(record.type(), 1L, Long::sum);
                assertThat(record.version()).isEqualTo(MessageVersion.WARC_1_1);
                if (record instanceof WarcResponse response
                        && response.targetURI().getPath().endsWith("/the-ferry-sails-again")) {
                    assertThat(response.targetURI().toString()).startsWith("https://127.0.0.1/en/" + ferry + "/");
                    assertThat(response.http().headers().first("Content-Security-Policy"))
                            .isPresent();
                    bodies.add(new String(response.http().body().stream().readAllBytes(), StandardCharsets.UTF_8));
                }
                if (record instanceof WarcMetadata metadata) {
                    proofs.addAll(metadata.fields().map().get("ledger-index"));
                }
            }
        }
        assertThat(bodies.getFirst()).contains("At noon.");
        assertThat(proofs).containsSequence("0").contains("1");
        assertThat(kinds)
                .containsEntry("warcinfo", 1L)
                .containsEntry("response", written.responses())
                .containsEntry("metadata", written.proofs());
        assertThat(written.revisits()).isEqualTo(kinds.getOrDefault("revisit", 0L));
        Path again = folder.resolve("again");
        Files.createDirectory(again);
        new WebArchive(house.shelf, "https", 443).release(ferry.toString(), again.resolve("ferry.warc.gz"));
        assertThat(again.resolve("ferry.warc.gz")).hasSameBinaryContentAs(file);
    }

    @Test
    void a_day_is_written_with_its_index_and_its_pages() throws IOException {
        fourMoments();
        Path file = folder.resolve("day.wacz");
        WebArchive.Written written =
                new WebArchive(house.shelf, "http", 8080).day(java.time.LocalDate.of(2026, 3, 4), file);
        assertThat(written.responses()).isGreaterThan(50);
        assertThat(written.revisits()).isPositive();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("archive/data.warc.gz", "pages/pages.jsonl", "datapackage.json")
                    .anyMatch(name -> name.startsWith("indexes/"));
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("pages/pages.jsonl"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .contains("http://127.0.0.1:8080/en/")
                    .contains("Another one");
        }
        assertThat(new WebArchive(house.shelf, "http", 8080)
                        .day(java.time.LocalDate.of(2026, 3, 5), folder.resolve("empty.warc.gz"))
                        .responses())
                .isZero();
    }

    @Test
    void the_time_gate_leads_to_the_edition_of_the_moment() {
        ReleaseId ferry = lomara.release("The ferry sails again", "At noon.");
        clock.pass(Duration.ofHours(1));
        lomara.correct(ferry, Lomara.EN, Correct.Reason.CORRECTION, Lomara.wording("The ferry sails", "At one."));
        house.pressRun.run();
        String root = "/en/" + ferry + "/editions/";
        try (Reader reader = new Reader(house)) {
            assertThat(location(reader, root, "Thu, 01 Jan 1970 00:00:00 GMT")).isEqualTo(root + "1");
            assertThat(location(reader, root, "Wed, 04 Mar 2026 10:29:59 GMT")).isEqualTo(root + "1");
            assertThat(location(reader, root, "Wed, 04 Mar 2026 10:30:00 GMT")).isEqualTo(root + "2");
            assertThat(location(reader, root, "")).isEqualTo(root + "2");
            HttpResponse<byte[]> refused = reader.get(root + "timegate", "Accept-Datetime", "yesterday");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(reader.text(root + "timemap")).contains("rel=\"timegate\"");
            lomara.withdraw(ferry, Lomara.EN, WithdrawnText.REMOVED);
            house.pressRun.run();
            assertThat(reader.status(root + "timegate")).isEqualTo(410);
        }
    }

    private static String location(Reader reader, String root, String moment) {
        HttpResponse<byte[]> answer = moment.isEmpty()
                ? reader.get(root + "timegate")
                : reader.get(root + "timegate", "Accept-Datetime", moment);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Datetime");
        assertThat(answer.headers().firstValue("Link").orElseThrow())
                .contains("rel=\"original\"")
                .contains("rel=\"timemap\"");
        assertThat(answer.headers().firstValue("Memento-Datetime")).isEmpty();
        return answer.headers().firstValue("Location").orElseThrow();
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
