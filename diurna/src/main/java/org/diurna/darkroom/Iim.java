package org.diurna.darkroom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;

/**
 * Writes IPTC-IIM 4.2, the layer that picture desks' older software reads. All texts are whole, even where the standard
 * would cut a name after 32 bytes: layers that differ are worse than layers that are long, and readers take both.
 */
final class Iim {
    private static final int MARK = 0x1c;
    private static final int ENVELOPE = 1;
    private static final int APPLICATION = 2;
    private static final byte[] UTF_8 = {0x1b, '%', 'G'};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Iim() {}

    static byte[] records(Description description, Rights rights) {
        var iim = new Iim();
        iim.put(ENVELOPE, 90, UTF_8);
        iim.put(APPLICATION, 0, new byte[] {0, 4});
        iim.put(55, description.created().format(DateTimeFormatter.BASIC_ISO_DATE));
        for (String creator : description.creators()) {
            iim.put(80, creator);
        }
        iim.put(105, description.headline());
        iim.put(110, rights.credit());
        iim.put(116, rights.copyright());
        iim.put(120, description.caption().getOrDefault(description.main(), ""));
        return iim.out.toByteArray();
    }

    private void put(int dataset, String text) {
        put(APPLICATION, dataset, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(int entry, int dataset, byte[] value) {
        out.write(MARK);
        out.write(entry);
        out.write(dataset);
        out.write(value.length >> 8);
        out.write(value.length);
        out.writeBytes(value);
    }
}
