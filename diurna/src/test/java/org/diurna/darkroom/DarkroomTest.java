package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.diurna.darkroom.EveryEngine.assertColour;
import static org.diurna.darkroom.EveryEngine.developed;
import static org.diurna.darkroom.EveryEngine.taken;
import static org.diurna.darkroom.EveryEngine.whole;

import java.awt.AlphaComposite;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DarkroomTest {
    private final Map<EngineChoice, Darkroom> darkrooms = new HashMap<>();

    @BeforeAll
    void open(@TempDir Path folder) {
        EveryEngine.here()
                .forEach(engine -> darkrooms.put(engine, EveryEngine.open(folder.resolve(engine.name()), engine)));
    }

    @AfterAll
    void close() {
        darkrooms.values().forEach(Darkroom::close);
    }

    Stream<Darkroom> every() {
        return darkrooms.values().stream();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void every_format_is_taken_in_and_measured(Darkroom darkroom) {
        for (String format : List.of("jpeg", "png", "webp", "gif", "tiff")) {
            Master master = taken(darkroom, Drawn.file(Drawn.photograph(410, 230, 7), format));
            assertThat(master.mediaType()).isEqualTo("image/" + format);
            assertThat(master.width()).isEqualTo(410);
            assertThat(master.height()).isEqualTo(230);
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void the_same_bytes_are_recognised_and_the_same_look_too(Darkroom darkroom) {
        var image = Drawn.photograph(900, 600, 8);
        byte[] png = Drawn.file(image, "png");
        Master first = taken(darkroom, png);
        assertThat(EveryEngine.take(darkroom, png)).isInstanceOf(Intake.TakenBefore.class);
        Master other = taken(darkroom, Drawn.file(image, "jpeg"));
        assertThat(other.sha256()).isNotEqualTo(first.sha256());
        assertThat(other.look().alike(first.look())).isTrue();
        assertThat(taken(darkroom, Drawn.jpeg(900, 600, 9)).look().alike(first.look()))
                .isFalse();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void all_renditions_have_the_ordered_sizes_and_formats(Darkroom darkroom) {
        Master master = taken(darkroom, Drawn.jpeg(1_400, 1_000, 10));
        List<Cut> cuts = Cut.proposed(master.width(), master.height(), new Focus(2_000, 7_000));
        List<Rendition> renditions = developed(darkroom, master, cuts);
        int ordered = 0;
        for (Cut cut : cuts) {
            ordered += cut.widths().size()
                    * (int) cut.formats().stream()
                            .filter(darkroom.formats()::contains)
                            .count();
        }
        assertThat(renditions).hasSize(ordered);
        for (Rendition rendition : renditions) {
            Header header = new Sniffer(100_000_000, 1).sniff(Bytes.of(rendition.bytes(), "rendition"));
            assertThat(header.type().mediaType()).isEqualTo(rendition.format().mediaType());
            assertThat(header.width()).isEqualTo(rendition.width());
            assertThat(header.height()).isEqualTo(rendition.height());
            assertThat(rendition.sha256()).isEqualTo(Digests.sha256(rendition.bytes()));
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void the_same_order_makes_the_same_bytes(Darkroom darkroom) {
        Master master = taken(darkroom, Drawn.jpeg(600, 400, 11));
        List<Cut> cuts = Cut.proposed(600, 400, Focus.USUAL);
        assertThat(developed(darkroom, master, cuts).stream().map(Rendition::sha256))
                .isEqualTo(developed(darkroom, master, cuts).stream()
                        .map(Rendition::sha256)
                        .toList());
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void every_orientation_is_turned_upright(Darkroom darkroom) {
        // Corners of the upright picture, clockwise from the left upper one, for each way of storing it.
        int[][] corners = {
            {0xff0000, 0x00ff00, 0xffffff, 0x0000ff},
            {0x00ff00, 0xff0000, 0x0000ff, 0xffffff},
            {0xffffff, 0x0000ff, 0xff0000, 0x00ff00},
            {0x0000ff, 0xffffff, 0x00ff00, 0xff0000},
            {0xff0000, 0x0000ff, 0xffffff, 0x00ff00},
            {0x0000ff, 0xff0000, 0x00ff00, 0xffffff},
            {0xffffff, 0x00ff00, 0xff0000, 0x0000ff},
            {0x00ff00, 0xffffff, 0x0000ff, 0xff0000}
        };
        byte[] stored = Drawn.file(Drawn.quarters(240, 160), "jpeg");
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] file = Drawn.withSegment(stored, 0xe1, Drawn.exif(orientation));
            Master master = taken(darkroom, file);
            assertThat(master.width()).isEqualTo(orientation < 5 ? 240 : 160);
            BufferedImage upright = whole(darkroom, file, 120);
            int right = upright.getWidth() - 10;
            int bottom = upright.getHeight() - 10;
            int[][] places = {{10, 10}, {right, 10}, {right, bottom}, {10, bottom}};
            for (int i = 0; i < 4; i++) {
                int rgb = corners[orientation - 1][i];
                assertColour(upright, places[i][0], places[i][1], rgb >> 16, rgb >> 8 & 255, rgb & 255, 40);
            }
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void a_colour_profile_is_heeded(Darkroom darkroom) {
        byte[] plain = Drawn.file(Drawn.flat(64, 64, 0x808080), "jpeg");
        assertColour(whole(darkroom, plain, 64), 32, 32, 128, 128, 128, 3);
        byte[] linear = Drawn.withSegment(plain, 0xe2, Drawn.linearProfileSegment());
        assertColour(whole(darkroom, linear, 64), 32, 32, 188, 188, 188, 6);
        byte[] png = HostileFiles.join(
                HostileFiles.latin1("\u0089PNG\r\n\u001a\n"),
                pngWithProfile(Drawn.file(Drawn.flat(64, 64, 0x808080), "png")));
        assertColour(whole(darkroom, png, 64), 32, 32, 188, 188, 188, 6);
    }

    private static byte[] pngWithProfile(byte[] png) {
        byte[] segment = Drawn.linearProfileSegment();
        byte[] profile = java.util.Arrays.copyOfRange(segment, 14, segment.length);
        byte[] chunk = HostileFiles.chunk(
                "iCCP", HostileFiles.join(HostileFiles.latin1("p\0\0"), HostileFiles.packed(profile)));
        byte[] header = java.util.Arrays.copyOfRange(png, 8, 33);
        return HostileFiles.join(header, chunk, java.util.Arrays.copyOfRange(png, 33, png.length));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void four_inks_become_light(Darkroom darkroom) {
        BufferedImage cyan = whole(darkroom, Drawn.cmykJpeg(64, 64, new int[] {0, 255, 255, 255}), 64);
        int[] is = EveryEngine.colour(cyan, 32, 32);
        assertThat(is[0]).as("red of cyan").isLessThan(110);
        assertThat(is[2]).as("blue of cyan").isGreaterThan(170);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void what_is_transparent_becomes_white(Darkroom darkroom) {
        var image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setComposite(AlphaComposite.Src);
        pen.setColor(new java.awt.Color(255, 0, 0, 128));
        pen.fillRect(0, 0, 40, 60);
        pen.dispose();
        BufferedImage flat = whole(darkroom, Drawn.file(image, "png"), 80);
        assertColour(flat, 20, 30, 255, 127, 127, 6);
        assertColour(flat, 70, 30, 255, 255, 255, 3);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void grey_of_16_bits_keeps_its_brightness(Darkroom darkroom) {
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 64 * 64; i++) {
            image.getRaster().setSample(i % 64, i / 64, 0, 0x8080);
        }
        assertColour(whole(darkroom, Drawn.file(image, "png"), 64), 32, 32, 128, 128, 128, 3);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void a_crop_shows_that_part_and_no_other(Darkroom darkroom) {
        Master master = taken(darkroom, Drawn.file(Drawn.quarters(800, 800), "png"));
        var cut = new Cut(Slot.SQUARE, new Crop(400, 0, 400, 400), List.of(100), java.util.Set.of(Format.JPEG));
        BufferedImage green = EveryEngine.decoded(
                developed(darkroom, master, List.of(cut)).getFirst().bytes());
        assertColour(green, 3, 3, 0, 255, 0, 12);
        assertColour(green, 96, 96, 0, 255, 0, 12);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void a_crop_outside_of_the_picture_is_our_mistake(Darkroom darkroom) {
        Master master = taken(darkroom, Drawn.jpeg(300, 300, 12));
        var cut = new Cut(Slot.SQUARE, new Crop(200, 200, 101, 101), List.of(100), Format.ALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> darkroom.develop(master.sha256(), List.of(cut), Drawn.description(), Drawn.rights()))
                .withMessageContaining("outside");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void missing_rows_are_noticed_even_where_the_end_is_there(Darkroom darkroom) {
        byte[] jpeg = Drawn.jpeg(800, 600, 13);
        byte[] headless = HostileFiles.join(
                java.util.Arrays.copyOf(jpeg, jpeg.length / 2), new byte[] {(byte) 0xff, (byte) 0xd9});
        assertThat(EveryEngine.refused(darkroom, headless)).isInstanceOf(Refusal.Damaged.class);
        byte[] taller = HostileFiles.lyingJpeg(jpeg, 800, 6_000);
        assertThat(EveryEngine.refused(darkroom, taller)).isInstanceOf(Refusal.Damaged.class);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void a_preview_is_small_and_says_nothing(Darkroom darkroom) {
        Master master = taken(darkroom, Drawn.withSegment(Drawn.jpeg(800, 600, 14), 0xe1, Drawn.exif(1)));
        var preview = (Development.Developed) darkroom.preview(master.sha256(), 200);
        Rendition picture = preview.renditions().getFirst();
        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(150);
        assertThat(HostileFilesTest.latin1(picture.bytes())).doesNotContain("Exif", "xap", "8BIM");
    }

    @Test
    void both_engines_see_the_same_picture() {
        Darkroom java = Objects.requireNonNull(darkrooms.get(EngineChoice.JAVA));
        Darkroom vips = darkrooms.getOrDefault(EngineChoice.LIBVIPS, java);
        byte[] file = Drawn.withSegment(Drawn.jpeg(1_200, 900, 15), 0xe1, Drawn.exif(8));
        assertThat(taken(java, file).look().distance(taken(vips, file).look()))
                .isLessThanOrEqualTo(Look.ALIKE_BITS_MAX);
        BufferedImage one = whole(java, file, 300);
        BufferedImage two = whole(vips, file, 300);
        long difference = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                difference += Math.abs((one.getRGB(x, y) >> 8 & 255) - (two.getRGB(x, y) >> 8 & 255));
            }
        }
        assertThat(difference / (double) (one.getHeight() * one.getWidth())).isLessThan(3.0);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("every")
    void a_heic_master_is_taken_where_a_decoder_is_and_refused_with_a_remedy_elsewhere(Darkroom darkroom)
            throws IOException {
        byte[] heic;
        try (var probe = Objects.requireNonNull(Darkroom.class.getResourceAsStream("probe.heic"))) {
            heic = probe.readAllBytes();
        }
        if (darkroom.mediaTypes().contains("image/heic")) {
            assertThat(taken(darkroom, heic).width()).isEqualTo(16);
        } else {
            assertThat(EveryEngine.refused(darkroom, heic).sentence()).contains("HEIC", "save it as JPEG");
        }
    }

    @Test
    void an_avif_master_needs_libvips() {
        Darkroom java = Objects.requireNonNull(darkrooms.get(EngineChoice.JAVA));
        Darkroom vips = darkrooms.get(EngineChoice.LIBVIPS);
        org.junit.jupiter.api.Assumptions.assumeTrue(vips != null, "no libvips here");
        Master source = taken(Objects.requireNonNull(vips), Drawn.jpeg(640, 480, 16));
        byte[] avif = developed(vips, source, List.of(Cut.of(Slot.WHOLE, new Crop(0, 0, 640, 480)))).stream()
                .filter(rendition -> rendition.format() == Format.AVIF && rendition.width() == 640)
                .findFirst()
                .orElseThrow()
                .bytes();
        assertThat(EveryEngine.refused(java, avif)).isInstanceOf(Refusal.NoDecoder.class);
        Master again = taken(vips, avif);
        assertThat(again.mediaType()).isEqualTo("image/avif");
        assertThat(again.width()).isEqualTo(640);
        assertThat(again.look().alike(source.look())).isTrue();
    }
}
