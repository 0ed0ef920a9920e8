package org.diurna.gate;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads all pages of some folders and prints one line of JSON for each: {@code Trial FOLDER…}. A tool, not a test. */
final class Trial {
    private Trial() {}

    public static void main(String[] folders) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Gate gate = new Gate();
        for (String folder : folders) {
            for (Path file : files(Path.of(folder))) {
                out.println(gate.dryRun(Files.readAllBytes(file), file.toString()));
            }
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
