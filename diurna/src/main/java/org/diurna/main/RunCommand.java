package org.diurna.main;

import java.util.concurrent.Callable;
import org.diurna.house.DataFolder;
import org.diurna.house.Settings;
import org.diurna.staff.Staff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Opens the press office: the stand for the public, then the desk.",
            "Settings are read from diurna.yaml in the data folder (docs/reference/settings.md)."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (DataFolder folder = DataFolder.takeExisting(data.folder())) {
            Settings settings = ports.over(Settings.read(folder.settings()));
            if (!LedgerPlace.founded(folder)) {
                throw new Unusable(
                        ExitCodes.PLACE,
                        "The data folder " + Troubles.shown(folder.root())
                                + " has no ledger yet, and nothing can be published"
                                + " without one. Make it with \"diurna ledger found --data " + data.folder()
                                + "\"; that is done once.");
            }
            new Opening(folder, settings, Staff.Use.EARNEST, spec.commandLine().getOut()).run((_, _) -> {});
            return ExitCodes.DONE;
        }
    }
}
