package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diurna.darkroom.Crop;
import org.diurna.darkroom.Focus;
import org.diurna.darkroom.Look;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Slot;
import org.diurna.house.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PictureFieldsTest {
    private static final Master MASTER = new Master("0".repeat(64), "image/jpeg", 1_000, 2_000, 1_000, new Look(0));

    private static PictureFields fields(String... typed) {
        Map<String, String> all = new HashMap<>(Map.of("focus-x", "50", "focus-y", "40"));
        for (int at = 0; at < typed.length; at += 2) {
            all.put(typed[at], typed[at + 1]);
        }
        return new PictureFields(all);
    }

    @ParameterizedTest
    @CsvSource({
        "expires, +999999999-12-31",
        "expires, 3000-01-01",
        "created, -0044-03-15",
        "created, yesterday",
        "embargo, +999999999-12-31T00:00",
        "embargo, 2026-13-01T00:00"
    })
    void a_day_that_no_picture_bears_is_refused(String field, String text) {
        assertThat(fields(field, text).errors(MASTER)).containsOnlyKeys(field);
    }

    @Test
    void the_first_and_the_last_day_are_kept() {
        PictureFields fields = fields("created", "1000-01-01", "expires", "2999-12-31", "embargo", "2999-12-31T23:59");
        assertThat(fields.errors(MASTER)).isEmpty();
        assertThat(fields.facts().expires()).isEqualTo(Optional.of(LocalDate.of(2999, 12, 31)));
    }

    @ParameterizedTest
    @CsvSource({"caption.!!", "alt.", "caption.klingon", "alt.en-GB-oed-x"})
    void a_text_in_an_invented_language_is_refused(String field) {
        assertThat(fields(field, "A mole").errors(MASTER)).containsEntry("caption", "picture.no-language");
    }

    @ParameterizedTest
    @CsvSource({"42949673, 40", "-1, 40", "101, 40", "50, ''", "50, 4.5", "99999999999, 1"})
    void a_focus_outside_of_the_picture_is_refused(String x, String y) {
        assertThat(fields("focus-x", x, "focus-y", y).errors(MASTER)).containsOnlyKeys("focus-x");
    }

    @Test
    void line_ends_of_browsers_become_line_feeds() {
        PictureFields fields = fields("caption.en", "Dawn\r\nat the mole\r", "alt.en", "A lamp 🏮\rat sea");
        assertThat(fields.errors(MASTER)).isEmpty();
        assertThat(fields.facts().captions()).containsEntry(Language.of("en"), "Dawn\nat the mole");
        assertThat(fields.facts().alts()).containsEntry(Language.of("en"), "A lamp 🏮\nat sea");
    }

    @Test
    void texts_that_no_file_can_carry_together_are_refused() {
        Map<String, String> typed = new HashMap<>(Map.of("focus-x", "50", "focus-y", "40"));
        for (String language : new String[] {"en", "fr", "ar", "de", "es", "it", "pt"}) {
            typed.put("caption." + language, "x".repeat(1_900));
        }
        assertThat(new PictureFields(typed).errors(MASTER)).containsEntry("caption", "picture.long-together");
    }

    @Test
    void three_empty_fields_are_the_proposal_and_three_numbers_a_crop_of_the_shape_of_its_slot() {
        PictureFields fields = fields(
                "crop.square.x",
                "100",
                "crop.square.y",
                "50",
                "crop.square.width",
                "900",
                "crop.wide.x",
                " ",
                "crop.wide.y",
                "",
                "crop.wide.width",
                "");
        assertThat(fields.errors(MASTER)).isEmpty();
        assertThat(fields.framing(MASTER).chosen()).isEqualTo(Map.of(Slot.SQUARE, new Crop(100, 50, 900, 900)));
        assertThat(fields.framing(MASTER).focus()).isEqualTo(new Focus(5_000, 4_000));
    }

    @ParameterizedTest
    @CsvSource({
        "101, 0, 1000", // over the lower edge
        "1200, 0, 900", // over the right edge
        "-1, 0, 500",
        "0, 0, 319", // coarser than the smallest file
        "0, 0, 2147483647",
        "0, '', 500",
        "x, y, z"
    })
    void a_crop_that_the_picture_does_not_hold_is_refused(String x, String y, String width) {
        String top = x.equals("101") ? "101" : y;
        assertThat(fields("crop.square.x", x, "crop.square.y", top, "crop.square.width", width)
                        .errors(MASTER))
                .containsOnlyKeys("crop.square.x");
    }

    @Test
    void what_was_chosen_comes_back_into_the_form() {
        PictureFields fields = fields("crop.tall.x", "7", "crop.tall.y", "0", "crop.tall.width", "800");
        assertThat(fields.errors(MASTER)).isEmpty();
        Map<String, String> typed = new HashMap<>();
        CropFields.write(fields.framing(MASTER), typed);
        assertThat(typed)
                .containsEntry("crop.tall.x", "7")
                .containsEntry("crop.tall.width", "800")
                .containsEntry("crop.wide.x", "");
    }
}
