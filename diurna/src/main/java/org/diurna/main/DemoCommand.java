package org.diurna.main;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.diurna.house.DataFolder;
import org.diurna.house.Settings;
import org.diurna.ledger.Ledger;
import org.diurna.staff.Staff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a finished press office: the Ministry of Foreign Affairs of Lomara, a country that does not exist,",
            "and three of its embassies, with two years of releases. Everything lies in one folder; delete it to begin anew."
        })
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "demo-data",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (DataFolder held = DataFolder.take(folder)) {
            DemoOrganisation demo = new DemoOrganisation();
            demo.writeSettings(held.settings());
            Settings settings = ports.over(Settings.read(held.settings()));
            if (!LedgerPlace.founded(held)) {
                Ledger.found(held.ledger(), LedgerPlace.keyFile(held), LedgerPlace.origin(settings, "demo"));
            }
            new Opening(held, settings, Staff.Use.DEMO, spec.commandLine().getOut()).run(demo::furnish);
            return ExitCodes.DONE;
        }
    }
}
