package org.diurna.main;

import org.diurna.house.DataFolder;
import org.diurna.house.Settings;
import org.diurna.ledger.Ledger;
import org.diurna.ledger.LogKey;
import org.diurna.ledger.OfficialNames;
import org.diurna.run.OwnNames;
import org.diurna.run.PressRun;
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

    @Command(
            name = "hosts",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the official host names, mail domains and accounts as the offices and settings have them, and",
                "whether the ledger says the same. With --sign they become the newest entry of the ledger, for ever."
            })
    int hosts(
            @Mixin DataOption data,
            @Option(names = "--sign", description = "Enter them in the ledger and lay them at every office's host.")
                    boolean sign) {
        return data.publishing((house, publishing) -> {
            OfficialNames names = OwnNames.of(house.offices().all(), house.settings());
            spec.commandLine().getOut().print(names.text());
            PressRun press = publishing.run().pressRun();
            boolean said = press.named().filter(names::equals).isPresent();
            if (sign && press.name(names)) {
                spec.commandLine()
                        .getOut()
                        .println("Now in the ledger, and at /.well-known/diurna/hosts.txt of every office.");
            } else if (said || sign) {
                spec.commandLine().getOut().println("The ledger says the same.");
            } else {
                spec.commandLine().getOut().println("The ledger does not say so yet; sign it with --sign.");
            }
            return said || sign ? ExitCodes.DONE : ExitCodes.REFUSED;
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
