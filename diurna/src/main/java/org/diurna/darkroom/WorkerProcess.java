package org.diurna.darkroom;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** One child process, seen from the house. One job at a time; whoever asks holds it alone. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);
    private static final int PIPE_BYTES = 1 << 16;

    private final Process process;
    private final Scratch scratch;
    private final StderrTail complaints;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final Hello hello;
    private int jobs;

    private WorkerProcess(Process process, Scratch scratch) {
        this.process = process;
        this.scratch = scratch;
        this.complaints = StderrTail.of(process.getErrorStream());
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), PIPE_BYTES));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), PIPE_BYTES));
        try {
            this.hello = within(START_LIMIT, () -> Hello.read(Frames.read(in)));
        } catch (WorkerDied e) {
            close();
            throw new DarkroomUnavailable(
                    "The worker process of the darkroom does not start: " + complaints.text()
                            + " Check that Java can start a second process.",
                    e);
        }
    }

    static WorkerProcess start(DarkroomSettings settings) {
        var scratch = Scratch.make();
        var builder = new ProcessBuilder(command(settings, scratch.folder()));
        builder.directory(scratch.folder().toFile());
        confine(builder.environment());
        try {
            return new WorkerProcess(builder.start(), scratch);
        } catch (IOException e) {
            scratch.close();
            throw new DarkroomUnavailable(
                    "The worker process of the darkroom cannot be started; check that "
                            + builder.command().getFirst() + " may be run.",
                    e);
        }
    }

    /** Settings of the house may hold passwords, so the child gets only what finding libraries needs. */
    private static void confine(Map<String, String> environment) {
        environment.keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot"));
        // One line for each broken row of a picture would fill the log.
        environment.put("VIPS_WARNING", "1");
        // An arena for each thread would count against the worker's own limit.
        environment.put("MALLOC_ARENA_MAX", "2");
    }

    private static List<String> command(DarkroomSettings settings, Path scratch) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                settings.engine() == EngineChoice.LIBVIPS ? "-Xmx256m" : "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + scratch.resolve("error.log"),
                "-Djava.io.tmpdir=" + scratch,
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Worker.class.getName(),
                Integer.toString(Math.max(1, Runtime.getRuntime().availableProcessors() / settings.workers())),
                settings.engine().name()));
        if (settings.engine() != EngineChoice.JAVA) {
            command.addAll(Natives.candidates(settings.libvips(), settings.natives()));
        }
        return command;
    }

    /** Ours, made absolute: the worker has a folder of its own to work in. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(place -> Path.of(place).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    Hello hello() {
        return hello;
    }

    long pid() {
        return process.pid();
    }

    /** Jobs done so far. */
    int jobs() {
        return jobs;
    }

    boolean alive() {
        return process.isAlive();
    }

    /**
     * @throws WorkerDied where the process ended before it answered; it is of no use any more
     */
    Reply ask(Job job, Path master, Duration limit) throws WorkerDied {
        jobs++;
        return within(limit, () -> {
            Frames.write(out, frame -> Job.write(job, frame));
            try (InputStream bytes = Files.newInputStream(master)) {
                out.writeInt(Math.toIntExact(Files.size(master)));
                bytes.transferTo(out);
            }
            out.flush();
            return Reply.read(Frames.read(in));
        });
    }

    private interface Talk<T> {
        T happen() throws IOException;
    }

    /** A read of a pipe cannot be given a time-out, but it ends when the process on the other side is killed. */
    private <T> T within(Duration limit, Talk<T> talk) throws WorkerDied {
        var done = new CountDownLatch(1);
        var tooSlow = new AtomicBoolean();
        Thread.ofVirtual().name("darkroom-watch").start(() -> {
            try {
                if (!done.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                    tooSlow.set(true);
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        });
        try {
            return talk.happen();
        } catch (IOException e) {
            throw new WorkerDied(
                    "The worker process of the darkroom has ended in the middle of its work.", tooSlow.get(), e);
        } finally {
            done.countDown();
        }
    }

    /** Ends the process, whatever it does, and removes what it left. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DarkroomUnavailable(
                        "The worker process " + process.pid() + " cannot be ended; end it by hand.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scratch.close();
    }
}
