package org.diurna.main;

import java.util.concurrent.Callable;
import org.diurna.desk.RecallPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "recall",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a picture back from the public: it leaves every page, feed, card and map, and each text that showed it",
            "gets an edition without it. The ledger holds the day. This cannot be undone."
        })
final class RecallCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            index = "0",
            paramLabel = "PICTURE",
            description = "The id of the picture: the end of its address at the desk.")
    @SuppressWarnings("NullAway.Init")
    private String picture;

    @Option(names = "--reason", required = true, paramLabel = "SENTENCE", description = "Why, for the house.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return data.publishing((house, publishing) -> {
            RecallPicture recall = new RecallPicture(house.releases(), house.rights(), house.clock());
            return switch (recall.run(Names.COMMAND_LINE, picture, reason)) {
                case RecallPicture.Outcome.Recalled(var editions) -> {
                    publishing.run().pressRun().run();
                    publishing.run().renewal().fronts();
                    spec.commandLine().getOut().println("recalled from " + editions + " editions");
                    yield ExitCodes.DONE;
                }
                case RecallPicture.Outcome.NotReady(var objections) -> {
                    Names.refused(spec, "It was not recalled", objections);
                    yield ExitCodes.REFUSED;
                }
                case RecallPicture.Outcome.NotFound _,
                        RecallPicture.Outcome.NotAllowed _,
                        RecallPicture.Outcome.ProveFirst _ ->
                    throw new Unusable(ExitCodes.INPUT, "No draft or edition shows a picture " + picture + ".");
            };
        });
    }
}
