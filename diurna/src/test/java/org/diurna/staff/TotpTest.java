package org.diurna.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {
    /** The secret of RFC 6238, appendix B. */
    private static final String SECRET = Totp.base32("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void codes_are_those_of_the_specification(long second, String code) {
        assertThat(Totp.code(SECRET, second / Totp.STEP_SECONDS)).isEqualTo(code);
    }

    @Test
    void a_secret_is_written_in_base_32_as_in_rfc_4648() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.newSecret()).hasSize(32).matches("[A-Z2-7]+");
    }

    @Test
    void a_code_with_a_space_and_one_of_the_step_before_are_accepted() {
        assertThat(Totp.step(SECRET, "081 804", NOW, -1)).hasValue(NOW.getEpochSecond() / 30);
        assertThat(Totp.step(SECRET, "081804", NOW.plusSeconds(30), -1)).hasValue(NOW.getEpochSecond() / 30);
    }

    @Test
    void an_old_a_used_and_a_wrong_code_are_refused() {
        assertThat(Totp.step(SECRET, "081804", NOW.plusSeconds(90), -1)).isEmpty();
        assertThat(Totp.step(SECRET, "081804", NOW, NOW.getEpochSecond() / 30)).isEmpty();
        assertThat(Totp.step(SECRET, "081805", NOW, -1)).isEmpty();
        assertThat(Totp.step(SECRET, "", NOW, -1)).isEmpty();
    }
}
