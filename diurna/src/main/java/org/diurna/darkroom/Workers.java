package org.diurna.darkroom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * The pool of worker processes. A worker that dies in the middle of a job is replaced and the job runs again, once; a
 * worker that is too slow is killed and its job given up. Safe to use from many threads; those beyond the number of
 * workers wait their turn.
 */
final class Workers implements AutoCloseable {
    private static final int ATTEMPTS = 2;

    /** After so many jobs a worker is replaced, so that no leak of a native library grows for ever. */
    private static final int JOBS_MAX = 1_000;

    private final DarkroomSettings settings;
    private final Semaphore turns;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final List<WorkerProcess> busy = new ArrayList<>();
    private final Hello hello;
    private boolean closed;

    /** Starts one worker at once, to learn what the engine can do. */
    Workers(DarkroomSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.workers(), true);
        var first = WorkerProcess.start(settings);
        this.hello = first.hello();
        idle.push(first);
        if (settings.engine() == EngineChoice.LIBVIPS && !hello.engine().startsWith("libvips")) {
            close();
            throw new DarkroomUnavailable("The settings demand libvips, and it cannot be loaded: " + hello.problems()
                    + " Install the package libvips42, or name the library's file in the settings.");
        }
    }

    Hello hello() {
        return hello;
    }

    /** @throws Turned where the job was given up */
    Reply run(String name, Job job, Path master, Duration limit) {
        turns.acquireUninterruptibly();
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                WorkerProcess worker = take();
                boolean sound = false;
                try {
                    Reply reply = worker.ask(job, master, limit);
                    sound = worker.jobs() < JOBS_MAX;
                    return reply;
                } catch (WorkerDied e) {
                    if (e.tooSlow()) {
                        throw new Turned(new Refusal.TooSlow(name, limit));
                    }
                } finally {
                    giveBack(worker, sound);
                }
            }
            throw new Turned(new Refusal.BrokeDecoder(name));
        } finally {
            turns.release();
        }
    }

    private WorkerProcess take() {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("The darkroom is closed.");
            }
            while (!idle.isEmpty()) {
                WorkerProcess worker = idle.pop();
                if (worker.alive()) {
                    busy.add(worker);
                    return worker;
                }
                worker.close();
            }
        }
        var worker = WorkerProcess.start(settings);
        synchronized (this) {
            busy.add(worker);
        }
        return worker;
    }

    private void giveBack(WorkerProcess worker, boolean sound) {
        synchronized (this) {
            busy.remove(worker);
            if (sound && !closed) {
                idle.push(worker);
                return;
            }
        }
        worker.close();
    }

    /** Process ids of the workers that live now. */
    synchronized List<Long> pids() {
        var all = new ArrayList<WorkerProcess>(busy);
        all.addAll(idle);
        return all.stream().map(WorkerProcess::pid).toList();
    }

    /** Ends all workers; jobs in their hands are lost. */
    @Override
    public void close() {
        List<WorkerProcess> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(idle);
            all.addAll(busy);
            idle.clear();
        }
        all.forEach(WorkerProcess::close);
    }
}
