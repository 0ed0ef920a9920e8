package org.diurna.main;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diurna.desk.TakeIn;
import org.diurna.edition.Office;
import org.diurna.gate.Found;
import org.diurna.gate.Gate;
import org.diurna.gate.Outcome.Read;
import org.diurna.gate.Outcome.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the press release in a saved web page (HTML in any charset), a plain-text copy of one, a .docx,",
            "an .odt or a saved mail (.eml), and makes a draft of it. Says what it left out and could not decide.",
            "Publishes nothing."
        })
final class ImportCommand implements Callable<Integer> {
    /** How results are printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Saved pages.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(names = "--office", paramLabel = "CODE", description = "Whose release it is (default: the first office).")
    private Optional<String> office = Optional.empty();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The day of the release, where the page does not say it or can be read in two ways.")
    private Optional<LocalDate> date = Optional.empty();

    @Option(names = "--dry-run", description = "Makes no draft; only says what was found.")
    private boolean dryRun;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json",
            description = "With --dry-run: words, or one line of JSON a file (docs/reference/formats.md).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!dryRun) {
            return data.in(this::takeIn);
        }
        int refused = 0;
        for (Path file : files) {
            refused += show(file) ? 0 : 1;
        }
        return refused == 0 ? ExitCodes.DONE : ExitCodes.INPUT;
    }

    private boolean show(Path file) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = bytes(file);
        if (format == Format.JSON) {
            out(new Gate().dryRun(bytes, name).strip());
            return true;
        }
        return switch (new Gate().read(bytes, name)) {
            case Read read -> {
                out(name + ": " + read.found().headline());
                describe(read.found());
                yield true;
            }
            case Refused refused -> {
                spec.commandLine().getErr().println(refused.sentence());
                yield false;
            }
        };
    }

    private int takeIn(House house) {
        Office issuer = office(house);
        TakeIn decision = new TakeIn(house.originals(), house.releases(), house.types(), house.rights(), house.clock());
        int refused = 0;
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            switch (decision.run(Names.COMMAND_LINE, bytes(file), name, issuer, date)) {
                case TakeIn.Outcome.Taken taken -> {
                    out(taken.release() + "  " + taken.language() + "  " + issuer.code() + "  "
                            + taken.found().headline());
                    describe(taken.found());
                }
                case TakeIn.Outcome.NotTaken(var sentence) -> {
                    spec.commandLine().getErr().println(sentence);
                    refused++;
                }
                case TakeIn.Outcome.NotAllowed _ ->
                    throw new IllegalStateException("Who has the data folder may do everything in it.");
            }
        }
        return refused == 0 ? ExitCodes.DONE : ExitCodes.INPUT;
    }

    private Office office(House house) {
        List<Office> all = house.offices().all();
        if (all.isEmpty()) {
            throw new Unusable(
                    ExitCodes.PLACE,
                    "There is no office yet whose release this could be. Add one with \"diurna office put\".");
        }
        return office.map(code -> house.offices()
                        .find(code)
                        .orElseThrow(() -> new Unusable(
                                ExitCodes.INPUT,
                                "There is no office \"" + code + "\". There are: "
                                        + String.join(
                                                ", ",
                                                all.stream().map(Office::code).toList()) + ".")))
                .orElseGet(all::getFirst);
    }

    /** Never more than one byte above what the gate takes, so that a huge file costs no memory. */
    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Gate.PAGE_MAX_BYTES + 1);
        } catch (IOException e) {
            throw new Unusable(
                    ExitCodes.INPUT,
                    "The file " + file + " cannot be read: "
                            + (Files.exists(file) ? "it is a folder or not yours to read" : "there is no such file")
                            + ". Name a saved page.");
        }
    }

    private void describe(Found found) {
        out("    " + found.account().used() + " lines used, " + found.leftOut().size() + " left out");
        found.reports().forEach(report -> out("    ! " + report.sentence()));
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
    }
}
