package org.diurna.main;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.diurna.run.archive.WebArchive;
import org.diurna.stand.FolderShelf;
import org.diurna.stand.PastSite;
import org.diurna.stand.PlainTree;
import org.diurna.stand.Shelf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the whole public site, as it is or as it was at any moment, as a tree of plain files,",
            "or a file for web archives (WARC, or WACZ by its ending) of a day or of a release.",
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
            description = "A tree: a new folder. site.jsonl and nginx.conf in it tell a web server the rest.")
    private @Nullable Path tree;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "As it was then, such as 2026-05-01T00:00Z (default: now).")
    private @Nullable String at;

    @Option(
            names = "--warc",
            paramLabel = "FILE",
            description = "A file of WARC records, such as day.warc.gz; with the ending .wacz a WACZ file.")
    private @Nullable Path archive;

    @Option(names = "--day", paramLabel = "DATE", description = "All that changed on this day in UTC.")
    private @Nullable LocalDate day;

    @Option(names = "--release", paramLabel = "ID", description = "All that this release ever was, with its pictures.")
    private @Nullable String release;

    @Option(
            names = "--base",
            paramLabel = "URL",
            defaultValue = "https://host",
            description = "How addresses begin: scheme and port of the site (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private URI base;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if ((tree == null) == (archive == null)) {
            throw wrong("Name one thing to write: a tree with --static or a file with --warc.");
        }
        try (Shelf opened = FolderShelf.open(place())) {
            if (tree != null) {
                tree(opened, tree);
            } else if (archive != null) {
                archive(opened, archive);
            }
        } catch (UncheckedIOException e) {
            throw new Unusable(ExitCodes.PLACE, String.valueOf(e.getMessage()));
        }
        return ExitCodes.DONE;
    }

    private void tree(Shelf opened, Path to) {
        long turn = at == null ? opened.last() : PastSite.lastTurn(opened, moment(at));
        if (turn == 0) {
            throw new Unusable(ExitCodes.INPUT, "Nothing was public yet" + (at == null ? "." : " at " + at + "."));
        }
        try (PastSite site = PastSite.after(opened, turn)) {
            PlainTree.Written written = PlainTree.write(site, to);
            say(written.addresses() + " addresses as they were after turn " + turn + " of "
                    + opened.journal(turn).at() + ": " + written.files() + " files of " + written.bytes()
                    + " bytes in " + Troubles.shown(to));
        }
    }

    private void archive(Shelf opened, Path to) {
        WebArchive writer = new WebArchive(opened, base.getScheme(), base.getPort() < 0 ? usualPort() : base.getPort());
        WebArchive.Written written;
        if (day != null && release == null) {
            written = writer.day(day, to);
        } else if (release != null && day == null) {
            written = writer.release(release, to);
        } else {
            throw wrong("Say what the file is of: --day DATE or --release ID.");
        }
        if (written.responses() == 0) {
            throw new Unusable(ExitCodes.INPUT, "Nothing of the kind was ever public; the file holds no answer.");
        }
        say(written.responses() + " answers, " + written.revisits() + " repeated, " + written.proofs() + " proofs in "
                + Troubles.shown(to));
    }

    private int usualPort() {
        return base.getScheme().equals("http") ? 80 : 443;
    }

    private void say(String what) {
        spec.commandLine().getOut().println(what);
    }

    private CommandLine.ParameterException wrong(String what) {
        return new CommandLine.ParameterException(spec.commandLine(), what);
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
