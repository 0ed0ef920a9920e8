package org.diurna.darkroom;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the libvips at hand can really do. AVIF and HEIC are the matter of plug-ins: the one of Debian is a package of its
 * own, and the one that comes with the release cannot decode HEIC although it knows its name. So both are tried once.
 */
record VipsAbilities(Set<MasterType> reads, Set<Format> writes) {
    private static final int PROBE_SIDE = 16;
    private static final String PROBE = "probe.heic";

    static VipsAbilities of(Vips vips) {
        var reads = EnumSet.complementOf(EnumSet.of(MasterType.AVIF, MasterType.HEIC));
        var writes = EnumSet.of(Format.WEBP, Format.JPEG);
        try {
            byte[] avif = writtenAvif(vips);
            writes.add(Format.AVIF);
            if (decodes(vips, avif, MasterType.AVIF)) {
                reads.add(MasterType.AVIF);
            }
            if (decodes(vips, heic(), MasterType.HEIC)) {
                reads.add(MasterType.HEIC);
            }
        } catch (Undecodable | IllegalStateException e) {
            // The plug-in is not there: neither format, which the door says to whoever needs it.
            return new VipsAbilities(reads, writes);
        }
        return new VipsAbilities(reads, writes);
    }

    private static byte[] writtenAvif(Vips vips) throws Undecodable {
        try (var black = new VipsCall(vips, "black")
                        .set("width", PROBE_SIDE)
                        .set("height", PROBE_SIDE)
                        .set("bands", 3);
                var image = black.out();
                var save = VipsEngine.saver(vips, Format.AVIF).image("in", image.address())) {
            return save.written();
        }
    }

    private static boolean decodes(Vips vips, byte[] file, MasterType type) {
        try {
            var header = new Header(type, PROBE_SIDE, PROBE_SIDE, Header.UPRIGHT, 1, false, file.length);
            return VipsEngine.seen(vips, file, header).width() == PROBE_SIDE;
        } catch (Undecodable e) {
            // This is the question that is asked here, and this is its answer: no.
            return false;
        }
    }

    private static byte[] heic() {
        try (InputStream probe = VipsAbilities.class.getResourceAsStream(PROBE)) {
            if (probe == null) {
                throw new IllegalStateException("The class path has lost " + PROBE + ".");
            }
            return probe.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The class path cannot be read.", e);
        }
    }
}
