package org.diurna.darkroom;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/** The engine that is always there: Java's decoders, our scaler, JPEG and WebP. */
final class JavaEngine implements Engine {
    /** Wanted pixels come from at least this many each way, so that leaving pixels out does not show. */
    private static final int OVERSAMPLING = 2;

    private static final int LOOK_OVERSAMPLING = 8;

    JavaEngine() {
        ImageIO.setUseCache(false);
    }

    @Override
    public String name() {
        return "Java " + Runtime.version().feature();
    }

    @Override
    public Set<MasterType> reads() {
        return EnumSet.complementOf(EnumSet.of(MasterType.AVIF, MasterType.HEIC));
    }

    @Override
    public Set<Format> writes() {
        return EnumSet.of(Format.WEBP, Format.JPEG);
    }

    @Override
    public Seen look(byte[] master, Header header) throws Undecodable {
        int every = every(header, Look.SIDE_X, Look.SIDE_Y, LOOK_OVERSAMPLING * 4);
        Pixels seen = JavaReaders.read(master, header, every).upright(header.orientation());
        Pixels small =
                Scaler.scale(seen, new Crop(0, 0, seen.width(), seen.height()), Look.SIDE_X * 4, Look.SIDE_Y * 4);
        byte[] grid = GreyGrid.shrink(small.grey(), Look.SIDE_X * 4, Look.SIDE_X, Look.SIDE_Y);
        return new Seen(header.uprightWidth(), header.uprightHeight(), Look.of(grid));
    }

    @Override
    public List<byte[]> develop(byte[] master, Header header, List<Shot> shots) throws Undecodable {
        Working size = Working.of(header, shots);
        int every = every(header, size.width(), size.height(), OVERSAMPLING);
        Pixels whole = JavaReaders.read(master, header, every).upright(header.orientation());
        var files = new ArrayList<byte[]>();
        var scaled = new HashMap<Shot, Pixels>();
        for (Shot shot : shots) {
            Pixels pixels = scaled.computeIfAbsent(shot.as(Format.JPEG), wanted -> {
                Crop crop = wanted.crop()
                        .scaled(header.uprightWidth(), header.uprightHeight(), whole.width(), whole.height());
                return Scaler.scale(whole, crop, wanted.width(), wanted.height());
            });
            files.add(JavaWriters.write(pixels, shot.format()));
        }
        return files;
    }

    private static int every(Header header, int width, int height, int oversampling) {
        int across = header.uprightWidth() / (width * oversampling);
        int down = header.uprightHeight() / (height * oversampling);
        return Math.max(1, Math.min(across, down));
    }
}
