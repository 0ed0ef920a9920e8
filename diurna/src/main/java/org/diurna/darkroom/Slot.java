package org.diurna.darkroom;

import java.util.List;
import java.util.Set;

/** A place in a page that a picture is cut for: its shape, and the widths and formats that are made for it. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of and Set.of
public enum Slot {
    /** The banner on a desktop. */
    BANNER_WIDE(21, 9, List.of(960, 1440, 1920), Format.ALL),
    /** The banner on a tablet or a narrow window. */
    BANNER(16, 9, List.of(640, 1280), Format.ALL),
    /** The banner on a phone. */
    BANNER_TALL(4, 5, List.of(480, 828), Format.ALL),
    /** The picture of a link preview: 1.91:1 as 1200 by 630. JPEG only, since few of its readers know more. */
    CARD(40, 21, List.of(1200), Set.of(Format.JPEG)),
    /** Lists and contact sheets. */
    SQUARE(1, 1, List.of(320, 640), Format.ALL),
    /** The whole picture in its own shape, for figures in a text. */
    WHOLE(0, 0, List.of(480, 960), Format.ALL);

    private final int across;
    private final int down;
    private final List<Integer> widths;
    private final Set<Format> formats;

    Slot(int across, int down, List<Integer> widths, Set<Format> formats) {
        this.across = across;
        this.down = down;
        this.widths = widths;
        this.formats = formats;
    }

    /** Of the shape, with {@link #down}: 21 of 21 : 9; 0 where the picture keeps its own. */
    public int across() {
        return across;
    }

    /** Of the shape, with {@link #across}: 9 of 21 : 9. */
    public int down() {
        return down;
    }

    /** Widths in pixels, ascending. A picture that is smaller is not blown up: see {@link Cut}. */
    public List<Integer> widths() {
        return widths;
    }

    public Set<Format> formats() {
        return formats;
    }

    /** True where the crop has the shape of the slot to the nearest pixel. */
    public boolean fits(Crop crop) {
        return this == WHOLE
                || Math.abs(2L * crop.width() * down - 2L * crop.height() * across) <= 2L * Math.max(across, down);
    }

    /**
     * The largest crop of this shape, with the focus as near to its middle as the borders allow.
     *
     * @param width  of the upright picture, in pixels
     * @param height of the upright picture, in pixels
     */
    public Crop propose(int width, int height, Focus focus) {
        return propose(width, height, focus, List.of());
    }

    /**
     * The same moved so far that it shows these parts whole; where they do not fit into it, the middle of them.
     */
    public Crop propose(int width, int height, Focus focus, List<Region> kept) {
        if (this == WHOLE) {
            return new Crop(0, 0, width, height);
        }
        int w = width;
        int h = height;
        if ((long) width * down >= (long) height * across) {
            w = rounded(height, across, down);
        } else {
            h = rounded(width, down, across);
        }
        int x = start(focus.x(), width, w);
        int y = start(focus.y(), height, h);
        if (!kept.isEmpty()) {
            x = showing(
                    x,
                    w,
                    width,
                    kept.stream().mapToInt(Region::x).min().orElse(0),
                    kept.stream().mapToInt(Region::right).max().orElse(0));
            y = showing(
                    y,
                    h,
                    height,
                    kept.stream().mapToInt(Region::y).min().orElse(0),
                    kept.stream().mapToInt(Region::bottom).max().orElse(0));
        }
        return new Crop(x, y, w, h);
    }

    /** The start that is nearest to the given one and from which a part shows all between two places of the whole. */
    private static int showing(int start, int part, int whole, int from, int to) {
        long first = Region.at(from, whole);
        long last = Region.at(to, whole);
        long wanted = last - first > part ? (first + last - part) / 2 : Math.clamp(start, last - part, first);
        return (int) Math.clamp(wanted, 0L, (long) whole - part);
    }

    /**
     * The width in pixels below which a crop of that picture is too coarse for this slot: its smallest file, or the whole of a
     * picture that is smaller still.
     *
     * @param width  of the upright picture, in pixels
     * @param height of the upright picture, in pixels
     */
    public int least(int width, int height) {
        return Math.min(widths.getFirst(), propose(width, height, Focus.USUAL).width());
    }

    /** The height of a rendition of that width, in pixels; a whole picture keeps the shape of its crop. */
    public int heightFor(int width, Crop crop) {
        return this == WHOLE ? rounded(width, crop.height(), crop.width()) : rounded(width, down, across);
    }

    private static int start(int focus, int whole, int part) {
        long middle = 2L * focus * whole - (long) part * Focus.WHOLE;
        return Math.clamp(Math.floorDiv(middle + Focus.WHOLE, 2L * Focus.WHOLE), 0, whole - part);
    }

    private static int rounded(long length, long times, long by) {
        return (int) Math.max(1, (2 * length * times + by) / (2 * by));
    }
}
