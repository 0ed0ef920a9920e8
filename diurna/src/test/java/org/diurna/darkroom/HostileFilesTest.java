package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken files through the door: each is taken or turned away, quickly, and nothing stays of those turned away. */
class HostileFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long WORKER_BYTES_MAX = 1L << 30;
    private static final long SEED = Long.getLong("diurna.seed", 20_261_125L);

    static Stream<EngineChoice> engines() {
        return EveryEngine.here();
    }

    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void sixty_broken_files_do_no_harm(EngineChoice engine, @TempDir Path folder) throws IOException {
        attack(engine, folder, 60);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("engines")
    void a_thousand_broken_files_do_no_harm(EngineChoice engine, @TempDir Path folder) throws IOException {
        attack(engine, folder, 1_000);
    }

    private static void attack(EngineChoice engine, Path folder, int count) throws IOException {
        var random = new Random(SEED);
        int taken = 0;
        long slowest = 0;
        try (var darkroom = EveryEngine.open(folder, engine)) {
            List<byte[]> sound = sound(darkroom);
            for (int i = 0; i < count; i++) {
                byte[] file = HostileFiles.mutated(sound.get(i % sound.size()), random);
                long start = System.nanoTime();
                Intake intake = EveryEngine.take(darkroom, file);
                slowest = Math.max(slowest, System.nanoTime() - start);
                assertThat(Duration.ofNanos(slowest))
                        .as("file %d of seed %d", i, SEED)
                        .isLessThan(LIMIT);
                if (intake instanceof Intake.Taken kept) {
                    taken++;
                    assertThat(darkroom.preview(kept.master().sha256(), 100)).isNotNull();
                }
            }
            long workerBytes = darkroom.workers().stream()
                    .mapToLong(HostileFilesTest::residentPeak)
                    .sum();
            System.out.printf(
                    "[darkroom] seed %d, %s: %d files, %d taken, slowest %d ms, worker at most %d MB%n",
                    SEED, darkroom.engine(), count, taken, slowest / 1_000_000, workerBytes >> 20);
            assertThat(workerBytes).isLessThan(WORKER_BYTES_MAX);
            assertThat(EveryEngine.take(darkroom, sound.getFirst())).isNotInstanceOf(Intake.TurnedAway.class);
            assertThat(files(folder)).as("what lies in the folder of masters").hasSize(taken + sound.size());
        }
    }

    private static List<byte[]> sound(Darkroom darkroom) {
        var image = Drawn.photograph(240, 160, 21);
        var sound = new ArrayList<byte[]>();
        for (String format : List.of("jpeg", "png", "webp", "gif", "tiff")) {
            sound.add(Drawn.file(image, format));
        }
        sound.add(Drawn.withSegment(
                Drawn.withSegment(sound.getFirst(), 0xe2, Drawn.linearProfileSegment()), 0xe1, Drawn.exif(6)));
        Master master = EveryEngine.taken(darkroom, sound.getFirst());
        for (Rendition rendition :
                EveryEngine.developed(darkroom, master, List.of(Cut.of(Slot.WHOLE, new Crop(0, 0, 240, 160))))) {
            sound.add(rendition.bytes());
        }
        sound.forEach(file -> EveryEngine.taken(darkroom, file));
        return sound;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    /** Linux only; elsewhere nothing is measured. */
    private static long residentPeak(long pid) {
        Path status = Path.of("/proc/" + pid + "/status");
        try {
            return Files.isReadable(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                            .sum()
                    : 0;
        } catch (IOException e) {
            throw new AssertionError("The worker " + pid + " is gone.", e);
        }
    }
}
