package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkersTest {
    private static DarkroomSettings settings(EngineChoice engine, Duration examineLimit) {
        var usual = DarkroomSettings.USUAL;
        return new DarkroomSettings(
                200_000,
                usual.maxPixels(),
                usual.maxPages(),
                examineLimit,
                usual.developLimit(),
                1,
                engine,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_worker_killed_in_the_middle_of_a_job_is_replaced_and_the_job_runs_again(@TempDir Path folder)
            throws InterruptedException, ExecutionException, IOException {
        try (var darkroom = EveryEngine.open(folder, EngineChoice.JAVA);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Master master = EveryEngine.taken(darkroom, Drawn.jpeg(1_600, 1_200, 41));
            var cuts = Cut.proposed(1_600, 1_200, Focus.USUAL);
            var worker = ProcessHandle.of(darkroom.workers().getFirst()).orElseThrow();
            Duration before = cpu(worker);
            var job = threads.submit((Callable<List<Rendition>>) () -> EveryEngine.developed(darkroom, master, cuts));
            while (cpu(worker).compareTo(before.plusMillis(50)) < 0 && !job.isDone()) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(job.isDone())
                    .as("the job is done before the worker could be killed")
                    .isFalse();
            assertThat(worker.destroyForcibly()).isTrue();
            List<Rendition> renditions = job.get();
            assertThat(renditions).isNotEmpty();
            assertThat(darkroom.workers()).hasSize(1).doesNotContain(worker.pid());
            assertThat(filesIn(folder)).isEqualTo(1);
        }
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_worker_that_hangs_is_killed_and_the_next_picture_is_taken(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (var darkroom = new Darkroom(folder, settings(EngineChoice.JAVA, Duration.ofSeconds(2)))) {
            long pid = darkroom.workers().getFirst();
            var stop = new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start();
            assertThat(stop.waitFor(5, TimeUnit.SECONDS)).isTrue();
            Refusal refusal = EveryEngine.refused(darkroom, Drawn.jpeg(300, 200, 42));
            assertThat(refusal).isEqualTo(new Refusal.TooSlow("picture.jpg", Duration.ofSeconds(2)));
            assertThat(filesIn(folder)).isZero();
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse();
        }
    }

    @Test
    void a_closed_darkroom_leaves_no_process_and_no_temporary_file(@TempDir Path folder) throws IOException {
        List<Long> pids;
        try (var darkroom = EveryEngine.open(folder, EngineChoice.JAVA)) {
            EveryEngine.taken(darkroom, Drawn.file(Drawn.photograph(100, 80, 43), "webp"));
            pids = darkroom.workers();
            assertThat(pids).hasSize(1);
        }
        assertThat(pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(filesIn(folder)).isEqualTo(1);
    }

    @Test
    void a_missing_library_that_is_demanded_stops_the_start(@TempDir Path folder) {
        var usual = DarkroomSettings.USUAL;
        var settings = new DarkroomSettings(
                usual.maxBytes(),
                usual.maxPixels(),
                usual.maxPages(),
                usual.examineLimit(),
                usual.developLimit(),
                1,
                EngineChoice.LIBVIPS,
                Optional.of(folder.resolve("libvips-nowhere.so")),
                Optional.empty());
        assertThatExceptionOfType(DarkroomUnavailable.class)
                .isThrownBy(() -> new Darkroom(folder, settings).close())
                .withMessageContaining("libvips42");
    }

    @Test
    void a_file_that_is_too_large_is_turned_away_while_it_comes(@TempDir Path folder) throws IOException {
        try (var darkroom = new Darkroom(folder, settings(EngineChoice.JAVA, Duration.ofSeconds(10)))) {
            var endless = new InputStream() {
                private long given;

                @Override
                public int read() {
                    given++;
                    return 0;
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    given += length;
                    return length;
                }
            };
            assertThat(darkroom.take(endless, "en\u202edless\n.jpg"))
                    .isEqualTo(new Intake.TurnedAway(new Refusal.TooManyBytes("endless.jpg", 200_000)));
            assertThat(endless.given).isLessThan(400_000);
            assertThat(filesIn(folder)).isZero();
        }
    }

    @Test
    void a_master_is_for_the_owner_only_and_a_broken_upload_leaves_nothing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("left-over.part"), "half a picture");
        try (var darkroom = EveryEngine.open(folder, EngineChoice.JAVA)) {
            assertThat(filesIn(folder)).as("left over from a crash").isZero();
            byte[] file = Drawn.jpeg(300, 200, 44);
            Master master = EveryEngine.taken(darkroom, file);
            assertThat(Files.readAllBytes(darkroom.master(master.sha256()))).isEqualTo(file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(darkroom.master(master.sha256()))))
                    .isEqualTo("rw-------");
            var broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the line is dead");
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    return read();
                }
            };
            assertThatExceptionOfType(DarkroomUnavailable.class).isThrownBy(() -> darkroom.take(broken, "a.jpg"));
            assertThat(filesIn(folder)).isEqualTo(1);
            assertThat(darkroom.take(new ByteArrayInputStream(file), "again.jpg"))
                    .isInstanceOf(Intake.TakenBefore.class);
            assertThat(filesIn(folder)).isEqualTo(1);
        }
    }

    private static long filesIn(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).count();
        }
    }
}
