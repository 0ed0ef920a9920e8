package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.OfficeJson;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.edition.WordingJson;
import org.diurna.house.DataFolder;
import org.diurna.house.Language;
import org.diurna.house.Settings;
import org.diurna.ledger.Main;
import org.diurna.stand.Change;
import org.diurna.stand.FolderShelf;
import org.diurna.stand.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

final class CommandsTest {
    private static final String OFFICE = """
            {"code":"ministry","names":{"en":"Ministry of Lomara"},"hosts":["mfa.localhost"],"languages":["en"],"zone":"UTC"}""";

    @TempDir
    Path folder;

    /** What a command answered. */
    private record Said(int exit, String out, String err) {
        void refusedNever() {
            assertThat(exit).as(err).isZero();
        }

        /** One message, no stack, with this exit code. */
        Said refused(int code) {
            assertThat(exit).as(err).isEqualTo(code);
            assertThat(err).isNotBlank().doesNotContain("\tat ", "Exception");
            return this;
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new Diurna())
                .setExecutionExceptionHandler(new Troubles())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Said(exit, out.toString(), err.toString());
    }

    private Said with(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data().toString();
        return run(all);
    }

    private ReleaseId draft(String wording) {
        try (DataFolder held = DataFolder.take(data());
                House house = House.open(held, Settings.read(held.settings()))) {
            house.offices().put(OfficeJson.read(JsonMapper.builder().build().readTree(OFFICE)));
            Wording read = WordingJson.read(wording);
            return house.releases()
                    .begin(
                            new Releases.Beginning(
                                    "ministry",
                                    "press-release",
                                    Optional.empty(),
                                    Language.of("en"),
                                    Standing.ORIGINAL,
                                    read,
                                    "",
                                    List.of()),
                            "test",
                            house.clock().instant());
        }
    }

    private static final String GOOD = """
            {"headline":"The ferry sails","date":"2026-03-04","body":[{"type":"paragraph","id":"p","text":[{"text":"At noon."}]}]}""";

    @Test
    void a_release_goes_from_draft_to_withdrawn_on_the_command_line() {
        with("ledger", "found").refusedNever();
        ReleaseId id = draft(GOOD);
        Said published = with("publish", id.value());
        assertThat(published.exit()).as(published.err()).isZero();
        assertThat(published.out()).contains("en  http://mfa.localhost:8080/en/" + id);
        with("publish", id.value(), "en").refused(ExitCodes.REFUSED);
        assertThat(with("publish", id.value()).refused(ExitCodes.REFUSED).err())
                .contains("Every language version of " + id + " has been published already.");
        assertThat(with("correct", id.value(), "en", "--note", "The hour.")
                        .refused(ExitCodes.REFUSED)
                        .err())
                .contains("It was not corrected:");
        assertThat(with("withdraw", id.value(), "en", "--reason", "A mistake.", "--text", "removed")
                        .exit())
                .isZero();
        with("withdraw", id.value(), "en", "--reason", "A mistake.").refused(ExitCodes.REFUSED);
        assertThat(with("rebuild").out()).contains("1 of 1 releases");
        assertThat(with("ledger", "verify").out()).contains("The ledger is whole: 2 entries.");
        assertThat(with("ledger", "show").out()).contains("/press\n2\n");
    }

    @Test
    void a_paper_alone_is_verified_on_the_command_line() throws Exception {
        with("ledger", "found").refusedNever();
        ReleaseId id = draft(GOOD);
        with("publish", id.value()).refusedNever();
        Path file = Files.write(folder.resolve("release.pdf"), paper(id));
        String verifier =
                with("ledger", "show").out().lines().findFirst().orElseThrow().strip();
        assertThat(verified(file, verifier)).isZero();
        Path other = Files.write(folder.resolve("other.pdf"), "no paper".getBytes(StandardCharsets.US_ASCII));
        assertThat(verified(other, verifier)).isEqualTo(4);
    }

