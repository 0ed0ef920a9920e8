package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger looks at a log, in words of the program and of its parts. */
class AuditTest {
    private static final List<VerifierKey> KEYS = List.of(TestLog.KEY.verifier());
    private static final String KEY = TestLog.KEY.verifier().text();

    @TempDir
    private Path home;

    private Disk disk = new FakeDisk();
    private Path log = Path.of("");

    @BeforeEach
    void found() throws IOException {
        log = Files.createDirectory(home.resolve("log"));
        disk = new FolderDisk(log);
        TestLog.founded(disk).append(0, TestLog.entries(0, 600));
    }

    private Audit.Result audit(Optional<Checkpoint> remembered) {
        return new Audit(Tiles.in(log), KEYS).run(remembered, (index, entry) -> {});
    }

    @Test
    void only_what_is_new_is_read_after_the_first_time() {
        Audit.Sound first = (Audit.Sound) audit(Optional.empty());
        assertThat(first.read()).isEqualTo(600);
        TestLog.open(disk).append(600, TestLog.entries(600, 610));
        List<Long> seen = new ArrayList<>();
        Audit.Result second = new Audit(Tiles.in(log), KEYS)
                .run(Optional.of(first.newest().checkpoint()), (index, entry) -> seen.add(index));
        assertThat(second).isInstanceOf(Audit.Sound.class);
        assertThat(seen).hasSize(10).first().isEqualTo(600L);
    }

    @Test
    void a_changed_history_is_found_whichever_way_it_was_changed() {
        Checkpoint remembered = ((Audit.Sound) audit(Optional.empty())).newest().checkpoint();
        Disk other = new FakeDisk();
        Ledger forged = TestLog.founded(other);
        List<byte[]> entries = new ArrayList<>(TestLog.entries(0, 610));
        entries.set(3, "another".getBytes(StandardCharsets.UTF_8));
        forged.append(0, entries);
        assertThat(new Audit(other::read, KEYS).run(Optional.of(remembered), (index, entry) -> {}))
                .isInstanceOf(Audit.Broken.class);
        assertThat(new Audit(other::read, KEYS).run(Optional.empty(), (index, entry) -> {}))
                .isInstanceOf(Audit.Sound.class);

        Disk shorter = new FakeDisk();
        TestLog.founded(shorter).append(0, TestLog.entries(0, 599));
        assertThat(new Audit(shorter::read, KEYS).run(Optional.of(remembered), (index, entry) -> {}))
                .isInstanceOfSatisfying(
                        Audit.RolledBack.class,
                        back -> assertThat(back.remembered()).isEqualTo(600));
    }

    @Test
    void an_altered_file_a_missing_one_and_a_foreign_key_are_found() throws IOException {
        assertThat(new Audit(Tiles.in(log), List.of(TestLog.TESSERA.verifier()))
                        .run(Optional.empty(), (index, entry) -> {}))
                .isInstanceOf(Audit.Untrusted.class);
        Path bundle = log.resolve("tile/entries/001");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[100] ^= 1;
        Files.write(bundle, bytes);
        assertThat(audit(Optional.empty())).isInstanceOf(Audit.Broken.class);
        Files.delete(bundle);
        assertThat(audit(Optional.empty())).isInstanceOf(Audit.Broken.class);
        Files.delete(log.resolve("checkpoint"));
        assertThat(audit(Optional.empty())).isInstanceOf(Audit.Untrusted.class);
    }

    @Test
    void a_log_on_a_server_is_audited_like_one_in_a_folder() throws IOException {
        try (FakeWeb web = new FakeWeb();
                Tiles tiles = Tiles.at(web.at("/log"), Duration.ofSeconds(5))) {
            try (var files = Files.walk(log)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    web.on("/log/" + log.relativize(file), Files.readAllBytes(file));
                }
            }
            assertThat(new Audit(tiles, KEYS).run(Optional.empty(), (index, entry) -> {}))
                    .isInstanceOf(Audit.Sound.class);
            web.on("/log/tile/0/001", _ -> FakeWeb.Reply.of(503, ""));
            assertThat(new Audit(tiles, KEYS).run(Optional.empty(), (index, entry) -> {}))
                    .isInstanceOf(Audit.Unread.class);
        }
    }

    @Test
    void the_program_audits_and_remembers() {
        Path memory = home.resolve("memory");
        assertThat(run("audit", log.toString(), "--key", KEY, "--memory", memory.toString()))
                .startsWith("0 Sound:")
                .contains("600 of them");
        TestLog.open(disk).append(600, TestLog.entries(600, 601));
        assertThat(run("audit", log.toString(), "--key", KEY, "--memory", memory.toString()))
                .contains("601 entries, 1 of them");
        assertThat(run("audit", log.toString())).startsWith("64 A key is needed");
    }

    @Test
    void the_program_verifies_files_and_pages() throws IOException {
        TestRelease release = TestRelease.published();
        Path page = Files.write(home.resolve("page.html"), release.page());
        Path edition = Files.write(home.resolve("edition.json"), release.edition());
        Path proof = Files.write(home.resolve("edition.tlog-proof"), release.proof());
        Path policy = Files.writeString(
                home.resolve("policy"), Policy.of(KEYS.getFirst()).text());
        assertThat(run("verify", page.toString(), edition.toString(), proof.toString(), "--policy", policy.toString()))
                .startsWith("0 Genuine:")
                .contains("Code: " + release.receipt().code(), "Not proven:");
        Files.write(page, TestRelease.page("<p>Other words</p>"));
        assertThat(run("verify", page.toString(), edition.toString(), proof.toString(), "--key", KEY))
                .startsWith("1 Altered:");
        assertThat(run("verify", URI.create("http://nobody.invalid/x").toString(), "--key", KEY))
                .startsWith("5 Could not be fetched: No address");
    }

    @Test
    void the_program_answers_bad_input_in_words() throws IOException {
        Path empty = Files.createFile(home.resolve("empty.tlog-proof"));
        assertThat(run()).startsWith("64 Say what to do");
        assertThat(run("--help")).startsWith("0 Checks that");
        assertThat(run("verify")).startsWith("64 ");
        assertThat(run("verify", "x.tlog-proof", "--key", KEY)).startsWith("4 There is no file");
        assertThat(run("verify", empty.toString(), "--key", KEY)).startsWith("4 Cannot be checked");
        assertThat(run("verify", empty.toString(), "--key", "nonsense"))
                .startsWith("4 \"nonsense\" is no verifier key");
        assertThat(run("verify", empty.toString(), "--key")).startsWith("64 The option --key needs a value");
        assertThat(run("verify", empty.toString(), "--kez", KEY)).startsWith("64 There is no option --kez");
        assertThat(run("verify", home.toString(), "--key", KEY))
                .startsWith("4 ")
                .contains("Is a directory");
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new Main(new PrintStream(out, true, StandardCharsets.UTF_8)).run(Arrays.asList(args));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
