package org.diurna.main;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every public page again from the editions and turns the shelf to what differs.",
            "A lost or damaged shelf comes back with it; no edition and no proof changes.",
            "PDF files that are missing are made when the program runs again."
        })
final class RebuildCommand implements Callable<Integer> {
    private static final int BAR = 40;

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return data.publishing((house, publishing) -> {
            publishing.run().pressRun().run();
            publishing.run().renewal().everything(this::progress);
            publishing.run().papers(house.jobs());
            spec.commandLine().getOut().println();
            return ExitCodes.DONE;
        });
    }

    private void progress(int done, int all) {
        int filled = all == 0 ? BAR : (int) ((long) done * BAR / all);
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        spec.commandLine().getOut().print("\r[" + bar + "] " + done + " of " + all + " releases");
        spec.commandLine().getOut().flush();
    }
}
