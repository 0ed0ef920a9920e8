package org.diurna.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diurna.house.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PasswordsTest {
    private static final Person ANA =
            new Person("pana", "anamarija@lomara.example", "Ana", Language.of("en"), List.of());

    @ParameterizedTest
    @CsvSource({
        "elevenchars,staff.password-short",
        "password12345,staff.password-common",
        "Password12345,staff.password-common",
        "aaaaaaaaaaaaa,staff.password-common",
        "1212121212121,staff.password-common",
        "anamarija is me,staff.password-common",
        "my diurna desk,staff.password-common"
    })
    void what_is_short_or_guessed_is_refused(String password, String reason) {
        assertThat(Passwords.objection(password, ANA)).contains(reason);
    }

    @Test
    void words_in_any_script_are_welcome_up_to_the_limit_of_bcrypt() {
        assertThat(Passwords.objection("seven herrings in a ferry", ANA)).isEmpty();
        assertThat(Passwords.objection("سبع سمكات في عبارة", ANA)).isEmpty();
        assertThat(Passwords.objection("abcde fghij ".repeat(7), ANA)).contains("staff.password-long");
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.77,203.0.113.0", "2001:db8:1:2:3:4:5:6,2001:db8:1::", "0:0:0:0:0:0:0:1,::1"})
    void an_address_is_shortened_to_its_network(String address, String kept) {
        assertThat(Origin.shortened(address, Origin.Keeping.SHORT)).isEqualTo(kept);
        assertThat(Origin.shortened(address, Origin.Keeping.FULL)).isEqualTo(address);
        assertThat(Origin.shortened(address, Origin.Keeping.NONE)).isEmpty();
    }
}
