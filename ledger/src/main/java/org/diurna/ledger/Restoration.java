package org.diurna.ledger;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Damaged;
import org.diurna.ledger.LedgerException.Forked;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotGenuine;

/** Rebuilds a log's folder from a public copy. What was ever signed here must be the beginning of that copy. */
final class Restoration {
    /** Files that are made durable together. */
    private static final int FILES_AT_ONCE = 500;

    private final LogFiles files;
    private final Signers signers;
    private final Tiles copy;

    Restoration(LogFiles files, Signers signers, Tiles copy) {
        this.files = files;
        this.signers = signers;
        this.copy = copy;
    }

    SignedCheckpoint run() {
        SignedCheckpoint newest = copy.read(LogFiles.CHECKPOINT)
                .map(note -> SignedCheckpoint.verify(Strict.utf8(note, "checkpoint of the copy"), signers.verifiers()))
                .orElseThrow(() -> new Damaged("The copy has no checkpoint."));
        new Replay(copy, newest.size()).run(0, Tree.EMPTY, newest.checkpoint().root(), (index, entry) -> {});
        refuseIfForked(newest, LogFiles.SIGNED);
        refuseIfForked(newest, LogFiles.CHECKPOINT);
        lay(newest.size());
        files.replace(LogFiles.SIGNED, newest.bytes());
        files.replace(LogFiles.CHECKPOINT, newest.bytes());
        return newest;
    }

    private void refuseIfForked(SignedCheckpoint newest, String name) {
        Optional<SignedCheckpoint> here = files.read(name).flatMap(this::readable);
        here.ifPresent(signed -> {
            if (signed.size() > newest.size()) {
                throw new Forked("Here a history of " + signed.size() + " entries was signed, but the copy has only "
                        + newest.size() + ". Find a newer copy; going on from this one would be a fork.");
            }
            Recovery.refuseIfForked(new TileReader(copy, newest.size()), newest, signed.checkpoint());
        });
    }

    /** A file that is damaged itself is one of the reasons to restore. */
    private Optional<SignedCheckpoint> readable(byte[] note) {
        try {
            return Optional.of(SignedCheckpoint.verify(Strict.utf8(note, "checkpoint"), signers.verifiers()));
        } catch (Malformed | NotGenuine e) {
            return Optional.empty();
        }
    }

    private void lay(long size) {
        Map<TilePath, byte[]> some = new LinkedHashMap<>();
        for (Iterator<TilePath> tiles = TilePath.between(0, size).iterator(); tiles.hasNext(); ) {
            TilePath tile = tiles.next();
            byte[] bytes = copy.read(tile.path())
                    .or(() -> copy.read(tile.filled().path()))
                    .orElseThrow(() -> new Damaged("The file " + tile.path() + " went away from the copy."));
            some.put(tile, Arrays.copyOf(bytes, TileReader.length(tile, bytes)));
            if (some.size() == FILES_AT_ONCE || !tiles.hasNext()) {
                files.lay(some);
                some.clear();
            }
        }
    }
}
