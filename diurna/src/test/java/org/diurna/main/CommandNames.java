package org.diurna.main;

import java.util.List;
import picocli.CommandLine;

/** The names of the commands, for the test of the documents. */
public final class CommandNames {
    private CommandNames() {}

    public static List<String> all() {
        return List.copyOf(new CommandLine(new Diurna()).getSubcommands().keySet());
    }
}
