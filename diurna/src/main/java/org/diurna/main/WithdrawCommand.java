package org.diurna.main;

import java.util.concurrent.Callable;
import org.diurna.desk.Refusal;
import org.diurna.desk.Withdraw;
import org.diurna.edition.Release;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Takes a language version back from the public; the ledger says so for ever.")
final class WithdrawCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final VersionOption version = new VersionOption();

    @Option(names = "--reason", required = true, paramLabel = "SENTENCE", description = "Why, for readers.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(
            names = "--text",
            defaultValue = "kept",
            paramLabel = "kept|removed",
            description = "Whether the text stays readable below a notice (default), or its address answers \"gone\".")
    @SuppressWarnings("NullAway.Init")
    private WithdrawnText text;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return data.publishing((house, publishing) -> {
            Release found = version.release(house);
            Language each = version.language();
            Withdraw withdraw = new Withdraw(house.releases(), house.rights(), house.clock());
            return switch (withdraw.run(Names.COMMAND_LINE, found.id(), each, text, reason)) {
                case Withdraw.Outcome.Withdrawn _ -> {
                    publishing.run().pressRun().run();
                    spec.commandLine()
                            .getOut()
                            .println("withdrawn  " + publishing.addresses().of(found, each));
                    yield ExitCodes.DONE;
                }
                case Refusal.NotReady(var objections) -> {
                    Names.refused(spec, "It was not withdrawn", objections);
                    yield ExitCodes.REFUSED;
                }
                case Refusal.Overtaken _, Refusal.NotFound _, Refusal.NotAllowed _, Refusal.ProveFirst _ ->
                    throw Names.noVersion(found, each);
            };
        });
    }
}
