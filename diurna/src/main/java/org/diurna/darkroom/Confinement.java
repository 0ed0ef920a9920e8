package org.diurna.darkroom;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Limits that the worker sets on itself where the system is Linux: no more memory than it has now plus a fixed amount
 * (native decoders do not know Java's limit), and no core dumps, which would hold pictures.
 */
final class Confinement {
    private static final int RLIMIT_CORE = 4;
    private static final int RLIMIT_AS = 9;

    /** What a decoder takes for a progressive picture of 100 megapixels, which it must hold whole, and as much again. */
    private static final long MORE_BYTES = 3L << 29;

    private static final long PAGE_BYTES = 4_096;

    private Confinement() {}

    static void apply() throws IOException {
        Path now = Path.of("/proc/self/statm");
        if (!Files.isReadable(now)) {
            return;
        }
        long reserved = Long.parseLong(Files.readString(now).split(" ", 2)[0]) * PAGE_BYTES;
        limit(RLIMIT_CORE, 0);
        limit(RLIMIT_AS, reserved + MORE_BYTES);
    }

    @SuppressWarnings("restricted") // setrlimit has no other door
    private static void limit(int resource, long bytes) {
        var linker = Linker.nativeLinker();
        var setrlimit = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setrlimit"), FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
        try (var arena = Arena.ofConfined()) {
            MemorySegment both = arena.allocate(JAVA_LONG, 2);
            both.setAtIndex(JAVA_LONG, 0, bytes);
            both.setAtIndex(JAVA_LONG, 1, bytes);
            int failed = (int) setrlimit.invoke(resource, both);
            if (failed != 0) {
                throw new IllegalStateException(
                        "The worker cannot limit itself to " + bytes + " bytes of resource " + resource + ".");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("setrlimit cannot be called as expected.", e);
        }
    }
}
