package org.diurna.darkroom;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a picture is cut: the point that every crop shows, and the crops that somebody chose by hand. A slot without a chosen
 * crop has the one that {@link Slot#propose} makes from the focus.
 *
 * @param chosen never of {@link Slot#WHOLE}
 */
public record Framing(Focus focus, Map<Slot, Crop> chosen) {
    /** Where nobody chose anything. */
    public static final Framing USUAL = new Framing(Focus.USUAL, Map.of());

    public Framing {
        chosen = Map.copyOf(chosen);
        if (chosen.containsKey(Slot.WHOLE)) {
            throw new IllegalArgumentException("The whole picture is not cropped; leave its crop out.");
        }
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
        Crop proposed = slot.propose(width, height, focus);
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
     * Slots whose chosen crop cuts the focus off, so that what must stay in sight is not to be seen.
     *
     * @param width  of the upright picture, in pixels
     * @param height of the upright picture, in pixels
     */
    public Set<Slot> losing(int width, int height) {
        Set<Slot> losing = new TreeSet<>();
        chosen.forEach((slot, crop) -> {
            if (!crop.contains(focus.x() * (long) width / Focus.WHOLE, focus.y() * (long) height / Focus.WHOLE)) {
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
