package org.diurna.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.diurna.ledger.Receipt;
import org.diurna.stand.Blob;
import org.diurna.stand.Change;
import org.diurna.stand.Digest;
import org.diurna.stand.Shelf;
import org.diurna.stand.Turn;
import org.diurna.stand.Turned;

/**
 * Lets a press run die at its n-th step: before and after each thing that it asks of the shelf, the log, the stand or
 * the clock there is one point, and at the n-th a thrown error ends the run there.
 */
final class Faults {
    private int left;

    /** Dies at the n-th point; 0 for never. */
    Faults(int n) {
        this.left = n;
    }

    /** What the run died of. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private synchronized void point() {
        if (left > 0 && --left == 0) {
            throw new Died();
        }
    }

    /** Whether the point has been reached and the run has died. */
    synchronized boolean spent() {
        return left == 0;
    }

    private <T> T around(Supplier<T> call) {
        point();
        T answer = call.get();
        point();
        return answer;
    }

    PressRun.Confirmation over(PressRun.Confirmation stand) {
        return (turn, patience) -> around(() -> stand.shows(turn, patience));
    }

    Sealing.Log over(Sealing.Log log) {
        return new Sealing.Log() {
            @Override
            public long size() {
                return around(log::size);
            }

            @Override
            public List<Receipt> append(long first, List<byte[]> leaves) {
                return around(() -> log.append(first, leaves));
            }
        };
    }

    Clock over(Clock clock) {
        return new Clock() {
            @Override
            public Instant instant() {
                return around(clock::instant);
            }

            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return clock.withZone(zone);
            }
        };
    }

    Shelf over(Shelf shelf) {
        return new FakeShelf(shelf);
    }

    /** A real shelf in front of which calls fail. */
    private final class FakeShelf implements Shelf {
        private final Shelf real;

        FakeShelf(Shelf real) {
            this.real = real;
        }

        @Override
        public List<Blob> lay(List<byte[]> many) {
            return around(() -> real.lay(many));
        }

        @Override
        public Turned turn(long expectedLast, Instant at, List<Change> changes) {
            return around(() -> real.turn(expectedLast, at, changes));
        }

        @Override
        public long last() {
            return around(real::last);
        }

        @Override
        public Turn journal(long number) {
            return around(() -> real.journal(number));
        }

        @Override
        public void replay(long after, long upTo, Consumer<Change> each) {
            around(() -> {
                real.replay(after, upTo, each);
                return true;
            });
        }

        @Override
        public byte[] read(Digest digest) {
            return around(() -> real.read(digest));
        }

        @Override
        public Optional<java.nio.file.Path> file(Digest digest) {
            return real.file(digest);
        }

        @Override
        public Following follow(LongConsumer eachTurn) {
            return real.follow(eachTurn);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    /** How long a stand may take in tests. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
}
