package org.diurna.house;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The settings have mistakes; the message lists all of them by number. */
public final class SettingsWrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    SettingsWrong(Path file, List<String> problems) {
        super("The settings in " + file + " have "
                + (problems.size() == 1 ? "a mistake" : problems.size() + " mistakes")
                + ":\n"
                + IntStream.range(0, problems.size())
                        .mapToObj(i -> "  " + (i + 1) + ". " + problems.get(i))
                        .collect(Collectors.joining("\n")));
    }
}
