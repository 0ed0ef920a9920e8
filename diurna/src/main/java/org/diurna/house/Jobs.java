package org.diurna.house;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done after a transaction, at its time, at least once: a row written in the transaction that asks for it,
 * claimed with a lease, tried again with growing pauses when it fails. A job's data is the name of a row; its handler
 * can be repeated.
 */
public final class Jobs implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int THREADS = 4;
    private static final Duration RETRY_FIRST = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN_WAIT = Duration.ofSeconds(10);

    private final Database database;
    private final SchedulerClient client;
    private final List<OneTimeTask<Void>> tasks = new ArrayList<>();
    private volatile @Nullable Scheduler scheduler;

    public Jobs(Database database) {
        this.database = database;
        this.client = SchedulerClient.Builder.create(database.source()).build();
    }

    /** Names a kind of job and what does it; all kinds are named before {@link #start}. */
    public void handle(String kind, Consumer<String> handler) {
        tasks.add(Tasks.oneTime(kind, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(RETRY_FIRST))
                .execute((instance, _) -> handler.accept(instance.getId())));
    }

    /** Asks for a job in the transaction that is under way; a job of this kind and name that is waiting stays as it is. */
    public void ask(String kind, String name, Instant notBefore) {
        client.scheduleIfNotExists(
                Tasks.oneTime(kind, Void.class).execute((_, _) -> {}).instance(name), notBefore);
        database.afterCommit(this::hint);
    }

    /** Takes back a job that has not begun; does nothing where there is none. */
    public void cancel(String kind, String name) {
        if (client.getScheduledExecution(TaskInstanceId.of(kind, name)).isPresent()) {
            client.cancel(TaskInstanceId.of(kind, name));
        }
    }

    private void hint() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    /** Begins to work. */
    public void start() {
        SchedulerBuilder builder = Scheduler.create(database.source(), new ArrayList<>(tasks))
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN_WAIT)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()));
        if (!database.embedded()) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        }
        Scheduler started = builder.build();
        started.start();
        scheduler = started;
    }

    /** Begins no more jobs and waits for those under way; may be called again. */
    @Override
    public void close() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }
}
