package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class FramingTest {
    private static final int WIDTH = 2_000;
    private static final int HEIGHT = 1_000;
    private static final Crop RIGHT = new Crop(1_000, 0, 1_000, 1_000);

    @Test
    void a_crop_by_hand_stands_in_the_place_of_the_proposal_and_moves_no_other() {
        Framing framing = new Framing(Focus.USUAL, Map.of(Slot.SQUARE, RIGHT));
        assertThat(framing.crops(WIDTH, HEIGHT)).containsEntry(Slot.SQUARE, RIGHT);
        for (Slot slot : Slot.values()) {
            if (slot != Slot.SQUARE) {
                assertThat(framing.crop(slot, WIDTH, HEIGHT)).isEqualTo(slot.propose(WIDTH, HEIGHT, Focus.USUAL));
            }
        }
    }

    @Test
    void a_crop_that_cuts_the_focus_off_is_named() {
        Framing framing = new Framing(new Focus(1_000, 5_000), Map.of(Slot.SQUARE, RIGHT));
        assertThat(framing.losing(WIDTH, HEIGHT)).containsExactly(Slot.SQUARE);
        assertThat(new Framing(new Focus(8_000, 5_000), framing.chosen()).losing(WIDTH, HEIGHT))
                .isEmpty();
        assertThat(Framing.around(new Focus(0, 0)).losing(WIDTH, HEIGHT)).isEmpty();
    }

    @Test
    void a_crop_of_another_shape_or_outside_or_too_coarse_cannot_exist() {
        for (Crop crop :
                new Crop[] {new Crop(0, 0, 900, 800), new Crop(1_001, 0, 1_000, 1_000), new Crop(0, 0, 319, 319)}) {
            Framing framing = new Framing(Focus.USUAL, Map.of(Slot.SQUARE, crop));
            assertThatThrownBy(() -> framing.check(WIDTH, HEIGHT)).hasMessageContaining("SQUARE");
        }
        assertThatThrownBy(() -> new Framing(Focus.USUAL, Map.of(Slot.WHOLE, RIGHT)))
                .hasMessageContaining("whole picture");
    }

    @Test
    void every_proposal_may_be_chosen_by_hand_as_it_is() {
        for (int width = 1; width < 400; width += 13) {
            for (int height = 1; height < 400; height += 17) {
                for (Slot slot : Slot.values()) {
                    if (slot != Slot.WHOLE) {
                        Crop proposed = slot.propose(width, height, new Focus(3_333, 6_666));
                        new Framing(Focus.USUAL, Map.of(slot, proposed)).check(width, height);
                    }
                }
            }
        }
    }
}
