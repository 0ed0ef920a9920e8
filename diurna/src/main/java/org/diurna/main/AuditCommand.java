package org.diurna.main;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.diurna.ledger.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a whole ledger, from its address or folder; with --memory FILE only what is new since the last time,",
            "and whether its history was changed.",
            "Exit codes: 0 sound, 1 broken, 2 rolled back, 3 not trusted, 5 not readable."
        })
final class AuditCommand implements Callable<Integer> {
    /** Handed to the verifier as they are, options and all: it is a program of its own. */
    @Parameters(
            arity = "1..*",
            paramLabel = "ARGUMENT",
            description = "URL|FOLDER (--key NAME+ID+KEY | --policy FILE) [--memory FILE]")
    @SuppressWarnings("NullAway.Init")
    private List<String> arguments;

    @Override
    public Integer call() {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(arguments);
        return Main.run(new PrintStream(System.out, true, StandardCharsets.UTF_8), all);
    }
}
