package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlotTest {
    @Property(tries = 2_000)
    void a_proposed_crop_lies_within_the_picture_and_has_the_shape_of_the_slot(
            @ForAll Slot slot,
            @ForAll @IntRange(min = 1, max = 20_000) int width,
            @ForAll @IntRange(min = 1, max = 20_000) int height,
            @ForAll @IntRange(max = 10_000) int x,
            @ForAll @IntRange(max = 10_000) int y) {
        Crop crop = slot.propose(width, height, new Focus(x, y));
        assertThat(crop.within(width, height)).isTrue();
        assertThat(slot.fits(crop)).isTrue();
    }

    @Property(tries = 2_000)
    void a_proposed_crop_is_as_large_as_can_be_and_shows_its_focus(
            @ForAll Slot slot,
            @ForAll @IntRange(min = 1, max = 20_000) int width,
            @ForAll @IntRange(min = 1, max = 20_000) int height,
            @ForAll @IntRange(max = 10_000) int x,
            @ForAll @IntRange(max = 10_000) int y) {
        Crop crop = slot.propose(width, height, new Focus(x, y));
        assertThat(crop.width() == width || crop.height() == height).isTrue();
        assertThat(crop.contains(Math.round(width * (x / 10_000.0)), Math.round(height * (y / 10_000.0))))
                .isTrue();
    }

    @Property(tries = 1_000)
    void a_focus_that_moves_to_the_right_never_moves_the_crop_to_the_left(
            @ForAll Slot slot,
            @ForAll @IntRange(min = 1, max = 9_000) int width,
            @ForAll @IntRange(min = 1, max = 9_000) int height,
            @ForAll @IntRange(max = 9_999) int x) {
        int here = slot.propose(width, height, new Focus(x, 5_000)).x();
        int there = slot.propose(width, height, new Focus(x + 1, 5_000)).x();
        assertThat(there).isGreaterThanOrEqualTo(here);
    }

    @Property(tries = 1_000)
    void a_cut_never_blows_a_picture_up(
            @ForAll Slot slot,
            @ForAll @IntRange(min = 1, max = 5_000) int width,
            @ForAll @IntRange(min = 1, max = 5_000) int height) {
        Cut cut = Cut.of(slot, slot.propose(width, height, Focus.USUAL));
        assertThat(cut.widths().getLast()).isLessThanOrEqualTo(cut.crop().width());
        assertThat(slot.heightFor(cut.widths().getLast(), cut.crop()))
                .isLessThanOrEqualTo(cut.crop().height() + 1);
    }

    @Property(tries = 2_000)
    void a_scaled_crop_stays_within_the_scaled_picture(
            @ForAll @IntRange(min = 1, max = 12_000) int width,
            @ForAll @IntRange(min = 1, max = 12_000) int height,
            @ForAll @IntRange(min = 1, max = 12_000) int smallerWidth,
            @ForAll @IntRange(min = 1, max = 12_000) int smallerHeight,
            @ForAll Slot slot) {
        Crop crop = slot.propose(width, height, new Focus(10_000, 10_000));
        assertThat(crop.scaled(width, height, smallerWidth, smallerHeight).within(smallerWidth, smallerHeight))
                .isTrue();
    }

    @Test
    void the_crops_of_a_photograph_are_these() {
        var focus = new Focus(7_500, 2_500);
        assertThat(Slot.BANNER_WIDE.propose(4_000, 3_000, focus)).isEqualTo(new Crop(0, 0, 4_000, 1_714));
        assertThat(Slot.BANNER.propose(4_000, 3_000, focus)).isEqualTo(new Crop(0, 0, 4_000, 2_250));
        assertThat(Slot.BANNER_TALL.propose(4_000, 3_000, focus)).isEqualTo(new Crop(1_600, 0, 2_400, 3_000));
        assertThat(Slot.SQUARE.propose(4_000, 3_000, focus)).isEqualTo(new Crop(1_000, 0, 3_000, 3_000));
        assertThat(Slot.WHOLE.propose(4_000, 3_000, focus)).isEqualTo(new Crop(0, 0, 4_000, 3_000));
        assertThat(Slot.CARD.heightFor(1_200, Slot.CARD.propose(4_000, 3_000, focus)))
                .isEqualTo(630);
    }

    @Test
    void a_small_picture_ends_with_its_own_width() {
        assertThat(Cut.of(Slot.BANNER_WIDE, new Crop(0, 0, 1_000, 429)).widths())
                .isEqualTo(List.of(960, 1_000));
        assertThat(Cut.of(Slot.CARD, new Crop(0, 0, 40, 21)).widths()).isEqualTo(List.of(40));
    }

    @Test
    void a_crop_of_another_shape_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cut.of(Slot.SQUARE, new Crop(0, 0, 400, 300)))
                .withMessageContaining("SQUARE");
    }
}
