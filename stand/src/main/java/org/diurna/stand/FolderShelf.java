package org.diurna.stand;

import static org.diurna.stand.ShelfUnavailable.Retry.IS_USELESS;
import static org.diurna.stand.ShelfUnavailable.Retry.MAKES_SENSE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * A shelf in a folder: {@code shelf.json} (format), {@code blobs/}, {@code turns/}, {@code snapshots/} (derived) and
 * {@code temporary/}. It may lie on any file system whose rename is atomic, and be read and written by several
 * processes.
 *
 * <p>A turn is written to a temporary file, flushed, and then given its name by a hard link, which fails if the name is
 * taken: a torn turn cannot be seen, and of two writers one loses.
 */
public final class FolderShelf implements Shelf {
    static final int FORMAT = 1;
    /** A snapshot is due when so much was changed since the last one, or half as many addresses as that one holds. */
    static final long SNAPSHOT_WEIGHT_MIN = 5_000;
    /** What reading one turn costs beside its changes, in changes. */
    static final long TURN_WEIGHT = 10;
    /** How often other processes' turns are looked for. */
    static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(FolderShelf.class);
    private static final String FORMAT_TEXT = "{\"shelf\":" + FORMAT + "}\n";

    private final Path folder;
    private final Disk disk;
    private final Temporaries temporaries;
    private final Blobs blobs;
    private final Snapshots snapshots;
    private final long snapshotWeightMin;
    private final ReentrantLock turning = new ReentrantLock();
    private final ReentrantLock snapshotting = new ReentrantLock();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong weight = new AtomicLong();
    private final Followers followers = new Followers(this::last, LOOK_EVERY);
    private volatile long snapshotSize;

    private FolderShelf(Path folder, Disk disk, long snapshotWeightMin) throws IOException {
        this.folder = folder;
        this.disk = disk;
        this.snapshotWeightMin = snapshotWeightMin;
        temporaries = new Temporaries(folder.resolve("temporary"));
        blobs = new Blobs(folder.resolve("blobs"), disk, temporaries);
        snapshots = new Snapshots(folder.resolve("snapshots"), disk);
        long snapshot =
                snapshots.newest(Long.MAX_VALUE).map(Snapshots.Snapshot::turn).orElse(0L);
        last.set(snapshot);
        gallop();
        weight.set((last.get() - snapshot) * 2 * TURN_WEIGHT);
    }

    /** Opens the shelf in this folder. What is not a shelf, or one of a newer version, is {@link ShelfUnavailable}. */
    public static FolderShelf open(Path folder) {
        return open(folder, new RealDisk(), SNAPSHOT_WEIGHT_MIN);
    }

    /** Opens the shelf in this folder; if the folder is missing or empty, makes it an empty shelf first. */
    public static FolderShelf openOrFound(Path folder) {
        return openOrFound(folder, new RealDisk(), SNAPSHOT_WEIGHT_MIN);
    }

    static FolderShelf openOrFound(Path folder, Disk disk, long snapshotWeightMin) {
        try {
            if (!Files.exists(folder.resolve("shelf.json"))) {
                found(folder, disk);
            }
        } catch (IOException e) {
            throw unavailable("cannot make a shelf in " + folder, e);
        }
        return open(folder, disk, snapshotWeightMin);
    }

