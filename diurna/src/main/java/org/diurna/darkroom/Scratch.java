package org.diurna.darkroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A private folder for one worker: its working directory and its place for temporary files. Gone with the worker. */
record Scratch(Path folder) implements AutoCloseable {
    static Scratch make() {
        try {
            return new Scratch(Files.createTempDirectory("diurna-darkroom-"));
        } catch (IOException e) {
            throw new DarkroomUnavailable(
                    "No temporary folder can be made for the darkroom; check the free space of "
                            + System.getProperty("java.io.tmpdir") + ".",
                    e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new DarkroomUnavailable(
                    "The darkroom's temporary folder " + folder + " cannot be removed; remove it by hand.", e);
        }
    }
}
