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
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether a release is genuine: a page of the web with all that it links to, or files that you have.",
            "A PDF file holds its edition and its proof, and its words are compared with them.",
            "With files a key is needed (--key or --policy), from somewhere else than the page itself.",
            "Exit codes: 0 genuine, 1 altered, 2 not proven, 3 withdrawn or erased, 4 cannot be checked, 5 not reachable."
        })
final class VerifyCommand implements Callable<Integer> {
    /** Handed to the verifier as they are, options and all: it is a program of its own. */
    @Parameters(arity = "1..*", paramLabel = "ARGUMENT", description = "URL|FILE… [--key NAME+ID+KEY | --policy FILE]")
    @SuppressWarnings("NullAway.Init")
    private List<String> arguments;

    @Override
    public Integer call() {
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(arguments);
        return Main.run(new PrintStream(System.out, true, StandardCharsets.UTF_8), new PaperOpener(), all);
    }
}
