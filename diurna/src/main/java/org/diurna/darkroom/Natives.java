package org.diurna.darkroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where libvips may lie: the path in the settings, the folder of natives in the release, the system. */
final class Natives {
    private static final List<String> SYSTEM = List.of("libvips.so.42", "libvips.42.dylib", "libvips-42.dll");

    private Natives() {}

    /** A configured path is the only one tried, so that a wrong setting is noticed. */
    static List<String> candidates(Optional<Path> configured, Optional<Path> folder) {
        if (configured.isPresent()) {
            return List.of(configured.get().toString());
        }
        var all = new ArrayList<String>();
        folder.filter(Files::isDirectory).ifPresent(existing -> all.addAll(librariesIn(existing)));
        all.addAll(SYSTEM);
        return all;
    }

    private static List<String> librariesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith("libvips")
                                && (name.contains(".so") || name.endsWith("lib") || name.endsWith(".dll"));
                    })
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DarkroomUnavailable(
                    "The folder of natives " + folder + " cannot be read; check its permissions.", e);
        }
    }
}
