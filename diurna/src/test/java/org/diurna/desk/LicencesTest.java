package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.diurna.darkroom.Rights;
import org.diurna.house.Settings;
import org.junit.jupiter.api.Test;

final class LicencesTest {
    private static final URI LISTED = URI.create("https://creativecommons.org/licenses/by/4.0/");
    private static final URI TYPED = URI.create("https://mfa.example/en/rights");
    private static final Licences LICENCES = new Licences(
            List.of(new Settings.Licence("CC-BY-4.0", "Attribution", LISTED, Settings.Licence.Largest.ON_REQUEST)));

    private static Rights rights(String code) {
        return new Rights(
                "MFA",
                "MFA",
                "© MFA",
                new Rights.Licence(code, TYPED),
                "Free.",
                TYPED,
                new Rights.Licensor("MFA", TYPED),
                Rights.DataMining.PROHIBITED);
    }

    @Test
    void a_licence_of_the_list_brings_its_own_address_and_keeps_the_page_with_the_terms() {
        Rights rights = LICENCES.in(rights("CC-BY-4.0"));
        assertThat(rights.licence().url()).isEqualTo(LISTED);
        assertThat(rights.webStatement()).isEqualTo(TYPED);
        assertThat(LICENCES.largest("CC-BY-4.0")).isEqualTo(Settings.Licence.Largest.ON_REQUEST);
    }

    @Test
    void a_licence_that_is_on_no_list_stays_as_it_was_typed() {
        assertThat(LICENCES.in(rights("press-use"))).isEqualTo(rights("press-use"));
        assertThat(LICENCES.largest("press-use")).isEqualTo(Settings.Licence.Largest.EVERYBODY);
    }

    @Test
    void choosing_a_licence_without_a_page_takes_the_page_of_the_licence() {
        assertThat(new PictureFields(Map.of("licence", "CC-BY-4.0"))
                        .with(LICENCES)
                        .text("terms"))
                .isEqualTo(LISTED.toString());
        assertThat(new PictureFields(Map.of("licence", "CC-BY-4.0", "terms", "https://x.example"))
                        .with(LICENCES)
                        .text("terms"))
                .isEqualTo("https://x.example");
    }
}
