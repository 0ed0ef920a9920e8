package org.diurna.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.diurna.ledger.LedgerException.Damaged;
import org.diurna.ledger.LedgerException.Forked;
import org.diurna.ledger.LedgerException.NotFounded;
import org.diurna.ledger.LedgerException.NotGenuine;

/**
 * The opening of a log, also of one whose process was killed between any two steps of an append. What was signed is
 * brought to its end (the tiles are durable before the signature is); what was not signed is thrown away, as nobody can
 * have seen it. Costs a few files, however long the log is.
 */
final class Recovery {
    private final LogFiles files;
    private final Signers signers;

    Recovery(LogFiles files, Signers signers) {
        this.files = files;
        this.signers = signers;
    }

    /** What the log turned out to be. */
    record Found(SignedCheckpoint newest, Edge edge) {}

    /**
     * @throws NotFounded when there is no log
     * @throws Forked when two histories were signed, or files of a signed history are gone
     * @throws Damaged when files contradict the signature
     */
    Found run() {
        Optional<SignedCheckpoint> signed = read(LogFiles.SIGNED);
        Optional<SignedCheckpoint> published = read(LogFiles.CHECKPOINT);
        SignedCheckpoint newest = newest(signed, published);
        TileReader reader = new TileReader(files::read, newest.size());
        Edge edge = edge(reader, newest);
        refuseIfForked(reader, newest, signed);
        refuseIfForked(reader, newest, published);
        sweep(newest.size());
        files.syncFolders(
                TilePath.between(Math.max(0, newest.size() - 1), newest.size()).toList());
        if (!signers.allSigned(newest)) {
            // the same size and root once more, by a key that is new: no other history
            newest = newest.with(signers.sign(newest.checkpoint()));
            files.replace(LogFiles.SIGNED, newest.bytes());
            files.replace(LogFiles.CHECKPOINT, newest.bytes());
            return new Found(newest, edge);
        }
        catchUp(LogFiles.SIGNED, signed, newest);
        catchUp(LogFiles.CHECKPOINT, published, newest);
        return new Found(newest, edge);
    }

    private Optional<SignedCheckpoint> read(String name) {
        return files.read(name).map(bytes -> {
            try {
                return SignedCheckpoint.verify(Strict.utf8(bytes, name), signers.verifiers());
            } catch (LedgerException.Malformed | NotGenuine e) {
                throw new Damaged("The file " + name + " of the ledger is not a checkpoint signed by its key: "
                        + e.getMessage() + " Put back the right key, or the file from a copy.");
            }
        });
    }

    private static SignedCheckpoint newest(Optional<SignedCheckpoint> signed, Optional<SignedCheckpoint> published) {
        if (signed.isPresent() && published.isPresent()) {
            // of two alike the published one may carry cosignatures
            return signed.get().size() > published.get().size() ? signed.get() : published.get();
        }
        return signed.or(() -> published)
                .orElseThrow(() -> new NotFounded("No ledger was founded here. Found it with the command for it;"
                        + " if there was one, put its files back first: a second one under its name would be a fork."));
    }

    private static Edge edge(TileReader reader, SignedCheckpoint newest) {
        Edge edge;
        try {
            edge = Edge.read(reader, newest.size());
        } catch (Damaged e) {
            throw new Damaged("A history of " + newest.size() + " entries was signed, but files of it are not here: "
                    + e.getMessage() + " Put them back from the public site or a newer backup;"
                    + " nothing is signed before.");
        }
        if (!edge.root().equals(newest.checkpoint().root())) {
            throw new Damaged("The files of the ledger do not give the root that was signed for its " + newest.size()
                    + " entries: some were altered. Put them back from the public site or a backup.");
        }
        return edge;
    }

    private static void refuseIfForked(TileReader reader, SignedCheckpoint newest, Optional<SignedCheckpoint> other) {
        other.ifPresent(old -> refuseIfForked(reader, newest, old.checkpoint()));
    }

    /** @throws Forked when the newest history is no continuation of the other one */
    static void refuseIfForked(TileReader reader, SignedCheckpoint newest, Checkpoint other) {
        Checkpoint now = newest.checkpoint();
        boolean continued = other.size() <= now.size()
                && Proofs.consistent(
                        other.size(),
                        other.root(),
                        now.size(),
                        now.root(),
                        Tree.consistency(reader, other.size(), now.size()));
        if (!continued) {
            throw new Forked("The ledger here has " + now.size()
                    + " entries, but its key has signed another history of "
                    + other.size() + " entries. Either an old backup was restored or a second installation uses the"
                    + " key. Nothing is signed until the files of the longest signed history are back.");
        }
    }

    private void catchUp(String name, Optional<SignedCheckpoint> found, SignedCheckpoint newest) {
        if (found.map(SignedCheckpoint::size).orElse(-1L) != newest.size()) {
            files.replace(name, newest.bytes());
        }
    }

    /** Deletes what an append left beyond the signed size. */
    private void sweep(long size) {
        for (int level = TilePath.ENTRIES; level <= TilePath.LEVEL_MAX; level++) {
            long count = TilePath.count(level, size);
            long first = count / TilePath.FULL;
            long last = first + Ledger.BATCH_MAX / TilePath.FULL + 1;
            int row = level;
            var folders = new TreeSet<String>();
            LongStream.rangeClosed(first, last)
                    .forEach(n -> folders.add(LogFiles.folder(new TilePath(row, n, TilePath.FULL).path())));
            folders.forEach(folder -> sweep(folder, count));
        }
    }

    private void sweep(String folder, long count) {
        List<String> unsigned = new ArrayList<>();
        for (String name : files.list(folder)) {
            String path = folder + "/" + name;
            if (name.endsWith(".p/")) {
                String partials = path.substring(0, path.length() - 1);
                files.list(partials).stream()
                        .map(width -> partials + "/" + width)
                        .filter(partial -> beyond(partial, count))
                        .forEach(unsigned::add);
            } else if (!name.endsWith("/") && beyond(path, count)) {
                unsigned.add(path);
            }
        }
        unsigned.forEach(files::delete);
        unsigned.stream().map(LogFiles::folder).distinct().forEach(files::syncFolder);
    }

    private static boolean beyond(String path, long count) {
        return TilePath.known(path)
                .filter(tile -> tile.index() * TilePath.FULL + tile.width() > count)
                .isPresent();
    }

    /** The partial tiles that lie beside a tile, for whoever checks all that is public. */
    static Stream<TilePath> partials(LogFiles files, TilePath tile) {
        String folder = tile.filled().path() + ".p";
        return files.list(folder).stream().flatMap(width -> TilePath.known(folder + "/" + width).stream());
    }
}
