package org.diurna.run;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.diurna.darkroom.Backstage;
import org.diurna.darkroom.Crop;
import org.diurna.darkroom.Darkroom;
import org.diurna.darkroom.DarkroomSettings;
import org.diurna.darkroom.Description;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.EngineChoice;
import org.diurna.darkroom.Focus;
import org.diurna.darkroom.Intake;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Rights;
import org.diurna.darkroom.Slot;
import org.diurna.desk.Library;
import org.diurna.desk.Platemaker;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.Inline;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.house.Settings;

/** A darkroom with a few drawn pictures, and short ways to releases that show them. */
final class Gallery implements AutoCloseable {
    final Darkroom darkroom;
    final Backstage backstage;
    final Path folder;
    final Map<String, Library.Shelved> pictures = new HashMap<>();

    Gallery(Installation house) {
        this(house, house.folder.resolve("masters"));
    }

    private Gallery(Installation house, Path masters) {
        this.darkroom = new Darkroom(masters, DarkroomSettings.USUAL.with(EngineChoice.JAVA));
        this.folder = house.folder.resolve("backstage");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The test cannot make its folder.", e);
        }
        this.backstage = new Backstage(folder, house.database, () -> darkroom, house.clock);
        house.renditions = backstage::read;
    }

    Platemaker platemaker() {
        return new Platemaker(sha256 -> Optional.ofNullable(pictures.get(sha256)), backstage);
    }

    /** Draws a picture, takes it in and describes it. */
    String hang(String name, Color colour) {
        return hang(name, colour, 900, 700);
    }

    /** The same of another size, in pixels. */
    String hang(String name, Color colour, int width, int height) {
        Master master = switch (darkroom.take(new ByteArrayInputStream(drawn(colour, width, height)), name)) {
            case Intake.Taken taken -> taken.master();
            case Intake.TakenBefore taken -> taken.master();
            case Intake.TurnedAway(var refusal) -> throw new AssertionError(refusal.sentence());
        };
        pictures.put(
                master.sha256(),
                new Library.Shelved(
                        master.sha256(),
                        master,
                        "",
                        Optional.of(description(name)),
                        Optional.of(rights()),
                        crops(master),
                        Optional.empty(),
                        Optional.empty(),
                        Settings.Licence.Largest.EVERYBODY));
        return master.sha256();
    }

    void embargo(String sha256, Instant until) {
        pictures.computeIfPresent(sha256, (_, old) -> changed(old, old.crops(), Optional.of(until), old.largest()));
    }

    /** Somebody chooses a crop by hand. */
    void cut(String sha256, Slot slot, Crop crop) {
        pictures.computeIfPresent(sha256, (_, old) -> {
            Map<Slot, Crop> crops = new EnumMap<>(old.crops());
            crops.put(slot, crop);
            return changed(old, crops, old.embargo(), old.largest());
        });
    }

    void largest(String sha256, Settings.Licence.Largest largest) {
        pictures.computeIfPresent(sha256, (_, old) -> changed(old, old.crops(), old.embargo(), largest));
    }

    private static Library.Shelved changed(
            Library.Shelved old, Map<Slot, Crop> crops, Optional<Instant> embargo, Settings.Licence.Largest largest) {
        return new Library.Shelved(
                old.id(),
                old.master(),
                old.office(),
                old.description(),
                old.rights(),
                crops,
                embargo,
                old.expires(),
                largest);
    }

    static byte[] drawn(Color colour) {
        return drawn(colour, 900, 700);
    }

    private static byte[] drawn(Color colour, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, colour, width, height, Color.WHITE));
        brush.fillRect(0, 0, width, height);
        brush.setColor(colour.darker());
        brush.fillOval(300, 200, 220, 220);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("The test cannot draw.", e);
        }
        return out.toByteArray();
    }

    private static Map<Slot, Crop> crops(Master master) {
        Map<Slot, Crop> crops = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            crops.put(slot, slot.propose(master.width(), master.height(), Focus.USUAL));
        }
        return crops;
    }

    private static Description description(String name) {
        Language english = Lomara.EN;
        return new Description(
                List.of("Ansel Orrin"),
                name,
                Map.of(english, "Drawn: " + name),
                Map.of(english, "A disc in front of a coloured sky"),
                english,
                LocalDate.of(2026, 3, 1),
                DigitalSource.DIGITAL_CREATION);
    }

    private static Rights rights() {
        URI terms = URI.create("https://press.lomara.example/en/rights");
        return new Rights(
                "Ministry of Lomara / A. Orrin",
                "Ministry of Lomara",
                "© 2026 Ministry of Lomara",
                new Rights.Licence("press-use", terms),
                "Free for reporting.",
                terms,
                new Rights.Licensor("Ministry of Lomara", terms),
                Rights.DataMining.PROHIBITED);
    }

    static Wording with(Wording wording, String banner) {
        return wording.under(Optional.of(new Banner(banner, Block.Use.INFORMATIVE, "A disc in the sky", "")));
    }

    static Wording withFigure(Wording wording, String picture) {
        List<Block> body = new java.util.ArrayList<>(wording.body());
        body.add(new Block.Figure(
                "f1",
                Optional.empty(),
                picture,
                Block.Use.INFORMATIVE,
                "Half a disc",
                List.of(Inline.Text.plain("The figure in the text")),
                ""));
        return new Wording(
                wording.headline(), wording.decks(), wording.place(), wording.date(), body, wording.banner());
    }

    @Override
    public void close() {
        darkroom.close();
    }
}
