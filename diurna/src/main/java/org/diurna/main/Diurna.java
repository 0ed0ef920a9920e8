package org.diurna.main;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import org.diurna.stand.Stand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "diurna",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A press office in one program: writes, publishes and proves press releases.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ImportCommand.class,
            PublishCommand.class,
            CorrectCommand.class,
            WithdrawCommand.class,
            RecallCommand.class,
            OfficeCommand.class,
            LedgerCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            ExportCommand.class,
            RebuildCommand.class
        },
        footer = {
            "",
            "Begin with \"diurna demo\": it starts a finished press office and says where to look.",
            "Exit codes: 0 done, 1 refused (the reasons are printed), 2 wrong use, 3 unusable input,",
            "4 data folder, settings, database or ledger unusable, 5 a port is in use, 70 a failure of the program."
        })
public final class Diurna implements Runnable {
    private static final Set<String> OPENERS = Set.of("run", "demo");
    private static final Set<String> VERIFIERS = Set.of("verify", "audit");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commandLine(arguments)
                .setExecutionExceptionHandler(new Troubles())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .execute(arguments.length > 0 && OPENERS.contains(arguments[0]) ? rest(arguments) : arguments);
    }

    /**
     * The commands that open the house are read alone: nobody should wait at a closed door while eleven other commands
     * are looked through.
     */
    static CommandLine commandLine(String... arguments) {
        if (arguments.length > 0 && OPENERS.contains(arguments[0])) {
            String name = arguments[0];
            Thread.ofPlatform().daemon().name("door").start(Stand::prepare);
            Callable<Integer> opener = name.equals("run") ? new RunCommand() : new DemoCommand();
            return new CommandLine(opener).setCommandName("diurna " + name);
        }
        CommandLine line = new CommandLine(new Diurna());
        line.getSubcommands().forEach((name, command) -> {
            if (VERIFIERS.contains(name)) {
                // their options are the verifier's own
                command.setUnmatchedOptionsArePositionalParams(true);
            }
        });
        return line;
    }

    private static String[] rest(String... arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
