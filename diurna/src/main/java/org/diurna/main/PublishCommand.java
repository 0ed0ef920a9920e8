package org.diurna.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diurna.desk.Publish;
import org.diurna.desk.Refusal;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.house.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes a draft: freezes it as an edition, proves it in the ledger and puts its pages on the shelf.",
            "Without a language, all language versions of the release that are still drafts are published."
        })
final class PublishCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "RELEASE", description = "The id that \"diurna import\" printed.")
    @SuppressWarnings("NullAway.Init")
    private String release;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LANGUAGE",
            description = "One language, such as en or sr-Cyrl.")
    private Optional<String> language = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return data.publishing((house, publishing) -> {
            Release found = Names.release(house, release);
            List<Language> languages = language.map(tag -> List.of(Names.language(tag)))
                    .orElseGet(() -> house.releases().languages(found).stream()
                            .filter(each -> house.releases().stage(found.id(), each)
                                    instanceof org.diurna.edition.Stage.Drafted)
                            .toList());
            if (languages.isEmpty()) {
                throw new Unusable(
                        ExitCodes.REFUSED, "Every language version of " + found.id() + " has been published already.");
            }
            List<Language> published = new ArrayList<>();
            int refused = 0;
            for (Language each : languages) {
                if (publish(house, found, each)) {
                    published.add(each);
                } else {
                    refused++;
                }
            }
            publishing.run().pressRun().run();
            publishing.run().renewal().fronts();
            published.forEach(each -> spec.commandLine()
                    .getOut()
                    .println(each + "  " + publishing.addresses().of(found, each)));
            return refused == 0 ? ExitCodes.DONE : ExitCodes.REFUSED;
        });
    }

    private boolean publish(House house, Release found, Language each) {
        Draft draft = Names.draft(house, found, each);
        Publish publish =
                new Publish(house.releases(), house.rights(), house.studio().platemaker(), house.clock());
        return switch (publish.run(Names.COMMAND_LINE, found.id(), each, draft.revision())) {
            case Publish.Outcome.Published _ -> true;
            case Refusal.NotReady(var objections) -> {
                Names.refused(spec, "It was not published in " + each, objections);
                yield false;
            }
            case Refusal.Overtaken _, Refusal.NotFound _, Refusal.NotAllowed _, Refusal.ProveFirst _ ->
                throw new Unusable(ExitCodes.REFUSED, "The draft changed meanwhile. Call the command again.");
        };
    }
}
