package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What the tests of both engines share. libvips is tested where the system has it. */
final class EveryEngine {
    private EveryEngine() {}

    static Stream<EngineChoice> here() {
        return Stream.of(EngineChoice.JAVA, EngineChoice.LIBVIPS).filter(EveryEngine::present);
    }

    private static boolean present(EngineChoice choice) {
        if (choice == EngineChoice.JAVA) {
            return true;
        }
        try (var probe = WorkerProcess.start(DarkroomSettings.USUAL)) {
            return probe.hello().engine().startsWith("libvips");
        }
    }

    static Darkroom open(Path folder, EngineChoice engine) {
        return new Darkroom(folder, DarkroomSettings.USUAL.with(engine));
    }

    static Intake take(Darkroom darkroom, byte[] file) {
        return darkroom.take(new ByteArrayInputStream(file), "picture.jpg");
    }

    static Master taken(Darkroom darkroom, byte[] file) {
        return switch (take(darkroom, file)) {
            case Intake.Taken taken -> taken.master();
            case Intake.TakenBefore before -> before.master();
            case Intake.TurnedAway(var refusal) -> throw new AssertionError(refusal.sentence());
        };
    }

    static Refusal refused(Darkroom darkroom, byte[] file) {
        return switch (take(darkroom, file)) {
            case Intake.TurnedAway(var refusal) -> refusal;
            case Intake.Taken taken -> throw new AssertionError("taken: " + taken.master());
            case Intake.TakenBefore before -> throw new AssertionError("taken: " + before.master());
        };
    }

    static List<Rendition> developed(Darkroom darkroom, Master master, List<Cut> cuts) {
        return switch (darkroom.develop(master.sha256(), cuts, Drawn.description(), Drawn.rights())) {
            case Development.Developed developed -> developed.renditions();
            case Development.NotDeveloped(var refusal) -> throw new AssertionError(refusal.sentence());
        };
    }

    /** The whole picture as one JPEG of that width, decoded again. */
    static BufferedImage whole(Darkroom darkroom, byte[] file, int width) {
        Master master = taken(darkroom, file);
        var crop = Slot.WHOLE.propose(master.width(), master.height(), Focus.USUAL);
        var cut = new Cut(Slot.WHOLE, crop, List.of(width), Set.of(Format.JPEG));
        List<Rendition> renditions = developed(darkroom, master, List.of(cut));
        assertThat(renditions).hasSize(1);
        return decoded(renditions.getFirst().bytes());
    }

    static BufferedImage decoded(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The test cannot read a rendition.", e);
        }
    }

    /** Red, green and blue of one pixel. */
    static int[] colour(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
    }

    static void assertColour(BufferedImage image, int x, int y, int red, int green, int blue, int tolerance) {
        int[] is = colour(image, x, y);
        assertThat(Math.max(Math.abs(is[0] - red), Math.max(Math.abs(is[1] - green), Math.abs(is[2] - blue))))
                .as("at %d, %d: %d %d %d instead of %d %d %d", x, y, is[0], is[1], is[2], red, green, blue)
                .isLessThanOrEqualTo(tolerance);
    }
}