    /** The format file comes last, so a folder that has it has the rest; what a crash left behind is completed. */
    private static void found(Path folder, Disk disk) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                var own = List.of("blobs", "turns", "snapshots", "temporary");
                if (files.anyMatch(file -> !own.contains(file.getFileName().toString()))) {
                    throw new ShelfUnavailable(
                            folder + " holds other things; name an empty or a new folder for the shelf", IS_USELESS);
                }
            }
        }
        for (var name : List.of("blobs", "turns", "snapshots", "temporary")) {
            disk.createFolder(folder.resolve(name));
        }
        var temporary = new Temporaries(folder.resolve("temporary")).next();
        disk.write(temporary, out -> out.write(FORMAT_TEXT.getBytes(StandardCharsets.UTF_8)));
        disk.rename(temporary, folder.resolve("shelf.json"));
        disk.syncFolder(folder);
    }

    static FolderShelf open(Path folder, Disk disk, long snapshotWeightMin) {
        try {
            if (!Files.isDirectory(folder)) {
                throw new ShelfUnavailable(
                        "there is no folder " + folder + "; name the folder “shelf” of the data folder", IS_USELESS);
            }
            var format = Files.readString(folder.resolve("shelf.json"));
            if (!format.equals(FORMAT_TEXT)) {
                throw new ShelfUnavailable(
                        "the shelf " + folder + " was made by a newer version (it says " + format.strip()
                                + ", this version reads format " + FORMAT + "); update Diurna",
                        IS_USELESS);
            }
            return new FolderShelf(folder, disk, snapshotWeightMin);
        } catch (NoSuchFileException e) {
            throw new ShelfUnavailable(
                    folder + " is not a shelf: it has no " + e.getFile()
                            + "; name the folder “shelf” of the data folder",
                    IS_USELESS,
                    e);
        } catch (IOException e) {
            throw unavailable("cannot read the shelf " + folder, e);
        }
    }

    @Override
    public List<Blob> lay(List<byte[]> many) {
        try {
            return blobs.lay(many);
        } catch (IOException e) {
            throw unavailable("cannot lay " + many.size() + " blobs on " + folder, e);
        }
    }

    @Override
    public Turned turn(long expectedLast, Instant at, List<Change> changes) {
        changes.forEach(this::checkLaid);
        Turned turned;
        turning.lock();
        try {
            turned = turnAlone(expectedLast, at, changes);
        } catch (IOException e) {
            throw unavailable("cannot make turn " + (expectedLast + 1) + " on " + folder, e);
        } finally {
            turning.unlock();
        }
        if (turned instanceof Turned.Made made) {
            followers.tell(made.number());
            weigh(changes.size());
        }
        return turned;
    }

    private Turned turnAlone(long expectedLast, Instant at, List<Change> changes) throws IOException {
        long now = last();
        if (now != expectedLast) {
            return new Turned.Overtaken(now);
        }
        var before = now == 0 ? Digest.NONE : Digest.of(Files.readAllBytes(turnFile(now)));
        var text = new ByteArrayOutputStream();
        JournalText.write(text, now + 1, before, at, changes::forEach);
        var temporary = temporaries.next();
        disk.write(temporary, text::writeTo);
        boolean named = disk.nameIfFree(temporary, turnFile(now + 1));
        if (named) {
            disk.syncFolder(folder.resolve("turns"));
            last.accumulateAndGet(now + 1, Math::max);
        }
        disk.delete(temporary);
        return named ? new Turned.Made(now + 1, Digest.of(text.toByteArray())) : new Turned.Overtaken(last());
    }

    private void checkLaid(Change change) {
        var named = switch (change) {
            case Change.Put put -> List.copyOf(put.bytes().values());
            case Change.Move _, Change.Dated _ -> List.<Blob>of();
            case Change.Gone gone -> gone.tombstone().stream().toList();
        };
        for (var blob : named) {
            if (!blobs.holds(blob)) {
                throw new IllegalArgumentException("the blob " + blob.digest() + " of " + blob.size() + " bytes for "
                        + change.host() + change.path() + " has not been laid");
            }
        }
    }

    private Path turnFile(long number) {
        return folder.resolve("turns").resolve("%012d.json".formatted(number));
    }

    @Override
    public long last() {
        long known = last.get();
        while (Files.exists(turnFile(known + 1))) {
            known++;
        }
        return last.accumulateAndGet(known, Math::max);
    }

    /** Finds the last turn in a few dozen looks: there are no gaps. */
    private void gallop() {
        long there = last.get();
        long step = 1;
        while (Files.exists(turnFile(there + step))) {
            there += step;
            step *= 2;
        }
        for (; step > 0; step /= 2) {
            if (Files.exists(turnFile(there + step))) {
                there += step;
            }
        }
        last.set(there);
    }

    @Override
    public Turn journal(long number) {
        var file = turnFile(number);
        try {
            var turn = JournalText.readTurn(Files.readAllBytes(file));
            if (turn.number() != number) {
                throw new ShelfUnavailable(file + " says that it is turn " + turn.number(), IS_USELESS);
            }
            return turn;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no turn " + number + "; the last one is " + last(), e);
        } catch (IOException e) {
            throw unavailable("cannot read " + file, e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ShelfUnavailable(
                    file + " is damaged (" + e.getMessage() + "); put it back from a backup", IS_USELESS, e);
        }
    }

    @Override
    public void replay(long after, long upTo, Consumer<Change> each) {
        if (after < 0 || upTo < after || upTo > last()) {
            throw new IllegalArgumentException(
                    "cannot replay from " + after + " to " + upTo + "; the last turn is " + last());
        }
        try {
            long from = after;
            var snapshot = after == 0 ? snapshots.newest(upTo) : Optional.<Snapshots.Snapshot>empty();
            if (snapshot.isPresent()) {
                snapshots.read(snapshot.get(), each);
                from = snapshot.get().turn();
            }
            for (long number = from + 1; number <= upTo; number++) {
                journal(number).changes().forEach(each);
            }
        } catch (IOException e) {
            throw unavailable("cannot read the snapshots of " + folder, e);
        }
    }

    private void weigh(int changes) {
        long due = Math.max(snapshotWeightMin, snapshotSize / 2);
        if (weight.addAndGet(changes + TURN_WEIGHT) >= due) {
            weight.set(0);
            Thread.ofVirtual().name("snapshot").start(this::snapshotOrSay);
        }
    }

    /** A snapshot only makes the next start faster: without it everything still holds. */
    private void snapshotOrSay() {
        try {
            snapshot();
        } catch (ShelfUnavailable | UncheckedIOException e) {
            LOG.warn("No snapshot of {} was written; the next start will take longer: {}", folder, e.getMessage());
        }
    }

    /** Writes a snapshot of the newest state; one at a time. */
    void snapshot() {
        snapshotting.lock();
        try {
            long turn = last();
            var older = snapshots.newest(turn);
            long from = older.map(Snapshots.Snapshot::turn).orElse(0L);
            if (from == turn) {
                return;
            }
            var since = new ArrayList<Change>();
            for (long number = from + 1; number <= turn; number++) {
                since.addAll(journal(number).changes());
            }
            var bytes = Files.readAllBytes(turnFile(turn));
            var at = JournalText.readTurn(bytes).at();
            snapshotSize = snapshots.write(turn, Digest.of(bytes), at, temporaries.next(), older, since);
        } catch (IOException e) {
            throw unavailable("cannot write a snapshot of " + folder, e);
        } finally {
            snapshotting.unlock();
        }
    }

    @Override
    public byte[] read(Digest digest) {
        try {
            return blobs.read(digest);
        } catch (IOException e) {
            throw unavailable("cannot read the blob " + digest + " of " + folder, e);
        }
    }

    @Override
    public Optional<Path> file(Digest digest) {
        return Optional.of(blobs.file(digest));
    }

    @Override
    public Following follow(LongConsumer eachTurn) {
        return followers.add(eachTurn);
    }

    /** Waits for a snapshot under way; followers hear no more. */
    @Override
    public void close() {
        followers.close();
        snapshotting.lock();
        try {
            LOG.debug("The shelf {} is closed", folder);
        } finally {
            snapshotting.unlock();
        }
    }

    private static ShelfUnavailable unavailable(String what, IOException why) {
        return new ShelfUnavailable(
                what + " (" + why + "); see that the folder is there, writable and has room", MAKES_SENSE, why);
    }
}
