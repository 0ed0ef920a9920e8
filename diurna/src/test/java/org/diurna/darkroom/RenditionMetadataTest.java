package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What renditions say, read back by a reader that is not ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenditionMetadataTest {
    private final Map<EngineChoice, List<Rendition>> renditions = new HashMap<>();
    private static final Header HEADER = new Header(MasterType.JPEG, 1, 1, Header.UPRIGHT, 1, false, 0);

    private Described confirmed = MetadataReader.read(new byte[0], HEADER);

    @BeforeAll
    void develop(@TempDir Path folder) {
        byte[] master = Drawn.withSegment(Drawn.jpeg(640, 480, 31), 0xe1, Drawn.exif(6));
        assertThat(HostileFilesTest.latin1(master)).contains("SN-12345", "MAKERNOT");
        EveryEngine.here().forEach(engine -> {
            try (var darkroom = EveryEngine.open(folder.resolve(engine.name()), engine)) {
                Master taken = EveryEngine.taken(darkroom, master);
                List<Cut> cuts = List.of(Cut.of(Slot.WHOLE, new Crop(0, 0, 480, 640)));
                renditions.put(engine, EveryEngine.developed(darkroom, taken, cuts));
                byte[] jpeg = of(renditions.getOrDefault(engine, List.of()), Format.JPEG);
                if (EveryEngine.take(darkroom, jpeg) instanceof Intake.Taken again) {
                    confirmed = again.described();
                }
            }
        });
    }

    @AfterAll
    void forget() {
        renditions.clear();
    }

    Stream<Rendition> all() {
        return renditions.values().stream().flatMap(List::stream);
    }

    private static byte[] of(List<Rendition> some, Format format) {
        return some.stream()
                .filter(rendition -> rendition.format() == format)
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_packet_carries_every_field(Rendition rendition) throws XMPException {
        XMPMeta xmp = packet(rendition);
        assertThat(xmp.getArrayItem(Xmp.DC, "creator", 1).getValue()).isEqualTo("Ana Orlan");
        assertThat(xmp.getArrayItem(Xmp.DC, "creator", 2).getValue()).isEqualTo("Şövkət Ək");
        assertThat(local(xmp, Xmp.DC, "description", "x-default")).startsWith("The old bridge of Lomara –");
        assertThat(local(xmp, Xmp.DC, "description", "ar")).isEqualTo("جسر لومارا القديم");
        assertThat(local(xmp, Xmp.CORE, "AltTextAccessibility", "x-default")).startsWith("A stone bridge");
        assertThat(local(xmp, Xmp.CORE, "AltTextAccessibility", "ar")).isEqualTo("جسر حجري فوق نهر");
        assertThat(local(xmp, Xmp.DC, "rights", "x-default")).isEqualTo("© 2026 Ministry of Culture of Lomara");
        assertThat(local(xmp, Xmp.RIGHTS, "UsageTerms", "x-default")).startsWith("Free for use in news");
        assertThat(xmp.getPropertyString(Xmp.RIGHTS, "WebStatement")).endsWith("/en/terms");
        assertThat(xmp.getPropertyString(Xmp.PHOTOSHOP, "Credit"))
                .isEqualTo("Ministry of Culture of Lomara / Ana Orlan");
        assertThat(xmp.getPropertyString(Xmp.PHOTOSHOP, "Headline")).isEqualTo("The bridge is open again");
        assertThat(xmp.getPropertyString(Xmp.PHOTOSHOP, "DateCreated")).isEqualTo("2026-03-01");
        assertThat(xmp.getPropertyString(Xmp.EXT, "DigitalSourceType")).endsWith("/digitalsourcetype/digitalCapture");
        assertThat(xmp.getPropertyString(Xmp.PLUS, "DataMining")).endsWith("/DMI-PROHIBITED-GENAIMLTRAINING");
        assertThat(xmp.getStructField(Xmp.PLUS, "Licensor[1]", Xmp.PLUS, "LicensorURL")
                        .getValue())
                .endsWith("/-/licence");
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_of_the_camera_is_left(Rendition rendition) throws IOException, ImageProcessingException {
        assertThat(HostileFilesTest.latin1(rendition.bytes())).doesNotContain("SN-12345", "MAKERNOT", "A. Orlan\0");
        Metadata metadata = metadata(rendition);
        assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(ExifIFD0Directory.class)).isEmpty();
        for (Directory directory : metadata.getDirectories()) {
            assertThat(directory.getName()).doesNotContain("Thumbnail", "Makernote", "SubIFD");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void both_layers_of_a_jpeg_say_the_same(Rendition rendition)
            throws IOException, ImageProcessingException, XMPException {
        @Nullable IptcDirectory iim = metadata(rendition).getFirstDirectoryOfType(IptcDirectory.class);
        if (rendition.format() != Format.JPEG) {
            assertThat(iim).isNull();
            return;
        }
        Objects.requireNonNull(iim);
        XMPMeta xmp = packet(rendition);
        assertThat(iim.getStringArray(IptcDirectory.TAG_BY_LINE)).containsExactly("Ana Orlan", "Şövkət Ək");
        assertThat(iim.getString(IptcDirectory.TAG_CREDIT)).isEqualTo(xmp.getPropertyString(Xmp.PHOTOSHOP, "Credit"));
        assertThat(iim.getString(IptcDirectory.TAG_HEADLINE))
                .isEqualTo(xmp.getPropertyString(Xmp.PHOTOSHOP, "Headline"));
        assertThat(iim.getString(IptcDirectory.TAG_COPYRIGHT_NOTICE))
                .isEqualTo(local(xmp, Xmp.DC, "rights", "x-default"));
        assertThat(iim.getString(IptcDirectory.TAG_CAPTION)).isEqualTo(local(xmp, Xmp.DC, "description", "x-default"));
        assertThat(iim.getString(IptcDirectory.TAG_DATE_CREATED)).isEqualTo("20260301");
        assertThat(iim.getString(IptcDirectory.TAG_CODED_CHARACTER_SET)).isEqualTo("UTF-8");
    }

    @Test
    void a_described_picture_that_comes_back_is_described() {
        assertThat(confirmed.creators()).containsExactly("Ana Orlan", "Şövkət Ək");
        assertThat(confirmed.headline()).isEqualTo("The bridge is open again");
        assertThat(confirmed.credit()).isEqualTo("Ministry of Culture of Lomara / Ana Orlan");
        assertThat(confirmed.created()).contains(Drawn.description().created());
        assertThat(confirmed.altText()).containsEntry(Drawn.AR, "جسر حجري فوق نهر");
        assertThat(confirmed.webStatement()).endsWith("/en/terms");
        assertThat(confirmed.digitalSource()).contains(DigitalSource.DIGITAL_CAPTURE);
    }

    @Test
    void exif_speaks_where_nothing_better_does() {
        byte[] file = Drawn.withSegment(Drawn.jpeg(40, 40, 32), 0xe1, Drawn.exif(1));
        assertThat(MetadataReader.read(file, HEADER).creators()).containsExactly("A. Orlan");
    }

    @Test
    void control_characters_of_strangers_are_dropped() {
        byte[] bell = "EXIF\u0007".getBytes(StandardCharsets.US_ASCII);
        byte[] exif = Drawn.exif(1);
        System.arraycopy(bell, 0, exif, 6 + 200, bell.length);
        byte[] file = Drawn.withSegment(Drawn.jpeg(40, 40, 33), 0xe1, exif);
        assertThat(MetadataReader.read(file, HEADER).creators()).containsExactly("EXIFlan");
    }

    private static XMPMeta packet(Rendition rendition) throws XMPException {
        byte[] bytes = rendition.bytes();
        if (rendition.format() == Format.AVIF) {
            // The reader does not look into AVIF: the packet lies in the last box, and the item that names it is
            // checked
            // by exiftool outside of this suite.
            int at = HostileFilesTest.latin1(bytes).indexOf("<?xpacket begin");
            return XMPMetaFactory.parseFromBuffer(Arrays.copyOfRange(bytes, at, bytes.length));
        }
        try {
            return Objects.requireNonNull(metadata(rendition).getFirstDirectoryOfType(XmpDirectory.class))
                    .getXMPMeta();
        } catch (IOException | ImageProcessingException e) {
            throw new AssertionError("A rendition cannot be read.", e);
        }
    }

    private static String local(XMPMeta xmp, String schema, String name, String language) throws XMPException {
        return xmp.getLocalizedText(schema, name, "", language).getValue();
    }

    private static Metadata metadata(Rendition rendition) throws IOException, ImageProcessingException {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(rendition.bytes()));
    }
}
