package org.diurna.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diurna.ledger.LedgerException.AlreadyFounded;
import org.diurna.ledger.LedgerException.Damaged;
import org.diurna.ledger.LedgerException.Forked;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotFounded;
import org.diurna.ledger.LedgerException.NotGenuine;
import org.diurna.ledger.LedgerException.Overtaken;
import org.diurna.ledger.LedgerException.Unavailable;

/**
 * An append-only signed log in a folder whose files are laid out as C2SP tlog-tiles asks, so that the folder (but for
 * {@code signed} and {@code lock}, which tell nothing secret) could be served as it is.
 *
 * <p>What an append returns is durable and was never promised otherwise: tiles first, then the signature, then the
 * published checkpoint, each made durable before the next. After a failure the next call looks at the disk again, so a
 * ledger need not be opened anew. May be called from many threads; one call runs at a time. One process at a time can
 * have a log open.
 */
public final class Ledger implements AutoCloseable {
    /** Entries that one append takes at most. */
    public static final int BATCH_MAX = 65_536;

    private final LogFiles files;
    private final Signers signers;
    private final Admission admission;
    private final AutoCloseable lock;
    private Recovery.Found now;
    private boolean settled;
    private boolean closed;

    /** Which entries a log takes; what it took stays for ever. */
    interface Admission {
        /**
         * Looks at an entry before it is logged.
         *
         * @throws Malformed when it must not be logged
         */
        void check(byte[] entry, long index);
    }

    private Ledger(LogFiles files, Signers signers, Admission admission, AutoCloseable lock) {
        this.files = files;
        this.signers = signers;
        this.admission = admission;
        this.lock = lock;
        this.now = new Recovery(files, signers).run();
        this.settled = true;
    }

    /**
     * Makes a new key and an empty log signed with it: a deliberate act, once in the life of an installation. When it
     * was killed on the way, calling it again goes on.
     *
     * @param folder of the log; created when missing
     * @param keyFile to be written, readable by its owner alone; outside of what is served
     * @param origin the log's public address without scheme and final slash; it can never change
     * @throws AlreadyFounded when there is a key or a log
     */
    public static LogKey found(Path folder, Path keyFile, String origin) {
        return Founding.run(folder, keyFile, origin);
    }

    /**
     * Opens the log, finishing or discarding what a killed process left.
     *
     * @throws NotFounded when there is none
     * @throws Forked when going on would sign a second history
     * @throws Damaged when its newest files contradict its signature
     * @throws Unavailable when another process has it open
     */
    public static Ledger open(Path folder, LogKey key) {
        return open(folder, Signers.of(key));
    }

