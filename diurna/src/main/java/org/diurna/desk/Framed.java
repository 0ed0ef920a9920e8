package org.diurna.desk;

import java.util.List;
import java.util.Set;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Slot;

/**
 * How a picture is cut, for its page: the crops as they stand in the form.
 *
 * @param width  of the upright picture, in pixels
 * @param height of the upright picture, in pixels
 */
public record Framed(int width, int height, List<Row> rows) {
    public Framed {
        rows = List.copyOf(rows);
    }

    /**
     * A crop.
     *
     * @param name   of its slot: wide, middle, tall, card, square
     * @param across of its shape
     * @param down   of its shape
     * @param least  width in pixels
     * @param x      as typed, empty for the proposal
     * @param losing whether the crop that is kept cuts off what must stay in sight
     */
    public record Row(String name, int across, int down, int least, String x, String y, String width, boolean losing) {}

    static Framed of(Picture picture, PictureFields fields) {
        Master master = picture.master();
        Set<Slot> losing = picture.framing().losing(master.width(), master.height());
        return new Framed(
                master.width(),
                master.height(),
                CropFields.SLOTS.entrySet().stream()
                        .map(slot -> row(slot.getKey(), slot.getValue(), master, fields, losing))
                        .toList());
    }

    private static Row row(String name, Slot slot, Master master, PictureFields fields, Set<Slot> losing) {
        String prefix = "crop." + name + ".";
        return new Row(
                name,
                slot.across(),
                slot.down(),
                slot.least(master.width(), master.height()),
                fields.text(prefix + "x"),
                fields.text(prefix + "y"),
                fields.text(prefix + "width"),
                losing.contains(slot));
    }

    /** Whether somebody chose a crop by hand. */
    public boolean byHand() {
        return rows.stream().anyMatch(row -> !row.x().isEmpty());
    }
}
