package org.diurna.darkroom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * An order for the renditions of one slot.
 *
 * @param crop    what is shown, of the slot's shape to the nearest pixel
 * @param widths  in pixels, ascending, each once, none greater than the crop is wide: nothing is blown up
 * @param formats what each width is written as, as far as the engine can
 */
public record Cut(Slot slot, Crop crop, List<Integer> widths, Set<Format> formats) {
    /** No rendition is wider, whatever is ordered. */
    public static final int WIDTH_MAX = 8_000;

    public Cut {
        widths = List.copyOf(widths);
        formats = Set.copyOf(formats);
        if (!slot.fits(crop)) {
            throw new IllegalArgumentException("The crop " + crop.width() + " by " + crop.height()
                    + " has not the shape of the slot " + slot + "; take Slot.propose as a start.");
        }
        if (widths.isEmpty() || formats.isEmpty()) {
            throw new IllegalArgumentException("The cut for " + slot + " needs a width and a format.");
        }
        int before = 0;
        for (int width : widths) {
            if (width <= before || width > Math.min(WIDTH_MAX, crop.width())) {
                throw new IllegalArgumentException("Widths of the cut for " + slot + " ascend and end at "
                        + Math.min(WIDTH_MAX, crop.width()) + "; these are " + widths + ".");
            }
            before = width;
        }
    }

    /** The slot's own widths and formats for that crop; a smaller crop ends with its own width. */
    public static Cut of(Slot slot, Crop crop) {
        var widths = new ArrayList<Integer>();
        for (int width : slot.widths()) {
            if (width <= crop.width()) {
                widths.add(width);
            }
        }
        if (widths.size() < slot.widths().size() && (widths.isEmpty() || widths.getLast() < crop.width())) {
            widths.add(crop.width());
        }
        return new Cut(slot, crop, widths, slot.formats());
    }

    /**
     * One cut for every slot, each proposed from the focal point.
     *
     * @param width  of the upright picture, in pixels
     * @param height of the upright picture, in pixels
     */
    public static List<Cut> proposed(int width, int height, Focus focus) {
        return Arrays.stream(Slot.values())
                .map(slot -> of(slot, slot.propose(width, height, focus)))
                .toList();
    }
}
