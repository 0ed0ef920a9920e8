package org.diurna.main;

import java.util.concurrent.Callable;
import org.diurna.desk.Correct;
import org.diurna.desk.Refusal;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.house.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = "Publishes the changed draft of a public language version as its next edition.")
final class CorrectCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final VersionOption version = new VersionOption();

    @Option(names = "--note", required = true, paramLabel = "SENTENCE", description = "What changed, for readers.")
    @SuppressWarnings("NullAway.Init")
    private String note;

    @Option(
            names = "--kind",
            defaultValue = "correction",
            paramLabel = "correction|update|refile",
            description = "Something was wrong (default), something is new, or a trifle was mended.")
    @SuppressWarnings("NullAway.Init")
    private Correct.Reason kind;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return data.publishing((house, publishing) -> {
            Release found = version.release(house);
            Language each = version.language();
            Draft draft = Names.draft(house, found, each);
            Correct correct =
                    new Correct(house.releases(), house.rights(), house.studio().platemaker(), house.clock());
            return switch (correct.run(Names.COMMAND_LINE, found.id(), each, draft.revision(), kind, note)) {
                case Correct.Outcome.Corrected(var edition) -> {
                    publishing.run().pressRun().run();
                    spec.commandLine()
                            .getOut()
                            .println("edition " + edition.number() + "  "
                                    + publishing.addresses().of(found, each));
                    yield ExitCodes.DONE;
                }
                case Refusal.NotReady(var objections) -> {
                    Names.refused(spec, "It was not corrected", objections);
                    yield ExitCodes.REFUSED;
                }
                case Refusal.Overtaken _, Refusal.NotFound _, Refusal.NotAllowed _, Refusal.ProveFirst _ ->
                    throw new Unusable(ExitCodes.REFUSED, "The draft changed meanwhile. Call the command again.");
            };
        });
    }
}
