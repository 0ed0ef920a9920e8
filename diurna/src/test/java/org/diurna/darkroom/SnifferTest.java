package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SnifferTest {
    private static final byte[] JPEG = Drawn.jpeg(300, 200, 1);
    private static final byte[] PNG = Drawn.file(Drawn.photograph(300, 200, 2), "png");
    private static final byte[] WEBP = Drawn.file(Drawn.photograph(300, 200, 3), "webp");
    private static final byte[] GIF = Drawn.file(Drawn.photograph(300, 200, 4), "gif");
    private static final byte[] TIFF = Drawn.file(Drawn.photograph(300, 200, 5), "tiff");

    private final Sniffer sniffer = new Sniffer(100_000_000, 8);

    private record Case(String what, byte[] file, Class<? extends Refusal> refusal) {}

    @TestFactory
    Stream<DynamicTest> every_hostile_file_is_refused_for_its_own_reason_before_a_decoder_sees_it() {
        return Stream.of(
                        new Case("nothing", new byte[0], Refusal.NotAPicture.class),
                        new Case("text", HostileFiles.latin1("not a picture"), Refusal.NotAPicture.class),
                        new Case(
                                "a web page",
                                HostileFiles.latin1("<!doctype html><html></html>"),
                                Refusal.NotAPicture.class),
                        new Case(
                                "a drawing",
                                HostileFiles.latin1("<?xml version=\"1.0\"?><svg xmlns=\"x\"/>"),
                                Refusal.Drawing.class),
                        new Case(
                                "a drawing in capitals",
                                HostileFiles.latin1("\n <SVG onload=x>"),
                                Refusal.Drawing.class),
                        new Case("half a JPEG", HostileFiles.truncated(JPEG), Refusal.Truncated.class),
                        new Case("half a PNG", HostileFiles.truncated(PNG), Refusal.Truncated.class),
                        new Case("half a WebP", HostileFiles.truncated(WEBP), Refusal.Truncated.class),
                        new Case("half a GIF", HostileFiles.truncated(GIF), Refusal.Truncated.class),
                        new Case(
                                "a start of a JPEG",
                                HostileFiles.latin1("\u00ff\u00d8\u00ff"),
                                Refusal.Truncated.class),
                        new Case(
                                "a JPEG of 65,535 squared",
                                HostileFiles.lyingJpeg(JPEG, 65_535, 65_535),
                                Refusal.TooManyPixels.class),
                        new Case("a JPEG of no width", HostileFiles.lyingJpeg(JPEG, 0, 200), Refusal.LyingHeader.class),
                        new Case(
                                "a PNG of 30,000 squared",
                                HostileFiles.png(30_000, 30_000),
                                Refusal.TooManyPixels.class),
                        new Case(
                                "a GIF of 65,535 squared",
                                HostileFiles.gif(65_535, 65_535, 1),
                                Refusal.TooManyPixels.class),
                        new Case(
                                "a TIFF of 2 thousand million pixels",
                                HostileFiles.tiff(2_000_000, 1_000, 1),
                                Refusal.TooManyPixels.class),
                        new Case("a moving GIF", HostileFiles.gif(10, 10, 3), Refusal.Animated.class),
                        new Case(
                                "a moving PNG",
                                HostileFiles.png(10, 10, HostileFiles.chunk("acTL", new byte[8])),
                                Refusal.Animated.class),
                        new Case("a book", HostileFiles.tiff(10, 10, 9), Refusal.TooManyPages.class),
                        new Case(
                                "a PNG with a bomb in its text",
                                HostileFiles.png(
                                        10,
                                        10,
                                        HostileFiles.chunk(
                                                "zTXt",
                                                HostileFiles.join(
                                                        HostileFiles.latin1("k\0\0"),
                                                        HostileFiles.packed(new byte[20 << 20])))),
                                Refusal.Bomb.class),
                        new Case(
                                "a PNG with a bomb in its international text",
                                HostileFiles.png(
                                        10,
                                        10,
                                        HostileFiles.chunk(
                                                "iTXt",
                                                HostileFiles.join(
                                                        HostileFiles.latin1("k\0\1\0en\0k\0"),
                                                        HostileFiles.packed(new byte[20 << 20])))),
                                Refusal.Bomb.class),
                        new Case(
                                "a JPEG with an archive behind it",
                                HostileFiles.join(JPEG, HostileFiles.zip()),
                                Refusal.TwoFaces.class),
                        new Case(
                                "a PNG with a page behind it",
                                HostileFiles.join(PNG, HostileFiles.latin1("<ScRiPt>x()</script>")),
                                Refusal.TwoFaces.class),
                        new Case(
                                "a JPEG that is a PDF",
                                Drawn.withSegment(JPEG, 0xfe, HostileFiles.latin1("%PDF-1.7")),
                                Refusal.TwoFaces.class),
                        new Case(
                                "a JPEG that is a page",
                                Drawn.withSegment(JPEG, 0xfe, HostileFiles.latin1("<html><body>")),
                                Refusal.TwoFaces.class),
                        new Case(
                                "a GIF that is an archive",
                                HostileFiles.join(GIF, HostileFiles.zip()),
                                Refusal.TwoFaces.class))
                .map(hostile -> DynamicTest.dynamicTest(hostile.what(), () -> {
                    Refusal refusal = refusalOf(hostile.file());
                    assertThat(refusal).isInstanceOf(hostile.refusal());
                    assertThat(refusal.sentence()).startsWith("x.jpg ").endsWith(".");
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_sound_picture_is_measured() {
        return Stream.of(JPEG, PNG, WEBP, GIF, TIFF)
                .map(file -> sniffer.sniff(Bytes.of(file, "x")))
                .map(header -> DynamicTest.dynamicTest(header.type().name(), () -> {
                    assertThat(header.width()).isEqualTo(300);
                    assertThat(header.height()).isEqualTo(200);
                }));
    }

    @Test
    void orientation_is_read_from_exif() {
        byte[] turned = Drawn.withSegment(JPEG, 0xe1, Drawn.exif(6));
        Header header = sniffer.sniff(Bytes.of(turned, "x"));
        assertThat(header.orientation()).isEqualTo(6);
        assertThat(header.uprightWidth()).isEqualTo(200);
        assertThat(header.uprightHeight()).isEqualTo(300);
    }

    @Test
    void a_second_picture_behind_the_first_is_no_crime() {
        assertThat(sniffer.sniff(Bytes.of(HostileFiles.join(JPEG, JPEG), "x")).width())
                .isEqualTo(300);
    }

    private Refusal refusalOf(byte[] file) {
        Turned turned = catchThrowableOfType(Turned.class, () -> sniffer.sniff(Bytes.of(file, "x.jpg")));
        assertThat(turned).as("a refusal").isNotNull();
        return turned.refusal();
    }
}
