package org.diurna.darkroom;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The fast engine. A master is decoded once, shrunk while it is read as far as the largest rendition allows, and turned
 * into sRGB; all cuts are taken from that.
 */
final class VipsEngine implements Engine {
    private static final String WHITE = "255 255 255";
    private static final int AVIF_QUALITY = 60;
    private static final int AVIF_EFFORT = 2;
    private static final int WEBP_QUALITY = 78;
    private static final int WEBP_EFFORT = 2;
    private static final int JPEG_QUALITY = 82;

    private final Vips vips;
    private final int encoders;
    private final VipsAbilities abilities;

    /** @param encoders how many renditions are written at the same time, 1 or more */
    VipsEngine(Vips vips, int encoders) {
        this.vips = vips;
        this.encoders = encoders;
        this.abilities = VipsAbilities.of(vips);
    }

    @Override
    public String name() {
        return "libvips " + vips.version();
    }

    @Override
    public Set<MasterType> reads() {
        return abilities.reads();
    }

    @Override
    public Set<Format> writes() {
        return abilities.writes();
    }

    @Override
    public Seen look(byte[] master, Header header) throws Undecodable {
        return seen(vips, master, header);
    }

    static Seen seen(Vips vips, byte[] master, Header header) throws Undecodable {
        try (var arena = Arena.ofShared()) {
            MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, master);
            checkLoader(vips, data, header.type());
            int width;
            int height;
            try (var call = new VipsCall(vips, header.type().loader()).buffer(data);
                    var image = call.out()) {
                width = image.width();
                height = image.height();
            }
            var stored = header;
            if (header.type().turnsItself()) {
                stored = new Header(header.type(), width, height, Header.UPRIGHT, 1, false, header.end());
            } else if (width != header.width() || height != header.height()) {
                throw new Undecodable("its header says " + header.width() + " by " + header.height()
                        + " pixels, its picture is " + width + " by " + height);
            }
            try (var small = thumbnail(vips, data, header.type(), Look.SIDE_X * 4, Look.SIDE_Y * 4);
                    var grey = new VipsCall(vips, "colourspace")
                            .image("in", small.address())
                            .set("space", "b-w");
                    var image = grey.out()) {
                var looked = Look.of(GreyGrid.shrink(image.pixels(), Look.SIDE_X * 4, Look.SIDE_X, Look.SIDE_Y));
                return new Seen(stored.uprightWidth(), stored.uprightHeight(), looked);
            }
        }
    }

    @Override
    public List<byte[]> develop(byte[] master, Header header, List<Shot> shots) throws Undecodable {
        Working size = Working.of(header, shots);
        try (var arena = Arena.ofShared()) {
            MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, master);
            checkLoader(vips, data, header.type());
            try (var plan = thumbnail(vips, data, header.type(), size.width(), size.height());
                    var whole = plan.inMemory()) {
                return encodeAll(whole, header, shots);
            }
        }
    }

    /** Sizes are worked on side by side; the formats of one size share its pixels. */
    private List<byte[]> encodeAll(VipsImage whole, Header header, List<Shot> shots) throws Undecodable {
        var sizes = new LinkedHashMap<Shot, List<Shot>>();
        for (Shot shot : shots) {
            sizes.computeIfAbsent(shot.as(Format.JPEG), _ -> new ArrayList<>()).add(shot);
        }
        var orders = new ArrayList<Callable<Map<Shot, byte[]>>>();
        sizes.forEach((size, formats) -> orders.add(() -> encode(whole, header, size, formats)));
        var files = new HashMap<Shot, byte[]>();
        try (ExecutorService pool = Executors.newFixedThreadPool(encoders)) {
            for (Future<Map<Shot, byte[]>> done : pool.invokeAll(orders)) {
                files.putAll(done.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Undecodable undecodable) {
                throw undecodable;
            }
            throw new IllegalStateException("A rendition could not be written.", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("The worker was interrupted; nobody may do that.", e);
        }
        return shots.stream()
                .map(shot -> Objects.requireNonNull(files.get(shot)))
                .toList();
    }

    private Map<Shot, byte[]> encode(VipsImage whole, Header header, Shot size, List<Shot> shots) throws Undecodable {
        Crop crop = size.crop().scaled(header.uprightWidth(), header.uprightHeight(), whole.width(), whole.height());
        var files = new HashMap<Shot, byte[]>();
        try (var cut = new VipsCall(vips, "extract_area")
                        .image("input", whole.address())
                        .set("left", crop.x())
                        .set("top", crop.y())
                        .set("width", crop.width())
                        .set("height", crop.height());
                var part = cut.out();
                var resize = new VipsCall(vips, "thumbnail_image")
                        .image("in", part.address())
                        .set("width", size.width())
                        .set("height", size.height())
                        .set("size", "force")
                        .set("no-rotate", "true");
                var plan = resize.out();
                var image = plan.inMemory()) {
            for (Shot shot : shots) {
                try (var save =
                        saver(vips, shot.format()).image("in", image.address()).set("strip", "true")) {
                    files.put(shot, save.written());
                }
            }
        }
        return files;
    }

    static VipsCall saver(Vips vips, Format format) {
        return switch (format) {
            case AVIF ->
                new VipsCall(vips, "heifsave_buffer")
                        .set("compression", "av1")
                        .set("Q", AVIF_QUALITY)
                        .set("effort", AVIF_EFFORT)
                        .set("bitdepth", 8)
                        .set("subsample-mode", "off");
            case WEBP ->
                new VipsCall(vips, "webpsave_buffer").set("Q", WEBP_QUALITY).set("effort", WEBP_EFFORT);
            case JPEG ->
                new VipsCall(vips, "jpegsave_buffer")
                        .set("Q", JPEG_QUALITY)
                        .set("optimize-coding", "true")
                        .set("interlace", "true");
        };
    }

    /**
     * Whether to convert by profile. Asked to export to sRGB, {@code thumbnail_buffer} takes pictures without a profile
     * through a colour space of its own and comes back with another blue (8.14).
     */
    private static VipsCall managed(Vips vips, VipsCall thumbnail, MemorySegment data, MasterType type)
            throws Undecodable {
        try (var call = new VipsCall(vips, type.loader()).buffer(data);
                var image = call.out()) {
            return image.has("icc-profile-data") ? thumbnail.set("export-profile", "srgb") : thumbnail;
        }
    }

    /**
     * Decodes to exactly that size: upright, opaque, three bands of sRGB. The option string is needed because
     * {@code thumbnail_buffer} does not heed its own {@code fail-on} (8.14 to 8.18).
     */
    private static VipsImage thumbnail(Vips vips, MemorySegment data, MasterType type, int width, int height)
            throws Undecodable {
        try (var call = new VipsCall(vips, "thumbnail_buffer")
                        .buffer(data)
                        .set("option-string", "[fail_on=" + type.failOn() + "]")
                        .set("width", width)
                        .set("height", height)
                        .set("size", "force");
                var image = managed(vips, call, data, type).out();
                var colour = new VipsCall(vips, "colourspace")
                        .image("in", image.address())
                        .set("space", "srgb");
                var srgb = colour.out()) {
            return srgb.hasAlpha() ? flat(vips, srgb) : plain(vips, srgb);
        }
    }

    private static VipsImage flat(Vips vips, VipsImage image) throws Undecodable {
        try (var call =
                new VipsCall(vips, "flatten").image("in", image.address()).set("background", WHITE)) {
            return call.out();
        }
    }

    private static VipsImage plain(Vips vips, VipsImage image) throws Undecodable {
        try (var call = new VipsCall(vips, "extract_band")
                .image("in", image.address())
                .set("band", 0)
                .set("n", Math.min(3, image.bands()))) {
            return call.out();
        }
    }

    private static void checkLoader(Vips vips, MemorySegment data, MasterType type) throws Undecodable {
        try {
            var found = (MemorySegment) vips.findLoader.invoke(data, data.byteSize());
            if (found.equals(MemorySegment.NULL)) {
                throw new Undecodable(vips.error());
            }
            String loader = Vips.string(found);
            if (!loader.equals(type.loaderClass())) {
                throw new Undecodable("two programs take it for two kinds of file");
            }
        } catch (Undecodable e) {
            throw e;
        } catch (Throwable e) {
            throw Vips.trouble(e);
        }
    }
}
