package org.diurna.main;

import java.nio.file.Path;
import org.diurna.darkroom.DarkroomUnavailable;
import org.diurna.house.DatabaseUnavailable;
import org.diurna.house.FolderUnusable;
import org.diurna.house.SettingsWrong;
import org.diurna.ledger.LedgerException;
import org.diurna.run.LedgerForeign;
import org.diurna.run.StandSilent;
import org.diurna.stand.ShelfUnavailable;
import org.diurna.stand.StandUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One message for each trouble that a command can meet, and its exit code. */
final class Troubles implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception trouble, CommandLine command, ParseResult parsed) {
        return switch (trouble) {
            case Unusable unusable -> say(command, unusable, unusable.exitCode());
            case FolderUnusable folder -> say(command, folder, ExitCodes.PLACE);
            case SettingsWrong settings -> say(command, settings, ExitCodes.PLACE);
            case DatabaseUnavailable database -> say(command, database, ExitCodes.PLACE);
            case LedgerException.NotFounded _ ->
                say(
                        command,
                        "This installation has no ledger yet, and nothing can be published without one. "
                                + "Make it with \"diurna ledger found\"; that is done once.",
                        ExitCodes.PLACE);
            case LedgerException ledger -> say(command, ledger, ExitCodes.PLACE);
            case LedgerForeign foreign -> say(command, foreign, ExitCodes.PLACE);
            case ShelfUnavailable shelf -> say(command, shelf, ExitCodes.PLACE);
            case StandUnavailable stand -> say(command, stand, ExitCodes.PORT);
            case DarkroomUnavailable darkroom -> say(command, darkroom, ExitCodes.PLACE);
            case StandSilent silent -> say(command, silent, ExitCodes.PLACE);
            case Exception other -> unexpected(command, other);
        };
    }

    private static int say(CommandLine command, Exception trouble, int exitCode) {
        return say(command, String.valueOf(trouble.getMessage()), exitCode);
    }

    private static int say(CommandLine command, String message, int exitCode) {
        command.getErr().println(message);
        return exitCode;
    }

    private static int unexpected(CommandLine command, Exception trouble) {
        trouble.printStackTrace(command.getErr());
        return say(
                command,
                "Diurna failed in a way that it did not foresee. The lines above say where; report them.",
                ExitCodes.FAILURE);
    }

    /** For messages: the path as the caller can use it. */
    static String shown(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
