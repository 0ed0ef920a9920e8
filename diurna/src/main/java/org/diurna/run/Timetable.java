package org.diurna.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.diurna.edition.Due;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the times of what is signed off, and has it published then. It sleeps towards the next time and asks the
 * clock again whenever it wakes: a sleep that is too short wakes nobody early, and one that was too long is over soon.
 */
public final class Timetable implements AutoCloseable {
    /** So often it looks for times that were set meanwhile, here or by another node, and for a clock that was set. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** So long it waits after a failure of the database. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What goes later than this is told to the operator. */
    private static final Duration OVERDUE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    private final Due due;
    private final Clock clock;
    private final PressRun press;
    private volatile boolean open = true;
    private @Nullable Thread thread;
    private volatile @Nullable Thread pressing;

    /** The press runs at once after something went; its job does the same, should that fail. */
    public Timetable(Due due, Clock clock, PressRun press) {
        this.due = due;
        this.clock = clock;
        this.press = press;
    }

    /**
     * Looks at what became due while nothing ran, by the rules that zones have now, and begins to wait. What it publishes
     * asks for its own press run.
     */
    public synchronized void start() {
        due.review(clock.instant());
        look();
        thread = Thread.ofPlatform().name("timetable").daemon().start(this::await);
    }

    private void await() {
        while (open) {
            Duration pause;
            try {
                pause = look();
            } catch (RuntimeException e) {
                LOG.error("The timetable could not be read; it is tried again. {}", e.toString());
                pause = PAUSE;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Publishes all of which the time has come; answers how long to wait until the next look. */
    Duration look() {
        Optional<Instant> next = due.next();
        Instant now = clock.instant();
        if (next.isEmpty()) {
            return LOOK_EVERY;
        }
        if (now.isBefore(next.get())) {
            Duration left = Duration.between(now, next.get());
            return left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY;
        }
        Duration lateness = Duration.between(next.get(), now);
        if (lateness.compareTo(OVERDUE) > 0) {
            LOG.warn("What was scheduled for {} is overdue by {} s.", next.get(), lateness.toSeconds());
        }
        if (due.take(now) > 0) {
            // not in this thread: a stand that is silent keeps no other release from its time
            pressing = Thread.ofVirtual().name("timetable-press").start(this::run);
        }
        return Duration.ZERO;
    }

    private void run() {
        try {
            press.run();
        } catch (RuntimeException e) {
            LOG.warn("The press run of what was scheduled failed; its job tries again. {}", e.toString());
        }
    }

    /** Takes nothing more; what is being published is finished first. */
    @Override
    public void close() {
        open = false;
        Thread running;
        synchronized (this) {
            running = thread;
            thread = null;
        }
        if (running != null) {
            LockSupport.unpark(running);
            join(running);
        }
        Thread last = pressing;
        if (last != null) {
            join(last);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
