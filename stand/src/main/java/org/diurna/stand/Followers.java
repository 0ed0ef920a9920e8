package org.diurna.stand;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who want to hear of new turns. One thread asks for the last turn again and again (one look at one file name);
 * that also finds turns on network file systems, which tell nobody.
 */
final class Followers {
    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final LongSupplier last;
    private final Duration every;
    private final List<LongConsumer> followers = new CopyOnWriteArrayList<>();
    private @Nullable Thread looking;
    private volatile boolean closed;

    Followers(LongSupplier last, Duration every) {
        this.last = last;
        this.every = every;
    }

    synchronized Shelf.Following add(LongConsumer follower) {
        if (closed) {
            throw new IllegalStateException("the shelf has been closed");
        }
        followers.add(follower);
        if (looking == null) {
            looking = Thread.ofPlatform().daemon().name("shelf-follow").start(this::look);
        }
        return () -> followers.remove(follower);
    }

    void tell(long turn) {
        followers.forEach(follower -> follower.accept(turn));
    }

    /** Tells again and again, so that a follower who could not read a turn gets another chance. */
    private void look() {
        while (!closed) {
            try {
                tell(last.getAsLong());
            } catch (RuntimeException e) {
                LOG.warn("New turns could not be followed; trying again: {}", e.toString());
            }
            try {
                Thread.sleep(every);
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    synchronized void close() {
        closed = true;
        followers.clear();
        if (looking != null) {
            looking.interrupt();
        }
    }
}
