package org.diurna.stand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line, as its own process. */
@Timeout(60)
class StandMainTest {
    private static final Pattern OPEN = Pattern.compile("The stand is open at http://127.0.0.1:(\\d+) with turn 1 .*");

    @TempDir
    Path folder;

    private static Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StandMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private record Ended(int exit, String said) {}

    private static Ended run(String... arguments) throws Exception {
        var process = start(arguments);
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }

    @Test
    void it_serves_until_it_is_told_to_end() throws Exception {
        try (var shelf = FolderShelf.openOrFound(folder.resolve("shelf"))) {
            SampleSite.lay(shelf);
        }
        var process = start("--shelf", folder.resolve("shelf").toString(), "--port", "0");
        try (BufferedReader out = process.inputReader()) {
            var line = out.readLine();
            var open = OPEN.matcher(line);
            assertThat(open.matches()).as(line).isTrue();
            var answer = Wire.get(Integer.parseInt(open.group(1)), SampleSite.HOST, "/en/7/visit");
            assertThat(answer.body()).isEqualTo(SampleSite.VISIT);
            // By its handle: Process.destroy would also close the stream that is read here.
            process.toHandle().destroy();
            assertThat(out.lines()).isEmpty();
            assertThat(process.waitFor(Duration.ofSeconds(20))).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_missing_folder_is_named_with_the_remedy() throws Exception {
        var ended = run("--shelf", folder.resolve("nowhere").toString(), "--port", "0");
        assertThat(ended.exit()).isEqualTo(StandMain.EXIT_SHELF);
        assertThat(ended.said()).contains("there is no folder", "nowhere").doesNotContain("\tat ");
    }

    @Test
    void a_certificate_without_a_key_is_refused() throws Exception {
        var ended = run("--shelf", folder.toString(), "--tls-cert", "cert.pem");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("--tls-cert and --tls-key belong together");
    }

    @Test
    void the_help_tells_options_and_exit_codes() throws Exception {
        var ended = run("--help");
        assertThat(ended.exit()).isZero();
        assertThat(ended.said()).contains("--shelf", "--counter", "Exit codes:", "Examples:");
    }

    /** Invariant 4: the stand knows only bytes. */
    @Test
    void no_database_template_or_framework_is_on_its_class_path() throws IOException {
        var classPath = List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1));
        assertThat(classPath).isNotEmpty();
        var names = new ArrayList<String>();
        classPath.forEach(entry -> names.add(Path.of(entry).getFileName().toString()));
        var lib = Path.of("target/lib");
        if (Files.isDirectory(lib)) {
            try (var jars = Files.list(lib)) {
                jars.forEach(jar -> names.add(jar.getFileName().toString()));
            }
        }
        assertThat(names)
                .noneMatch(
                        name -> name.matches(
                                "(?i).*(spring|jdbc|sqlite|postgres|hikari|flyway|jte|thymeleaf|freemarker|lucene|mail|ledger).*"));
        for (var name : List.of("org.springframework.core.SpringVersion", "org.sqlite.JDBC", "gg.jte.TemplateEngine")) {
            assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
                    .isNull();
        }
    }
}
