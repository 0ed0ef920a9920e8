package org.diurna.darkroom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator may choose.
 *
 * @param maxBytes     of a master
 * @param maxPixels    of a master, width times height
 * @param maxPages     of a TIFF; its first page is the picture
 * @param examineLimit how long a master may take to be read before its decoder is killed
 * @param developLimit how long all renditions of one picture may take
 * @param workers      processes that decode at the same time, 1 or more
 * @param engine       which engine
 * @param libvips      the library's file, if it lies where nobody would look
 * @param natives      folder of the release with native libraries
 */
public record DarkroomSettings(
        long maxBytes,
        long maxPixels,
        int maxPages,
        Duration examineLimit,
        Duration developLimit,
        int workers,
        EngineChoice engine,
        Optional<Path> libvips,
        Optional<Path> natives) {
    /** 60 MB, 100 megapixels, 8 pages, 10 seconds to read, 60 to develop, one worker, the best engine there is. */
    public static final DarkroomSettings USUAL = new DarkroomSettings(
            60_000_000,
            100_000_000,
            8,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            1,
            EngineChoice.BEST,
            Optional.empty(),
            Optional.empty());

    /** What an operator may allow at most. */
    public static final long BYTES_MAX = 200_000_000;

    public static final long PIXELS_MAX = 250_000_000;

    private static final int WORKERS_MAX = 16;

    public DarkroomSettings {
        between("max-bytes", maxBytes, 1, BYTES_MAX);
        between("max-pixels", maxPixels, 1, PIXELS_MAX);
        between("max-pages", maxPages, 1, 1_000);
        between("workers", workers, 1, WORKERS_MAX);
        between("examine-limit in seconds", examineLimit.toSeconds(), 1, 600);
        between("develop-limit in seconds", developLimit.toSeconds(), 1, 3_600);
    }

    public DarkroomSettings with(EngineChoice other) {
        return new DarkroomSettings(
                maxBytes, maxPixels, maxPages, examineLimit, developLimit, workers, other, libvips, natives);
    }

    /** The same with other limits of a master. */
    public DarkroomSettings with(long bytes, long pixels) {
        return new DarkroomSettings(
                bytes, pixels, maxPages, examineLimit, developLimit, workers, engine, libvips, natives);
    }

    private static void between(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The darkroom's " + name + " is " + value + "; it must be from " + least + " to " + most + ".");
        }
    }
}
