package org.diurna.darkroom;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a picture is cut: the point that every crop shows, the parts that none should cut, and the crops that somebody chose by
 * hand. A slot without a chosen crop has the one that {@link Slot#propose} makes from the focus and the parts.
 *
 * @param chosen never of {@link Slot#WHOLE}
 * @param kept   at most {@link Region#REGIONS_MAX}
 */
public record Framing(Focus focus, Map<Slot, Crop> chosen, List<Region> kept) {
    /** Where nobody chose anything. */
    public static final Framing USUAL = new Framing(Focus.USUAL, Map.of());

    /** Without parts that are to be kept in sight. */
    public Framing(Focus focus, Map<Slot, Crop> chosen) {
        this(focus, chosen, List.of());
    }

    public Framing {
        chosen = Map.copyOf(chosen);
        kept = List.copyOf(kept);
        if (kept.size() > Region.REGIONS_MAX) {
            throw new IllegalArgumentException("At most " + Region.REGIONS_MAX
                    + " parts of a picture are kept in sight; these are " + kept.size() + ".");
        }
        if (chosen.containsKey(Slot.WHOLE)) {
            throw new IllegalArgumentException("The whole picture is not cropped; leave its crop out.");
        }
    }

    /** Proposed crops that show some parts, around the middle of them; the usual ones where there are none. */
    public static Framing showing(List<Region> parts) {
        if (parts.isEmpty()) {
            return USUAL;
        }
        int left = parts.stream().mapToInt(Region::x).min().orElse(0);
        int top = parts.stream().mapToInt(Region::y).min().orElse(0);
        int right = parts.stream().mapToInt(Region::right).max().orElse(0);
        int bottom = parts.stream().mapToInt(Region::bottom).max().orElse(0);
        return new Framing(new Focus((left + right) / 2, (top + bottom) / 2), Map.of(), parts);
    }

    /** Proposed crops around a point. */
    public static Framing around(Focus focus) {
        return new Framing(focus, Map.of());
    }

    /**
     * What a slot shows of a picture.
     *
     * @param width  of the upright picture, in pixels
     * @param height of the upright picture, in pixels
     */
    public Crop crop(Slot slot, int width, int height) {
        Crop proposed = slot.propose(width, height, focus, kept);
        return chosen.getOrDefault(slot, proposed);
    }

    Map<Slot, Crop> crops(int width, int height) {
        Map<Slot, Crop> crops = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            crops.put(slot, crop(slot, width, height));
        }
        return crops;
    }

    /**
     * Slots whose chosen crop cuts the focus off, or whose crop cuts a part that is to be kept, so that what must stay in
     * sight is not to be seen.
     *
     * @param width  of the upright picture, in pixels
     * @param height of the upright picture, in pixels
     */
    public Set<Slot> losing(int width, int height) {
        Set<Slot> losing = new TreeSet<>();
        crops(width, height).forEach((slot, crop) -> {
            boolean focused = !chosen.containsKey(slot)
                    || crop.contains(focus.x() * (long) width / Focus.WHOLE, focus.y() * (long) height / Focus.WHOLE);
            boolean whole = kept.stream().allMatch(part -> part.within(crop, width, height));
            if (!focused || !whole) {
                losing.add(slot);
            }
        });
        return losing;
    }

    /**
     * @throws IllegalArgumentException where a chosen crop has another shape than its slot, lies outside of the picture, or
     *                                  is so small that its files would be coarse
     */
    void check(int width, int height) {
        chosen.forEach((slot, crop) -> {
            if (!slot.fits(crop) || !crop.within(width, height) || crop.width() < slot.least(width, height)) {
                throw new IllegalArgumentException("The crop " + crop + " is none of the slot " + slot
                        + " in a picture of " + width + " by " + height + " pixels.");
            }
        });
    }
}
