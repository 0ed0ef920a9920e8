package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.diurna.darkroom.Region;
import org.junit.jupiter.api.Test;

/** Parts that must stay in sight, as a form has them. */
final class KeptFieldTest {
    @Test
    void a_part_is_rounded_outwards_and_read_as_it_was_written() {
        assertThat(KeptField.write(List.of(new Region(1_234, 5_000, 1_001, 2_000))))
                .isEqualTo("12 50 11 20");
        assertThat(KeptField.read("12 50 11 20\n\n 0, 0, 100, 100 "))
                .contains(List.of(new Region(1_200, 5_000, 1_100, 2_000), new Region(0, 0, 10_000, 10_000)));
        assertThat(KeptField.read("")).contains(List.of());
    }

    @Test
    void what_is_no_part_is_an_error() {
        for (String text : List.of("1 2 3", "90 90 20 20", "1 1 0 1", "-1 1 1 1", "a b c d", "1 1 1 1\n".repeat(21))) {
            assertThat(KeptField.read(text)).as(text).isEqualTo(Optional.empty());
        }
    }
}