    private static int verified(Path file, String key) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return Main.run(nowhere, new PaperOpener(), List.of("verify", file.toString(), "--key", key));
    }

    /** What the program makes in the background while it runs. */
    private byte[] paper(ReleaseId id) {
        try (DataFolder held = DataFolder.take(data());
                House house = House.open(held, Settings.read(held.settings()));
                Shelf shelf = FolderShelf.openOrFound(held.shelf());
                House.Publishing publishing = house.publishing(shelf, Optional.empty())) {
            house.happenings()
                    .of(id)
                    .forEach(happening -> publishing.run().paperRun().after(happening.id()));
            return shelf.state(shelf.last()).values().stream()
                    .filter(change -> change.path().endsWith("/release.pdf"))
                    .map(change -> shelf.read(((Change.Put) change).identity().digest()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void all_objections_are_printed_at_once() {
        with("ledger", "found").refusedNever();
        ReleaseId id = draft("{\"headline\":\"\",\"body\":[]}");
        Said refused = with("publish", id.value()).refused(ExitCodes.REFUSED);
        assertThat(refused.err().lines().filter(line -> line.startsWith("  - ")))
                .hasSize(3);
    }

    @Test
    void without_a_ledger_nothing_is_published_and_the_remedy_is_named() {
        ReleaseId id = draft(GOOD);
        assertThat(with("publish", id.value()).refused(ExitCodes.PLACE).err()).contains("diurna ledger found");
        assertThat(with("run").refused(ExitCodes.PLACE).err()).contains("ledger found");
        with("ledger", "verify").refused(ExitCodes.PLACE);
        with("ledger", "show").refused(ExitCodes.PLACE);
    }

    @Test
    void a_ledger_is_founded_once() {
        with("ledger", "found").refusedNever();
        assertThat(with("ledger", "found").refused(ExitCodes.PLACE).err()).isNotBlank();
    }

    @Test
    void a_folder_that_is_not_there_is_not_made_by_a_slip_of_the_pen() {
        for (String[] command : new String[][] {
            {"publish", "0123456789"}, {"rebuild"}, {"ledger", "verify"}, {"office", "list"}, {"run"}
        }) {
            assertThat(with(command).refused(ExitCodes.PLACE).err()).contains(data().toString());
            assertThat(data()).as(command[0]).doesNotExist();
        }
    }

    @Test
    void what_is_no_release_or_language_is_named() {
        with("ledger", "found").refusedNever();
        ReleaseId id = draft(GOOD);
        assertThat(with("publish", "0123456789").refused(ExitCodes.INPUT).err())
                .contains("There is no release 0123456789");
        assertThat(with("publish", "nonsense").refused(ExitCodes.INPUT).err())
                .contains("\"nonsense\" is no release id");
        assertThat(with("publish", id.value(), "fr").refused(ExitCodes.INPUT).err())
                .contains("has no version in fr");
        assertThat(with("publish", id.value(), "Klingon")
                        .refused(ExitCodes.INPUT)
                        .err())
                .contains("\"Klingon\" is no language tag");
        with("withdraw", id.value(), "en").refused(ExitCodes.WRONG_USE);
        with("withdraw", id.value(), "en", "--reason", "x", "--text", "burnt").refused(ExitCodes.WRONG_USE);
        with("publish").refused(ExitCodes.WRONG_USE);
        run("pubish").refused(ExitCodes.WRONG_USE);
    }

    @Test
    void wrong_settings_stop_every_command_with_the_whole_list() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("diurna.yaml"), "publik: {port: 1}\nsince: never\n");
        assertThat(with("office", "list").refused(ExitCodes.PLACE).err()).contains("2 mistakes", "1. ", "2. ");
        assertThat(data().resolve("diurna.sqlite")).doesNotExist();
    }

    @Test
    void a_folder_of_a_newer_version_is_refused() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("format"), "7\n");
        assertThat(with("rebuild").refused(ExitCodes.PLACE).err()).contains("has format 7");
    }

    @Test
    void a_folder_in_use_is_refused() {
        try (DataFolder held = DataFolder.take(data())) {
            assertThat(with("office", "list").refused(ExitCodes.PLACE).err())
                    .contains("is in use by process " + ProcessHandle.current().pid());
            assertThat(held.root()).isEqualTo(data());
        }
    }

    @Test
    void a_port_in_use_is_named_with_its_own_exit_code() throws Exception {
        with("ledger", "found").refusedNever();
        draft(GOOD);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(with("run", "--port", port, "--desk-port", "0")
                            .refused(ExitCodes.PORT)
                            .err())
                    .contains(port);
            assertThat(with("run", "--port", "0", "--desk-port", port)
                            .refused(ExitCodes.PORT)
                            .err())
                    .contains(port);
        }
    }

    @Test
    void an_office_file_that_is_none_is_refused() throws Exception {
        Path file = folder.resolve("office.json");
        assertThat(with("office", "put", file.toString())
                        .refused(ExitCodes.INPUT)
                        .err())
                .contains(file.toString());
        for (String wrong :
                List.of("", "\u0000", "[1", "[]", "{}", "{\"code\":\"X\"}", OFFICE.replace("UTC", "Mars/Base"))) {
            Files.writeString(file, wrong, StandardCharsets.UTF_8);
            with("office", "put", file.toString()).refused(ExitCodes.INPUT);
        }
        Files.write(file, new byte[] {(byte) 0xff, 0, 1});
        with("office", "put", file.toString()).refused(ExitCodes.INPUT);
        assertThat(data()).doesNotExist();
        Files.writeString(file, OFFICE);
        assertThat(with("office", "put", file.toString()).out()).contains("ministry  mfa.localhost");
        Files.writeString(file, OFFICE.replace("ministry", "embassy"));
        assertThat(with("office", "put", file.toString())
                        .refused(ExitCodes.REFUSED)
                        .err())
                .contains("belongs to another office");
        assertThat(with("office", "list").out()).contains("ministry").doesNotContain("embassy");
    }

    @Test
    void a_damaged_database_or_shelf_is_named() throws Exception {
        with("ledger", "found").refusedNever();
        draft(GOOD);
        Files.writeString(data().resolve("diurna.sqlite"), "no database ".repeat(1000));
        assertThat(with("office", "list").refused(ExitCodes.PLACE).err()).contains("diurna.sqlite");
    }
}
