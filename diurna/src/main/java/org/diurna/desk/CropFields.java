package org.diurna.desk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.darkroom.Crop;
import org.diurna.darkroom.Framing;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Slot;

/**
 * The fields of crops in the form of a picture: left, top and width in pixels for each slot, {@code crop.wide.x}. Three empty
 * ones mean the crop that is proposed from the focus. The height follows from the shape of the slot.
 */
final class CropFields {
    /** Slots that can be cut by hand, by the names that fields, looks and words have for them. */
    static final Map<String, Slot> SLOTS = slots();

    static final List<String> PARTS = List.of("x", "y", "width");

    private CropFields() {}

    private static Map<String, Slot> slots() {
        Map<String, Slot> slots = new LinkedHashMap<>();
        slots.put("wide", Slot.BANNER_WIDE);
        slots.put("middle", Slot.BANNER);
        slots.put("tall", Slot.BANNER_TALL);
        slots.put("card", Slot.CARD);
        slots.put("square", Slot.SQUARE);
        return Collections.unmodifiableMap(slots);
    }

    static void write(Framing framing, Map<String, String> typed) {
        SLOTS.forEach((name, slot) -> {
            Crop crop = framing.chosen().get(slot);
            typed.put("crop." + name + ".x", crop == null ? "" : Integer.toString(crop.x()));
            typed.put("crop." + name + ".y", crop == null ? "" : Integer.toString(crop.y()));
            typed.put("crop." + name + ".width", crop == null ? "" : Integer.toString(crop.width()));
        });
    }

    static void errors(PictureFields fields, Master master, Map<String, String> errors) {
        SLOTS.forEach((name, slot) -> {
            if (typed(fields, name) && crop(fields, master, name, slot).isEmpty()) {
                errors.put("crop." + name + ".x", "picture.no-crop");
            }
        });
    }

    static Map<Slot, Crop> chosen(PictureFields fields, Master master) {
        Map<Slot, Crop> chosen = new EnumMap<>(Slot.class);
        SLOTS.forEach((name, slot) -> crop(fields, master, name, slot).ifPresent(crop -> chosen.put(slot, crop)));
        return chosen;
    }

    private static boolean typed(PictureFields fields, String name) {
        return PARTS.stream()
                .anyMatch(part -> !fields.text("crop." + name + "." + part).isEmpty());
    }

    /** Empty where no crop of that slot and picture was typed. */
    private static Optional<Crop> crop(PictureFields fields, Master master, String name, Slot slot) {
        int x = fields.number("crop." + name + ".x").orElse(-1);
        int y = fields.number("crop." + name + ".y").orElse(-1);
        int width = fields.number("crop." + name + ".width").orElse(-1);
        if (x < 0 || y < 0 || width < slot.least(master.width(), master.height()) || width > master.width()) {
            return Optional.empty();
        }
        // the shape is kept to the nearest pixel, which may be one too many at the lower edge
        int height = Math.min(slot.heightFor(width, new Crop(0, 0, 1, 1)), Math.max(1, master.height()));
        Crop crop = new Crop(x, y, width, height);
        return crop.within(master.width(), master.height()) && slot.fits(crop) ? Optional.of(crop) : Optional.empty();
    }
}
