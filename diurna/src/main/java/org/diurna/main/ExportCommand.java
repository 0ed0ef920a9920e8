package org.diurna.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.diurna.stand.FolderShelf;
import org.diurna.stand.PastSite;
import org.diurna.stand.PlainTree;
import org.diurna.stand.Shelf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the whole public site, as it is or as it was at any moment, as a tree of plain files.",
            "Reads the shelf alone: needs no database, and the program may run meanwhile."
        })
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--shelf", paramLabel = "DIR", description = "A shelf, in place of that of the data folder.")
    private @Nullable Path shelf;

    @Option(
            names = "--static",
            paramLabel = "DIR",
            required = true,
            description = "The tree: a new folder. site.jsonl and nginx.conf in it tell a web server the rest.")
    @SuppressWarnings("NullAway.Init")
    private Path tree;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "As it was then, such as 2026-05-01T00:00Z (default: now).")
    private @Nullable String at;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Shelf opened = FolderShelf.open(place())) {
            long turn = at == null ? opened.last() : PastSite.lastTurn(opened, moment(at));
            if (turn == 0) {
                throw new Unusable(ExitCodes.INPUT, "Nothing was public yet" + (at == null ? "." : " at " + at + "."));
            }
            try (PastSite site = PastSite.after(opened, turn)) {
                PlainTree.Written written = PlainTree.write(site, tree);
                spec.commandLine()
                        .getOut()
                        .println(written.addresses() + " addresses as they were after turn " + turn + " of "
                                + opened.journal(turn).at() + ": " + written.files() + " files of "
                                + written.bytes() + " bytes in " + Troubles.shown(tree));
            }
        }
        return ExitCodes.DONE;
    }

    private Path place() {
        if (shelf != null) {
            return shelf;
        }
        Path own = data.folder().resolve("shelf");
        if (!Files.isDirectory(own)) {
            throw new Unusable(
                    ExitCodes.PLACE,
                    "There is no shelf in " + Troubles.shown(data.folder())
                            + "; name the data folder with --data or a shelf with --shelf.");
        }
        return own;
    }

    /** With or without seconds, with any offset. */
    static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new Unusable(
                    ExitCodes.WRONG_USE,
                    "“" + text + "” is not a moment; write it with its offset, such as 2026-05-01T00:00Z.");
        }
    }
}
