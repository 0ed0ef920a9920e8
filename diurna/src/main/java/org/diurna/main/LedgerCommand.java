package org.diurna.main;

import org.diurna.house.DataFolder;
import org.diurna.house.Settings;
import org.diurna.ledger.Ledger;
import org.diurna.ledger.LogKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "The transparency log of this installation.",
        synopsisSubcommandLabel = "COMMAND")
final class LedgerCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "found",
            mixinStandardHelpOptions = true,
            description = {
                "Makes the key of the ledger and the empty ledger. Once in the life of an installation:",
                "whoever has checked a release knows this key, and a second one would be a second history."
            })
    int found(
            @Mixin DataOption data,
            @Option(
                            names = "--origin",
                            paramLabel = "ADDRESS",
                            description = "Its public address without scheme, for ever (default: from the settings).")
                    String origin) {
        try (DataFolder held = DataFolder.take(data.folder())) {
            Settings settings = Settings.read(held.settings());
            String name = origin == null ? LedgerPlace.origin(settings, "press") : origin;
            LogKey key = Ledger.found(held.ledger(), LedgerPlace.keyFile(held), name);
            spec.commandLine().getOut().println("The ledger " + key.origin() + " is founded. Its key for verifiers:");
            spec.commandLine().getOut().println(key.verifier().text());
            spec.commandLine()
                    .getOut()
                    .println("Keep a copy of " + LedgerPlace.keyFile(held) + " where no web server can reach it.");
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints the key for verifiers and the newest checkpoint.")
    int show(@Mixin DataOption data) {
        return with(data, ledger -> {
            spec.commandLine().getOut().println(ledger.checkpoint().note());
            return ExitCodes.DONE;
        });
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Reads every entry and every tile again and compares them with the signed root.")
    int verify(@Mixin DataOption data) {
        return with(data, ledger -> {
            ledger.verify();
            spec.commandLine().getOut().println("The ledger is whole: " + ledger.size() + " entries.");
            return ExitCodes.DONE;
        });
    }

    private int with(DataOption data, java.util.function.ToIntFunction<Ledger> work) {
        try (DataFolder held = DataFolder.takeExisting(data.folder())) {
            LogKey key = LogKey.read(LedgerPlace.keyFile(held));
            try (Ledger ledger = Ledger.open(held.ledger(), key)) {
                spec.commandLine().getOut().println(key.verifier().text());
                return work.applyAsInt(ledger);
            }
        }
    }
}
