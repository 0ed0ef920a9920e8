package org.diurna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stop for the size of a file in STYLE.md, held against the sources of all modules. */
final class SizeTest {
    private static final int LINES_MAX = 400;
    private static final Path ROOT = Path.of(System.getProperty("diurna.root", ".."));

    @Test
    void no_file_is_longer_than_the_stop() throws IOException {
        Map<String, Long> lines = new TreeMap<>();
        for (String module : new String[] {"ledger", "stand", "diurna"}) {
            for (String part : new String[] {"main", "test"}) {
                count(ROOT.resolve(module).resolve("src").resolve(part).resolve("java"), lines);
            }
        }
        assertThat(lines).hasSizeGreaterThan(500);
        lines.values().removeIf(count -> count <= LINES_MAX);
        assertThat(lines).as("files of more than " + LINES_MAX + " lines").isEmpty();
    }

    private static void count(Path folder, Map<String, Long> lines) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                try (Stream<String> all = Files.lines(file)) {
                    lines.put(ROOT.relativize(file).toString(), all.count());
                }
            }
        }
    }
}
