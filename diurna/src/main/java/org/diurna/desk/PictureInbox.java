package org.diurna.desk;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.staff.Doer;
import org.jspecify.annotations.Nullable;

/**
 * A folder through which pictures come in without anybody at the desk: an agency's wire, a mail program or a scanner lays
 * files into the sub-folder of an office, named by its code. What lies there and no longer grows is taken in and moved to
 * {@code done}, or to {@code refused} with a text beside it that says why. A kill at any moment makes nothing twice: a file
 * that is here already is the picture that it is.
 */
public final class PictureInbox implements AutoCloseable {
    private static final Doer INBOX = new Doer.Operator("picture-inbox");
    private static final System.Logger LOG = System.getLogger(PictureInbox.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(10);
    /** A file that fails so often is laid aside: a disk or a database that was away for a moment is back by then. */
    private static final int FAILURES_MAX = 3;

    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    private final Path folder;
    private final Offices offices;
    private final TakePicture take;
    private final Map<Path, Size> seen = new HashMap<>();
    private final Map<Path, Integer> failed = new HashMap<>();
    private @Nullable Thread watch;

    /** A file that has the same size and date at two looks is whole. */
    private record Size(long bytes, long modified) {}

    PictureInbox(Path folder, Offices offices, TakePicture take) {
        this.folder = folder;
        this.offices = offices;
        this.take = take;
    }

    /** Looks into it from now on, until it is closed. */
    synchronized PictureInbox start() {
        watch = Thread.ofVirtual().name("picture-inbox").start(this::watch);
        return this;
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.log(
                            WARNING,
                            "The folder of pictures " + folder + " could not be looked through; it is again.",
                            e);
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is closed
        }
    }

    /** Looks once: takes what has not changed since the look before. */
    void look() {
        for (Office office : offices.all()) {
            Path own = folder.resolve(office.code());
            if (Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
                for (Path file : files(own)) {
                    if (whole(file)) {
                        take(office, own, file);
                    }
                }
            }
        }
        seen.keySet().removeIf(file -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS));
        failed.keySet().retainAll(seen.keySet());
    }

    private static List<Path> files(Path own) {
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.log(WARNING, "The folder of pictures " + own + " cannot be read; check its permissions.", e);
            return List.of();
        }
    }

    private boolean whole(Path file) {
        try {
            Size now =
                    new Size(Files.size(file), Files.getLastModifiedTime(file).toMillis());
            return now.bytes() > 0 && now.equals(seen.put(file, now));
        } catch (IOException e) {
            LOG.log(INFO, file + " went away while it was looked at.");
            return false;
        }
    }

    private void take(Office office, Path own, Path file) {
        String name = FileNames.of(file.getFileName().toString(), "picture");
        try {
            TakePicture.Outcome outcome;
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                outcome = take.run(INBOX, office.code(), in, name);
            }
            switch (outcome) {
                case TakePicture.Outcome.Taken _, TakePicture.Outcome.Held _ -> move(file, own.resolve(DONE));
                case TakePicture.Outcome.TurnedAway(var sentence) -> refuse(own, file, sentence);
                case TakePicture.Outcome.NotNow(var sentence) ->
                    LOG.log(WARNING, sentence + " It waits in " + own + ".");
                case TakePicture.Outcome.NotAllowed _ ->
                    throw new IllegalStateException("The folder of pictures may take pictures in for every office.");
            }
        } catch (IOException e) {
            LOG.log(
                    WARNING,
                    file + " cannot be read or moved; check the permissions of its folder. It is tried again.",
                    e);
        } catch (RuntimeException e) {
            failed(own, file, e);
        }
    }

    /** One file that breaks whatever reads it must not keep the others back. */
    private void failed(Path own, Path file, RuntimeException e) {
        int times = failed.merge(file, 1, Integer::sum);
        LOG.log(WARNING, file + " could not be taken in, for the time " + times + " of " + FAILURES_MAX + ".", e);
        if (times < FAILURES_MAX) {
            return;
        }
        try {
            refuse(own, file, "It could not be taken in: the program failed with it. The log of the program says how.");
        } catch (IOException moved) {
            LOG.log(WARNING, file + " cannot be moved; check the permissions of its folder.", moved);
        }
    }

    private static void refuse(Path own, Path file, String sentence) throws IOException {
        Path refused = move(file, own.resolve(REFUSED));
        Files.writeString(refused.resolveSibling(refused.getFileName() + ".txt"), sentence + "\n");
    }

    /** Under its own name, or with a number behind it where another one has that name. */
    private static Path move(Path file, Path to) throws IOException {
        Files.createDirectories(to);
        String name = file.getFileName().toString();
        int dot = Optional.of(name.lastIndexOf('.')).filter(at -> at > 0).orElse(name.length());
        Path target = to.resolve(name);
        for (int number = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
            target = to.resolve(name.substring(0, dot) + "-" + number + name.substring(dot));
        }
        return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public synchronized void close() {
        Thread running = watch;
        if (running != null) {
            running.interrupt();
        }
    }
}