    /** The same with more than one signer; a checkpoint that one of them has not signed yet is signed anew. */
    public static Ledger open(Path folder, Signers signers) {
        if (!Files.isDirectory(folder)) {
            throw new NotFounded("There is no ledger folder " + folder + ". Found the ledger first.");
        }
        FolderLock lock = FolderLock.take(folder);
        try {
            return new Ledger(new LogFiles(new FolderDisk(folder)), signers, Leaf::admit, lock);
        } catch (LedgerException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Brings back a log whose files are older than what was signed (a backup was restored) or are damaged, from a public
     * copy, which is audited from its first entry before anything is written. Open the log afterwards.
     *
     * @param folder of the log; created when missing
     * @param copy the public site, or another copy of it
     * @return the checkpoint from which the log goes on
     * @throws Forked when more, or something else, was signed here than the copy has
     * @throws Damaged when the copy is not sound
     * @throws NotGenuine when the copy is of another log or key
     */
    public static SignedCheckpoint recover(Path folder, Signers signers, Tiles copy) {
        new FolderDisk(folder).createFolder("");
        try (FolderLock _ = FolderLock.take(folder)) {
            return new Restoration(new LogFiles(new FolderDisk(folder)), signers, copy).run();
        }
    }

    /** A log on any disk and of any entries. */
    static Ledger open(Disk disk, LogKey key, Admission admission) {
        return new Ledger(new LogFiles(disk), Signers.of(key), admission, () -> {});
    }

    /**
     * Appends entries, all or none. May be called again with the same arguments after a crash: when the log holds
     * exactly these entries from {@code expectedSize} on, it answers with their receipts and appends nothing.
     *
     * @param expectedSize entries that the log must have before
     * @param entries 1 to {@link #BATCH_MAX} leaves in the form of {@link Leaf}
     * @throws Malformed when an entry is no leaf; nothing was appended
     * @throws Overtaken when the log has another size and does not hold these entries there
     * @throws Forked when somebody else wrote to the log
     * @throws Unavailable when the disk failed; call again
     */
    public synchronized Appended append(long expectedSize, List<byte[]> entries) {
        settle();
        if (entries.isEmpty() || entries.size() > BATCH_MAX) {
            throw new IllegalArgumentException(
                    "One append takes 1 to " + BATCH_MAX + " entries, not " + entries.size() + ".");
        }
        for (int i = 0; i < entries.size(); i++) {
            admission.check(entries.get(i), expectedSize + i);
        }
        if (expectedSize != size()) {
            refuseUnlessHeld(expectedSize, entries);
        } else {
            write(entries);
        }
        return new Appended(receipts(expectedSize, entries), changed(expectedSize));
    }

    private void write(List<byte[]> entries) {
        Edge edge = now.edge().copy();
        Map<TilePath, byte[]> tiles = new LinkedHashMap<>();
        entries.forEach(entry -> edge.add(entry, tiles));
        TilePath.between(size(), edge.size())
                .filter(tile -> !tile.full())
                .forEach(tile -> tiles.put(tile, edge.partial(tile)));
        SignedCheckpoint signed = signers.sign(new Checkpoint(signers.origin(), edge.size(), edge.root()));
        settled = false;
        files.lay(tiles);
        refuseIfSignedElsewhere();
        files.replace(LogFiles.SIGNED, signed.bytes());
        files.replace(LogFiles.CHECKPOINT, signed.bytes());
        now = new Recovery.Found(signed, edge);
        settled = true;
    }

    /** The lock keeps other processes out where the file system has locks; some that are shared have none. */
    private void refuseIfSignedElsewhere() {
        Checkpoint known = now.newest().checkpoint();
        Optional<Checkpoint> there = files.read(LogFiles.SIGNED)
                .map(bytes -> Checkpoint.parse(SignedNote.parse(Strict.utf8(bytes, "signed checkpoint"))
                        .text()));
        if (!there.equals(Optional.of(known))) {
            throw new Forked("Somebody else signed a checkpoint in the folder of the ledger while it was open here."
                    + " End the other process; the ledger then goes on from what was signed.");
        }
    }

    private void refuseUnlessHeld(long expectedSize, List<byte[]> entries) {
        long held = Math.max(0, Math.min(entries.size(), size() - expectedSize));
        TileReader reader = reader();
        boolean same = held == entries.size() && expectedSize >= 0;
        for (int i = 0; same && i < held; i++) {
            same = Arrays.equals(entries.get(i), reader.entry(expectedSize + i));
        }
        if (!same) {
            throw new Overtaken(
                    "The log has " + size() + " entries where " + expectedSize
                            + " were expected, and holds others there; nothing was appended.",
                    size());
        }
    }

    private List<Receipt> receipts(long first, List<byte[]> entries) {
        TileReader reader = reader();
        List<Receipt> receipts = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            receipts.add(receipt(reader, first + i, entries.get(i)));
        }
        return receipts;
    }

    private Receipt receipt(TileReader reader, long index, byte[] entry) {
        try {
            return new Receipt(
                    index, Tree.leaf(entry), Tree.inclusion(reader, index, size()), now.newest(), entry.clone());
        } catch (NotGenuine e) {
            throw new Damaged("The tiles of the ledger no longer prove entry " + index
                    + ": some were altered on the disk. Verify the whole ledger and put back what differs.");
        }
    }

    private List<PublicFile> changed(long since) {
        return publicPaths(since).map(this::publicFile).toList();
    }

    /** The newest checkpoint. */
    public synchronized SignedCheckpoint checkpoint() {
        settle();
        return now.newest();
    }

    /** Entries in the log. */
    public synchronized long size() {
        return now.newest().size();
    }

    /**
     * A receipt against the newest checkpoint.
     *
     * @throws IllegalArgumentException when there is no such entry
     */
    public synchronized Receipt proof(long index) {
        return receipt(reader(), index, entry(index));
    }

    /**
     * The bytes of an entry.
     *
     * @throws IllegalArgumentException when there is no such entry
     */
    public synchronized byte[] entry(long index) {
        settle();
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException(
                    "The log has " + size() + " entries, so there is none with index " + index + ".");
        }
        return reader().entry(index);
    }

