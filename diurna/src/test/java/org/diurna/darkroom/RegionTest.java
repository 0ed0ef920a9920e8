package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts of a picture that no crop should cut: read from files, and kept by proposals. */
final class RegionTest {
    private static final int WIDTH = 2_000;
    private static final int HEIGHT = 1_000;

    private static byte[] jpeg(String description) {
        String packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
                + " xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'"
                + " xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#'"
                + " xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'>" + description
                + "</rdf:Description></rdf:RDF></x:xmpmeta>";
        return Drawn.withSegment(
                Drawn.jpeg(400, 200, 1),
                0xe1,
                ("http://ns.adobe.com/xap/1.0/\0" + packet).getBytes(StandardCharsets.UTF_8));
    }

    private static String mwg(String type, double x, double y, double w, double h) {
        return "<rdf:li rdf:parseType='Resource'><mwg-rs:Type>" + type + "</mwg-rs:Type><mwg-rs:Name>Ana</mwg-rs:Name>"
                + "<mwg-rs:Area stArea:x='" + x + "' stArea:y='" + y + "' stArea:w='" + w + "' stArea:h='" + h
                + "' stArea:unit='normalized'/></rdf:li>";
    }

    private static List<Region> read(byte[] jpeg, int orientation) {
        return MetadataReader.read(jpeg, new Header(MasterType.JPEG, 400, 200, orientation, 1, false, jpeg.length))
                .regions();
    }

    private static String regions(String items) {
        return "<mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag>" + items
                + "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>";
    }

    @Test
    void faces_that_a_camera_has_found_are_read_and_where_it_focused_is_not() {
        byte[] jpeg = jpeg(regions(mwg("Face", 0.25, 0.5, 0.1, 0.2) + mwg("Focus", 0.5, 0.5, 0.1, 0.1)));
        assertThat(read(jpeg, 1)).containsExactly(new Region(2_000, 4_000, 1_000, 2_000));
        assertThat(read(jpeg, 6)).as("turned to the right").containsExactly(new Region(4_000, 2_000, 2_000, 1_000));
    }

    @Test
    void regions_of_the_iptc_are_read_in_pixels_and_in_parts() {
        String boundary = "<Iptc4xmpExt:RegionBoundary rdf:parseType='Resource'>"
                + "<Iptc4xmpExt:rbShape>rectangle</Iptc4xmpExt:rbShape><Iptc4xmpExt:rbUnit>%s</Iptc4xmpExt:rbUnit>"
                + "<Iptc4xmpExt:rbX>%s</Iptc4xmpExt:rbX><Iptc4xmpExt:rbY>%s</Iptc4xmpExt:rbY>"
                + "<Iptc4xmpExt:rbW>%s</Iptc4xmpExt:rbW><Iptc4xmpExt:rbH>%s</Iptc4xmpExt:rbH>"
                + "</Iptc4xmpExt:RegionBoundary>";
        String item = "<rdf:li rdf:parseType='Resource'>" + boundary + "</rdf:li>";
        byte[] jpeg = jpeg("<Iptc4xmpExt:ImageRegion><rdf:Bag>" + item.formatted("pixel", 40, 20, 100, 50)
                + item.formatted("relative", 0.5, 0.5, 0.25, 0.25)
                + "</rdf:Bag></Iptc4xmpExt:ImageRegion>");
        assertThat(read(jpeg, 1))
                .containsExactly(new Region(1_000, 1_000, 2_500, 2_500), new Region(5_000, 5_000, 2_500, 2_500));
    }

    @Test
    void regions_that_lie_outside_or_are_no_numbers_are_left_out_and_a_thousand_are_not_read() {
        String strange = mwg("Face", Double.NaN, 0.5, 0.1, 0.1)
                + mwg("Face", 4, 4, 0.1, 0.1)
                + mwg("Face", 0.5, 0.5, 1e300, 1e300)
                + mwg("Face", 0.5, 0.5, -1, -1);
        assertThat(read(jpeg(regions(strange)), 1)).containsExactly(new Region(0, 0, 10_000, 10_000));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            many.append(mwg("Face", 0.1 + i / 200.0, 0.5, 0.1, 0.1));
        }
        assertThat(read(jpeg(regions(many.toString())), 1)).hasSize(Region.REGIONS_MAX);
    }

    @Test
    void every_turn_moves_a_region_with_its_picture() {
        Region region = new Region(1_000, 2_000, 3_000, 4_000);
        for (int orientation = 1; orientation <= 8; orientation++) {
            int back = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
            assertThat(region.upright(orientation).upright(back))
                    .as("orientation " + orientation)
                    .isEqualTo(region);
        }
        assertThat(region.upright(3)).isEqualTo(new Region(6_000, 4_000, 3_000, 4_000));
        assertThat(region.upright(8)).isEqualTo(new Region(2_000, 6_000, 4_000, 3_000));
    }

    @Test
    void a_proposal_moves_so_that_a_face_stays_whole_and_one_that_cannot_is_named() {
        Region face = new Region(100, 5_000, 1_000, 2_000);
        Framing framing = new Framing(new Focus(9_000, 5_000), Map.of(), List.of(face));
        for (Slot slot : Slot.values()) {
            assertThat(face.within(framing.crop(slot, WIDTH, HEIGHT), WIDTH, HEIGHT))
                    .as(slot.name())
                    .isTrue();
        }
        assertThat(framing.losing(WIDTH, HEIGHT)).isEmpty();
        List<Region> apart = List.of(face, new Region(8_000, 5_000, 1_000, 2_000));
        assertThat(Framing.showing(apart).focus()).isEqualTo(new Focus(4_550, 6_000));
        assertThat(Framing.showing(apart).losing(WIDTH, HEIGHT))
                .contains(Slot.SQUARE, Slot.BANNER_TALL)
                .doesNotContain(Slot.WHOLE, Slot.CARD);
        Crop right = new Crop(1_000, 0, 1_000, 1_000);
        assertThat(new Framing(new Focus(8_000, 5_000), Map.of(Slot.SQUARE, right), List.of(face))
                        .losing(WIDTH, HEIGHT))
                .containsExactly(Slot.SQUARE);
        assertThatThrownBy(() -> new Region(9_500, 0, 1_000, 1_000)).hasMessageContaining("within the picture");
    }
}
