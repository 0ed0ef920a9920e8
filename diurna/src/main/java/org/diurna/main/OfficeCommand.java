package org.diurna.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.diurna.edition.Office;
import org.diurna.edition.OfficeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "office",
        mixinStandardHelpOptions = true,
        description = "Adds the offices that issue releases, and lists them.",
        synopsisSubcommandLabel = "COMMAND")
final class OfficeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description =
                    "Adds the office that a JSON file describes, or changes the one with its code (docs/reference/formats.md).")
    int put(@Mixin DataOption data, @Parameters(paramLabel = "FILE") Path file) {
        Office office = read(file);
        return data.in(house -> {
            try {
                house.offices().put(office);
            } catch (IllegalArgumentException e) {
                throw new Unusable(ExitCodes.REFUSED, String.valueOf(e.getMessage()));
            }
            spec.commandLine().getOut().println(office.code() + "  " + office.host());
            return ExitCodes.DONE;
        });
    }

    private static Office read(Path file) {
        try {
            return OfficeJson.read(JsonMapper.builder().build().readTree(Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw new Unusable(ExitCodes.INPUT, "There is no file " + file + ". Name one that describes an office.");
        } catch (IOException e) {
            throw new Unusable(ExitCodes.INPUT, "The file " + file + " cannot be read as UTF-8 text.");
        } catch (JacksonException e) {
            throw new Unusable(ExitCodes.INPUT, "The file " + file + " is not JSON: " + e.getOriginalMessage() + ".");
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new Unusable(ExitCodes.INPUT, "The file " + file + " describes no office: " + e.getMessage());
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the offices with their host names.")
    int list(@Mixin DataOption data) {
        return data.inExisting(house -> {
            house.offices()
                    .all()
                    .forEach(office -> spec.commandLine()
                            .getOut()
                            .println(office.code() + "  " + String.join(", ", office.hosts()) + "  "
                                    + office.languages()));
            return ExitCodes.DONE;
        });
    }
}
