package org.diurna.stand;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The whole public site as it was after one turn, from the journal alone: no database, and no matter what is turned
 * meanwhile. What it answers is decided by the same {@link Clerk} that answers readers.
 *
 * <p>Costs the memory of a stand. Not for several threads at once.
 */
public final class PastSite implements AutoCloseable {
    private final Shelf shelf;
    private final long turn;
    private final Map<String, Change> state;
    private final HotPages hot;
    private final Clerk clerk;

    private PastSite(Shelf shelf, long turn, Map<String, Change> state) {
        this.shelf = shelf;
        this.turn = turn;
        this.state = state;
        var index = new PathIndex();
        state.values().forEach(index::apply);
        hot = new HotPages(shelf, 0);
        clerk = new Clerk(index, hot, new Heads(Heads.Transport.PLAIN), false);
    }

    /** After turn {@code turn}; 0 is the empty site before the first. */
    public static PastSite after(Shelf shelf, long turn) {
        return new PastSite(shelf, turn, shelf.state(turn));
    }

    /** Only what this turn put in place, for those who follow the history step by step; nothing else is found in it. */
    public static PastSite changedBy(Shelf shelf, Turn turn) {
        var state = new TreeMap<String, Change>();
        turn.changes().forEach(change -> state.put(change.host() + change.path(), change));
        return new PastSite(shelf, turn.number(), state);
    }

    /**
     * At a moment: after the last turn of the journal that was made then or before. Where a writer's clock was set back,
     * the first turn that is later than the moment is looked for as if times only grew.
     */
    public static PastSite at(Shelf shelf, Instant moment) {
        return after(shelf, lastTurn(shelf, moment));
    }

    /** The number of the last turn that was made at this moment or before; 0 if there was none. */
    public static long lastTurn(Shelf shelf, Instant moment) {
        long before = 0;
        long later = shelf.last() + 1;
        while (later - before > 1) {
            long middle = (before + later) >>> 1;
            if (shelf.journal(middle).at().isAfter(moment)) {
                later = middle;
            } else {
                before = middle;
            }
        }
        return before;
    }

    public long turn() {
        return turn;
    }

    /** Every address that ever had something, with what is there, by host and path. */
    public Collection<Change> changes() {
        return java.util.Collections.unmodifiableCollection(state.values());
    }

    /**
     * What a reader got who asked for this address in no coding: {@code head} is status line and header lines with
     * their CRLFs, without {@code Date}, which is the only one that the answer's moment decides.
     */
    public record Answer(int status, String head, byte[] body) {
        /** The header lines by name, of which the stand never sends two of one name. */
        public Map<String, String> headers() {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            head.lines().skip(1).forEach(line -> {
                int colon = line.indexOf(": ");
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            });
            return headers;
        }
    }

    /** Path and perhaps query, as a request would write them. */
    public Answer answer(String host, String pathAndQuery) {
        var asked = new Asked("GET", host, Target.ofRequest(pathAndQuery), _ -> null);
        return switch (clerk.answer(asked)) {
            case Reply.Ready ready ->
                new Answer(ready.head().status(), ready.head().text(), taken(ready.body()));
            case Reply.Cold cold ->
                new Answer(
                        cold.head().status(),
                        cold.head().text(),
                        bytes(cold.prepared().blob()));
            case Reply.FromFile file ->
                new Answer(file.head().status(), file.head().text(), bytes(file.blob()));
            case Reply.ForCounter _ -> throw new IllegalStateException("a past site has no counter");
        };
    }

    /** The bytes of one coding of a put, where it has that coding. */
    public Optional<byte[]> coded(Change.Put put, Coding coding) {
        return Optional.ofNullable(put.bytes().get(coding)).map(this::bytes);
    }

    private byte[] bytes(Blob blob) {
        return shelf.read(blob.digest());
    }

    private static byte[] taken(ByteBuf body) {
        try {
            return ByteBufUtil.getBytes(body);
        } finally {
            body.release();
        }
    }

    @Override
    public void close() {
        hot.close();
    }
}
