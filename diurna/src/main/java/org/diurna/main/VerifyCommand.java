package org.diurna.main;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diurna.ledger.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether a release is genuine: a page of the web with all that it links to, or files that you have.",
            "The receipt of a licence (licence-NUMBER.txt) is checked with --key alone.",
            "A PDF file holds its edition and its proof, and its words are compared with them.",
            "With files a key is needed (--key or --policy), from somewhere else than the page itself.",
            "Exit codes: 0 genuine, 1 altered, 2 not proven, 3 withdrawn or erased, 4 cannot be checked, 5 not reachable."
        })
final class VerifyCommand implements Callable<Integer> {
    /** Handed to the verifier as they are, options and all: it is a program of its own. */
    @Parameters(arity = "1..*", paramLabel = "ARGUMENT", description = "URL|FILE… [--key NAME+ID+KEY | --policy FILE]")
    @SuppressWarnings("NullAway.Init")
    private List<String> arguments;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<Integer> receipt = LicenceCheck.of(spec.commandLine().getOut(), arguments);
        if (receipt.isPresent()) {
            return receipt.get();
        }
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(arguments);
        return Main.run(new PrintStream(System.out, true, StandardCharsets.UTF_8), new PaperOpener(), all);
    }
}
