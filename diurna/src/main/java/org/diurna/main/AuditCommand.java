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
            "Checks every page of an office's site against the ledger, from the address of the site: pages that were never",
            "published, words that are not the published ones, releases that are missing, a ledger that is old or forked.",
            "Checks a whole ledger, from its own address or folder; with --memory FILE only what is new since the last time,",
            "and whether its history was changed.",
            "Exit codes: 0 sound, 1 broken, 2 rolled back or forked, 3 not trusted, 5 not readable."
        })
final class AuditCommand implements Callable<Integer> {
    /** Handed to the verifier as they are, options and all: it is a program of its own. */
    @Parameters(
            arity = "1..*",
            paramLabel = "ARGUMENT",
            description = "SITE|URL|FOLDER [--key NAME+ID+KEY | --policy FILE] [--memory FILE] [--json]")
    @SuppressWarnings("NullAway.Init")
    private List<String> arguments;

    @Override
    public Integer call() {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(arguments);
        return Main.run(new PrintStream(System.out, true, StandardCharsets.UTF_8), new PaperOpener(), all);
    }
}
