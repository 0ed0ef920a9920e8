package org.diurna.stand;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Where published bytes lie: blobs named by their digest and a journal of turns. Nothing on it is ever overwritten or
 * removed, so the state of the whole site at any turn is a prefix of the journal.
 *
 * <p><b>Durability.</b> What {@link #lay} and {@link #turn} have returned survives the loss of power. A call that threw
 * has laid nothing, some or all of its blobs (harmless: nothing points to them) and has either made its turn or not,
 * never half of it.
 *
 * <p><b>Retry.</b> The shelf does not try again by itself. {@code lay} may be repeated at will. After a {@code turn}
 * that threw, ask {@link #last} first; repeating with the same {@code expectedLast} is safe in any case, because it can
 * be made only once and is then answered {@link Turned.Overtaken}.
 *
 * <p><b>Concurrency.</b> Every method may be called from many threads and many processes. Two writers that expect the
 * same last turn: one is {@link Turned.Made}, the other {@link Turned.Overtaken}. All methods block; none may be called
 * on an event loop.
 *
 * <p>Failures of the place are {@link ShelfUnavailable}.
 */
public interface Shelf extends AutoCloseable {
    /** Lays all of these bytes, in any order and in parallel; the answer has their order. */
    List<Blob> lay(List<byte[]> many);

    default Blob lay(byte[] bytes) {
        return lay(List.of(bytes)).getFirst();
    }

    /**
     * Makes turn {@code expectedLast + 1}, if {@code expectedLast} is still the last one (0 for an empty shelf). The
     * blobs that the changes name must have been laid; one that was not is an {@link IllegalArgumentException}.
     */
    Turned turn(long expectedLast, Instant at, List<Change> changes);

    /** The number of the last turn, 0 if there is none. */
    long last();

    /** One turn of the journal, 1 ≤ {@code number} ≤ {@link #last}. */
    Turn journal(long number);

    /**
     * Hands out what leads from the state after turn {@code after} (0 for nothing) to the state after turn
     * {@code upTo}, in order; addresses that changed again may be told once or several times, the last one holds. From
     * 0 it starts at the newest fitting snapshot and therefore costs the size of the site, not of its history.
     */
    void replay(long after, long upTo, Consumer<Change> each);

    /** The whole site as it was after this turn: host and path → the change that made it so. */
    default Map<String, Change> state(long turn) {
        var state = new TreeMap<String, Change>();
        replay(0, turn, change -> state.put(change.host() + change.path(), change));
        return state;
    }

    /** All bytes of a blob, checked against their digest. */
    byte[] read(Digest digest);

    /** The file that holds a blob, where the shelf has files: for sending without copying. */
    Optional<Path> file(Digest digest);

    /**
     * Tells {@code eachTurn} the number of the last turn whenever there are newer ones: at once for turns made through
     * this object, before {@link #turn} returns, and within two seconds for those of other processes. Calls may be
     * repeated and come from several threads; they must return quickly. Ends with the answer's {@code close}.
     */
    Following follow(LongConsumer eachTurn);

    @Override
    void close();

    /** Ends the following; further calls do nothing. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