    /** Proves that the log of {@code to} entries goes on from the one of {@code from} (RFC 6962 section 2.1.2). */
    public synchronized List<Hash> consistency(long from, long to) {
        settle();
        if (from < 0 || from > to || to > size()) {
            throw new IllegalArgumentException("The log has " + size() + " entries, so there is no proof from " + from
                    + " to " + to + " of them.");
        }
        return Tree.consistency(new TileReader(files::read, to), from, to);
    }

    /**
     * Compares the log with a checkpoint that the world has seen (on the public site, at a witness) before anything is
     * signed again, for example after a backup was restored.
     *
     * @throws NotGenuine when that checkpoint is not by this log's key
     * @throws Forked when the log does not go on from it
     */
    public synchronized void mustGoOnFrom(String seenCheckpoint) {
        settle();
        Checkpoint seen =
                SignedCheckpoint.verify(seenCheckpoint, signers.verifiers()).checkpoint();
        Recovery.refuseIfForked(reader(), now.newest(), seen);
    }

    /**
     * Adds cosignatures to the published checkpoint; receipts made from now on carry them. Nothing happens when the log
     * has grown meanwhile: then the newer checkpoint is what witnesses are asked about.
     *
     * @param cosigned this log's checkpoint, with lines of witnesses
     * @return the newest checkpoint; publish it, and proofs made anew
     * @throws Forked when it is of another history
     */
    public synchronized SignedCheckpoint adopt(SignedCheckpoint cosigned) {
        settle();
        Recovery.refuseIfForked(reader(), now.newest(), cosigned.checkpoint());
        if (cosigned.size() == size()) {
            SignedCheckpoint both = now.newest().with(cosigned);
            settled = false;
            files.replace(LogFiles.CHECKPOINT, both.bytes());
            now = new Recovery.Found(both, now.edge());
            settled = true;
        }
        return now.newest();
    }

    /**
     * The paths of all files that are public, for a copy that was complete with {@code since} entries (0 for all); the
     * checkpoint last.
     */
    public synchronized Stream<String> publicPaths(long since) {
        settle();
        return Stream.concat(TilePath.between(since, size()).map(TilePath::path), Stream.of(LogFiles.CHECKPOINT));
    }

    /**
     * A file of the log by one of the {@link #publicPaths}.
     *
     * @throws IllegalArgumentException when that is no public file of the log
     */
    public synchronized PublicFile publicFile(String path) {
        if (!path.equals(LogFiles.CHECKPOINT)) {
            TilePath.parse(path);
        }
        return files.read(path)
                .map(bytes -> new PublicFile(path, bytes))
                .orElseThrow(() -> new IllegalArgumentException("The ledger has no file " + path + "."));
    }

    /**
     * Audits the log from its entries: every bundle, every tile, the root. Reads everything.
     *
     * @throws Damaged when anything differs
     */
    public synchronized void verify() {
        settle();
        long size = size();
        new Replay(files::read, size)
                .run(0, Tree.EMPTY, now.newest().checkpoint().root(), (index, entry) -> {});
        TilePath.between(0, size).forEach(this::verifyPartials);
    }

    /** Older partial tiles are beginnings of newer ones; readers with an older checkpoint still ask for them. */
    private void verifyPartials(TilePath tile) {
        Recovery.partials(files, tile).forEach(partial -> {
            byte[] whole = publicFile(tile.path()).bytes();
            if (partial.width() > tile.width()
                    || !Arrays.equals(
                            publicFile(partial.path()).bytes(),
                            Arrays.copyOf(whole, TileReader.length(partial, whole)))) {
                throw new Damaged(
                        "The file " + partial.path() + " of the log is not the beginning of " + tile.path() + ".");
            }
        });
    }

    /**
     * Deletes the partial tiles that full ones have replaced.
     *
     * @return their paths, so that a public copy can drop them too
     */
    public synchronized List<String> tidy() {
        settle();
        List<String> replaced = TilePath.between(0, size())
                .filter(TilePath::full)
                .flatMap(tile -> Recovery.partials(files, tile))
                .map(TilePath::path)
                .toList();
        replaced.forEach(files::delete);
        replaced.stream().map(LogFiles::folder).distinct().forEach(files::delete);
        return replaced;
    }

    private TileReader reader() {
        return new TileReader(files::read, size());
    }

    private void settle() {
        if (closed) {
            throw new IllegalStateException("The ledger was closed.");
        }
        if (!settled) {
            now = new Recovery(files, signers).run();
            settled = true;
        }
    }

    /** Gives the lock back; nothing waits to be written. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            lock.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The lock of the ledger could not be given back.", e);
        }
    }
}
