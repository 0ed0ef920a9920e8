import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.diurna.darkroom.Crop;
import org.diurna.darkroom.Cut;
import org.diurna.darkroom.Darkroom;
import org.diurna.darkroom.DarkroomSettings;
import org.diurna.darkroom.Description;
import org.diurna.darkroom.Development;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.EngineChoice;
import org.diurna.darkroom.Focus;
import org.diurna.darkroom.Format;
import org.diurna.darkroom.Intake;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Rights;
import org.diurna.darkroom.Slot;
import org.diurna.house.Language;

/** The measuring half of {@code bin/bench pictures}: {@code Pictures <folder> <photographs>}. */
final class Pictures {
    private static final List<Integer> WIDTHS = List.of(480, 960, 1920);
    private static final double TARGET_RATIO = 0.9;
    private static final long TARGET_UPLOAD_MS = 3_000;
    private static final int WORKERS = 2;

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<Path> photographs = draw(folder, Integer.parseInt(arguments[1]));
        Path large = folder.resolve("large.jpg");
        photograph(large, 4_000, 3_000, 999);
        vipsthumbnail(folder, photographs.subList(0, 1));
        double tool = vipsthumbnail(folder, photographs);
        System.out.printf("vipsthumbnail      %d photographs of 6 megapixels, %d sizes each: %.2f s%n", photographs.size(), WIDTHS.size(), tool);
        for (EngineChoice choice : List.of(EngineChoice.LIBVIPS, EngineChoice.JAVA)) {
            try (var darkroom = new Darkroom(folder.resolve(choice.name()), settings(choice, WORKERS))) {
                double seconds = develop(darkroom, photographs);
                System.out.printf("%-18s %.2f s, throughput %.2f of vipsthumbnail%s%n", darkroom.engine(), seconds, tool / seconds,
                        choice == EngineChoice.LIBVIPS ? verdict(tool / seconds >= TARGET_RATIO, "0.9 or more") : "");
            }
            try (var darkroom = new Darkroom(folder.resolve(choice.name()), settings(choice, 1))) {
                upload(darkroom, photographs.getFirst());
                long ms = upload(darkroom, large);
                System.out.printf("%-18s 12 megapixels, upload to all renditions: %d ms%s%n", darkroom.engine(), ms,
                        choice == EngineChoice.LIBVIPS ? verdict(ms <= TARGET_UPLOAD_MS, "3000 ms or less") : "");
            }
        }
    }

    private static String verdict(boolean met, String target) {
        return " (target " + target + ": " + (met ? "met" : "MISSED") + ")";
    }

    private static DarkroomSettings settings(EngineChoice choice, int workers) {
        var usual = DarkroomSettings.USUAL;
        return new DarkroomSettings(usual.maxBytes(), usual.maxPixels(), usual.maxPages(), usual.examineLimit(),
                usual.developLimit(), workers, choice, usual.libvips(), usual.natives());
    }

    private static double vipsthumbnail(Path folder, List<Path> photographs) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int width : WIDTHS) {
            var command = new ArrayList<String>(List.of("vipsthumbnail", "--size", width + "x", "--output",
                    folder + "/%s-" + width + ".jpg[Q=82,optimize_coding,interlace,strip]"));
            photographs.forEach(photograph -> command.add(photograph.toString()));
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IOException("vipsthumbnail ended with status " + status + ".");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The same sizes as JPEG, with credit, from masters that lie in the darkroom; the first two warm it up. */
    private static double develop(Darkroom darkroom, List<Path> photographs) throws Exception {
        var masters = new ArrayList<Master>();
        for (Path photograph : photographs) {
            masters.add(take(darkroom, photograph));
        }
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            threads.invokeAll(List.of(job(darkroom, masters.get(0)), job(darkroom, masters.get(1))));
            var jobs = new ArrayList<Callable<Integer>>();
            masters.forEach(master -> jobs.add(job(darkroom, master)));
            long start = System.nanoTime();
            for (Future<Integer> done : threads.invokeAll(jobs)) {
                if (done.get() != WIDTHS.size()) {
                    throw new IllegalStateException("A rendition is missing.");
                }
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static Callable<Integer> job(Darkroom darkroom, Master master) {
        var whole = new Crop(0, 0, master.width(), master.height());
        var cut = new Cut(Slot.WHOLE, whole, WIDTHS, Set.of(Format.JPEG));
        return () -> renditions(darkroom.develop(master.sha256(), List.of(cut), description(), rights()));
    }

    private static long upload(Darkroom darkroom, Path photograph) throws IOException {
        long start = System.nanoTime();
        Master master = take(darkroom, photograph);
        List<Cut> cuts = Cut.proposed(master.width(), master.height(), Focus.USUAL);
        renditions(darkroom.develop(master.sha256(), cuts, description(), rights()));
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static int renditions(Development development) {
        return switch (development) {
            case Development.Developed developed -> developed.renditions().size();
            case Development.NotDeveloped not -> throw new IllegalStateException(not.refusal().sentence());
        };
    }

    private static Master take(Darkroom darkroom, Path photograph) throws IOException {
        try (InputStream bytes = Files.newInputStream(photograph)) {
            return switch (darkroom.take(bytes, photograph.getFileName().toString())) {
                case Intake.Taken taken -> taken.master();
                case Intake.TakenBefore before -> before.master();
                case Intake.TurnedAway away -> throw new IllegalStateException(away.refusal().sentence());
            };
        }
    }

    private static List<Path> draw(Path folder, int count) throws IOException {
        var photographs = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("photograph-" + i + ".jpg");
            photograph(file, 3_000, 2_000, i);
            photographs.add(file);
        }
        return photographs;
    }

    private static void photograph(Path file, int width, int height, long seed) throws IOException {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < 1_500; i++) {
            pen.setColor(colour(random));
            int size = 2 + (int) (width * 0.2 * Math.pow(random.nextDouble(), 4));
            pen.fillOval(random.nextInt(width), random.nextInt(height), size, size);
        }
        pen.dispose();
        for (int i = 0; i < width * height / 3; i++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            image.setRGB(x, y, image.getRGB(x, y) ^ (random.nextInt() & 0x070707));
        }
        ImageIO.write(image, "jpeg", file.toFile());
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 160);
    }

    private static Description description() {
        var english = Language.of("en");
        return new Description(List.of("Ana Orlan"), "A bridge", Map.of(english, "The old bridge of Lomara"),
                Map.of(english, "A stone bridge over a green river"), english, LocalDate.of(2026, 3, 1),
                DigitalSource.DIGITAL_CAPTURE);
    }

    private static Rights rights() {
        var terms = URI.create("https://press.culture.example/en/terms");
        return new Rights("Ministry of Culture of Lomara", "Ministry of Culture of Lomara",
                "© 2026 Ministry of Culture of Lomara", new Rights.Licence("press-use", terms), "Free for use in news",
                terms, new Rights.Licensor("Press office", terms), Rights.DataMining.UNSPECIFIED);
    }
}
