package org.diurna.stand;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index of a shelf, kept up with its journal. */
final class Site implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    private final Shelf shelf;
    private final PathIndex index = new PathIndex();
    private final LongConsumer replaced;
    private final ReentrantLock applying = new ReentrantLock();
    private final Condition moved = applying.newCondition();
    private final Shelf.Following following;
    private volatile long applied;

    /** @param replaced hears the key of each entry that is public no more */
    Site(Shelf shelf, LongConsumer replaced) {
        this.shelf = shelf;
        this.replaced = replaced;
        apply(shelf.last());
        following = shelf.follow(this::applyOrSay);
    }

    PathIndex index() {
        return index;
    }

    /** On the thread of the writer: when its turn returns, the public has it. */
    private void applyOrSay(long turn) {
        try {
            apply(turn);
        } catch (RuntimeException e) {
            LOG.error("Turn {} is not yet public, the state of turn {} stays: {}", turn, applied, e.getMessage(), e);
        }
    }

    private void apply(long turn) {
        if (turn <= applied) {
            return;
        }
        applying.lock();
        try {
            if (turn > applied) {
                shelf.replay(applied, turn, change -> {
                    long old = index.apply(change);
                    if (old >= 0) {
                        replaced.accept(old);
                    }
                });
                applied = turn;
                moved.signalAll();
            }
        } finally {
            applying.unlock();
        }
    }

    boolean confirm(long turn, Duration patience) {
        if (turn <= applied) {
            return true;
        }
        long left = patience.toNanos();
        applying.lock();
        try {
            while (applied < turn && left > 0) {
                left = moved.awaitNanos(left);
            }
            return applied >= turn;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            applying.unlock();
        }
    }

    long applied() {
        return applied;
    }

    @Override
    public void close() {
        following.close();
    }
}
