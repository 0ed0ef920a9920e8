package org.diurna.darkroom;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.XMPPathFactory;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads which parts of a picture its file names: faces and codes that cameras and picture programs have found (Guidelines
 * for Handling Image Metadata 2.0 of the Metadata Working Group, section 5.9) and regions of the IPTC (Photo Metadata
 * Standard 2019.1, Image Region). Who is named there is not read: people are named by people. Runs in the worker process.
 */
final class RegionReader {
    private static final String MWG = "http://www.metadataworkinggroup.com/schemas/regions/";
    private static final String AREA = "http://ns.adobe.com/xmp/sType/Area#";

    /** Where a camera focused is no thing that must be seen. */
    private static final Set<String> TYPES = Set.of("", "face", "pet", "barcode");

    static {
        try {
            XMPMetaFactory.getSchemaRegistry().registerNamespace(MWG, "mwg-rs");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(AREA, "stArea");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(Xmp.EXT, "Iptc4xmpExt");
        } catch (XMPException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Header header;
    private final List<Region> regions = new ArrayList<>();

    private RegionReader(Header header) {
        this.header = header;
    }

    static List<Region> read(List<XMPMeta> packets, Header header) {
        RegionReader reader = new RegionReader(header);
        for (XMPMeta packet : packets) {
            try {
                reader.mwg(packet);
                reader.iptc(packet);
            } catch (XMPException e) {
                // Not the list that it should be: what was read before it is kept.
                continue;
            }
        }
        return List.copyOf(reader.regions);
    }

    private void mwg(XMPMeta packet) throws XMPException {
        String list = "Regions" + XMPPathFactory.composeStructFieldPath(MWG, "RegionList");
        int count = Math.min(packet.countArrayItems(MWG, list), Region.REGIONS_MAX);
        for (int i = 1; i <= count; i++) {
            String item = XMPPathFactory.composeArrayItemPath(list, i);
            String area = item + XMPPathFactory.composeStructFieldPath(MWG, "Area");
            String type = text(packet.getStructField(MWG, item, MWG, "Type"));
            if (TYPES.contains(type.toLowerCase(java.util.Locale.ROOT))) {
                double width = number(packet, MWG, area, AREA, "w");
                double height = number(packet, MWG, area, AREA, "h");
                // x and y are those of the middle
                add(
                        number(packet, MWG, area, AREA, "x") - width / 2,
                        number(packet, MWG, area, AREA, "y") - height / 2,
                        width,
                        height);
            }
        }
    }

    private void iptc(XMPMeta packet) throws XMPException {
        int count = Math.min(packet.countArrayItems(Xmp.EXT, "ImageRegion"), Region.REGIONS_MAX);
        for (int i = 1; i <= count; i++) {
            String boundary = XMPPathFactory.composeArrayItemPath("ImageRegion", i)
                    + XMPPathFactory.composeStructFieldPath(Xmp.EXT, "RegionBoundary");
            boolean rectangle = text(packet.getStructField(Xmp.EXT, boundary, Xmp.EXT, "rbShape"))
                    .equals("rectangle");
            boolean pixels = text(packet.getStructField(Xmp.EXT, boundary, Xmp.EXT, "rbUnit"))
                    .equals("pixel");
            if (rectangle) {
                double across = pixels ? header.width() : 1;
                double down = pixels ? header.height() : 1;
                add(
                        number(packet, Xmp.EXT, boundary, Xmp.EXT, "rbX") / across,
                        number(packet, Xmp.EXT, boundary, Xmp.EXT, "rbY") / down,
                        number(packet, Xmp.EXT, boundary, Xmp.EXT, "rbW") / across,
                        number(packet, Xmp.EXT, boundary, Xmp.EXT, "rbH") / down);
            }
        }
    }

    /** In parts of the stored picture; what is no number or lies outside is no region. */
    private void add(double x, double y, double width, double height) {
        double left = Math.max(0, x);
        double top = Math.max(0, y);
        int w = (int) Math.round((Math.min(1, x + width) - left) * Region.WHOLE);
        int h = (int) Math.round((Math.min(1, y + height) - top) * Region.WHOLE);
        int l = (int) Math.round(left * Region.WHOLE);
        int t = (int) Math.round(top * Region.WHOLE);
        boolean sound = w > 0 && h > 0 && l + w <= Region.WHOLE && t + h <= Region.WHOLE;
        if (sound && regions.size() < Region.REGIONS_MAX) {
            Region region = new Region(l, t, w, h).upright(header.orientation());
            if (!regions.contains(region)) {
                regions.add(region);
            }
        }
    }

    private static double number(XMPMeta packet, String schema, String struct, String fieldSchema, String field)
            throws XMPException {
        try {
            return Double.parseDouble(text(packet.getStructField(schema, struct, fieldSchema, field)));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String text(@Nullable XMPProperty property) {
        return property == null || property.getValue() == null
                ? ""
                : property.getValue().strip();
    }
}
