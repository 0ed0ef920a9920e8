package org.diurna.darkroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * AVIF and HEIC: ISO/IEC 23008-12 on the boxes of ISO/IEC 14496-12. The greatest {@code ispe} counts: tiles and
 * thumbnails are smaller than the picture, and it is the greatest that costs memory.
 */
final class HeifHeader {
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis");
    private static final Set<String> MOVING = Set.of("avis", "hevc", "hevx", "msf1");
    private static final int BOXES_MAX = 10_000;

    private final Bytes file;
    private long width;
    private long height;
    private int boxes;

    HeifHeader(Bytes file) {
        this.file = file;
    }

    Header read() {
        String major = file.text(8, 4);
        List<String> brands = brands();
        boolean avif = brands.contains("avif");
        if (MOVING.contains(major)) {
            throw new Turned(new Refusal.Animated(file.name()));
        }
        if (!avif && brands.stream().noneMatch(HEIC::contains)) {
            throw new Turned(new Refusal.NotAPicture(file.name()));
        }
        walk(0, file.size());
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw file.lying("it is " + width + " by " + height + " pixels");
        }
        var type = avif ? MasterType.AVIF : MasterType.HEIC;
        return new Header(type, (int) width, (int) height, Header.UPRIGHT, 1, false, file.size());
    }

    private List<String> brands() {
        long end = file.u32(0);
        var brands = new ArrayList<String>(List.of(file.text(8, 4)));
        for (long at = 16; at + 4 <= Math.min(end, 1_024); at += 4) {
            brands.add(file.text(at, 4));
        }
        return brands;
    }

    private void walk(long from, long to) {
        for (long at = from; at + 8 <= to; ) {
            if (++boxes > BOXES_MAX) {
                throw file.lying("it has more than " + BOXES_MAX + " boxes");
            }
            long length = file.u32(at);
            long head = 8;
            if (length == 1) {
                length = file.u32(at + 8) << 32 | file.u32(at + 12);
                head = 16;
            } else if (length == 0) {
                length = to - at;
            }
            if (length < head) {
                throw file.lying("a box is smaller than its own head");
            }
            if (length > to - at) {
                throw file.cutOff();
            }
            box(file.text(at + 4, 4), at + head, at + length);
            at += length;
        }
    }

    private void box(String type, long from, long to) {
        switch (type) {
            case "meta" -> walk(from + 4, to);
            case "iprp", "ipco" -> walk(from, to);
            case "ispe" -> {
                if (file.u32(from + 4) * file.u32(from + 8) >= width * height) {
                    width = file.u32(from + 4);
                    height = file.u32(from + 8);
                }
            }
            default -> {
                // needed by the decoder only
            }
        }
    }
}
