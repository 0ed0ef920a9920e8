package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.darkroom.DigitalSource;
import org.diurna.darkroom.Focus;
import org.diurna.darkroom.Framing;
import org.diurna.darkroom.Look;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Region;
import org.diurna.house.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a program may say of a picture, and what it leaves as people chose it. */
final class PictureCallsTest {
    private static final Language EN = Language.of("en");
    private static final Master MASTER = new Master("0".repeat(64), "image/jpeg", 1_000, 2_000, 1_000, new Look(0));
    private static final Framing FRAMING =
            new Framing(new Focus(3_000, 4_000), Map.of(), List.of(new Region(1_000, 2_000, 500, 600)));

    private static Picture old() {
        Picture.Facts facts = new Picture.Facts(
                "Dara",
                "The ferry",
                Map.of(EN, "The ferry in the harbour"),
                Map.of(EN, "A ferry"),
                Optional.of(LocalDate.of(2026, 3, 4)),
                DigitalSource.DIGITAL_CAPTURE,
                "Photo: MFA",
                "MFA",
                "© MFA",
                "For reporting only",
                "press-use",
                "https://mfa.example/en/rights",
                "",
                "Halden",
                "",
                "",
                Optional.of(Instant.parse("2026-05-01T09:00:00Z")),
                Optional.of(LocalDate.of(2027, 3, 4)),
                Picture.Largest.ON_REQUEST);
        return new Picture(
                "1".repeat(64),
                MASTER,
                "ferry.jpg",
                "mfa",
                3,
                facts,
                FRAMING,
                Instant.parse("2026-03-04T09:30:00Z"),
                "ana");
    }

    @Test
    void a_program_that_describes_a_picture_leaves_its_largest_file_and_its_cuts_alone() {
        PictureFields fields = PictureCalls.fields(
                old(),
                JsonMapper.builder().build().readTree("{\"headline\": \"Another\", \"alts\": {\"en\": \"A boat\"}}"));
        assertThat(fields.errors(MASTER)).isEmpty();
        Picture.Facts facts = fields.facts();
        assertThat(facts.largest()).isEqualTo(Picture.Largest.ON_REQUEST);
        assertThat(fields.framing(MASTER)).isEqualTo(FRAMING);
        assertThat(facts.headline()).isEqualTo("Another");
        assertThat(facts.alts()).isEqualTo(Map.of(EN, "A boat"));
        assertThat(List.of(facts.credit(), facts.place(), facts.licence()))
                .as("what is described and left out is empty")
                .containsOnly("");
        assertThat(facts.captions()).isEmpty();
        assertThat(List.of(facts.created(), facts.expires(), facts.embargo())).containsOnly(Optional.empty());
    }
}
