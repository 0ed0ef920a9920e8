package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.diurna.ledger.LedgerException.Malformed;
import org.junit.jupiter.api.Test;

/** The list of an organisation's own names. */
final class OfficialNamesTest {
    private static final OfficialNames NAMES = new OfficialNames(
            new TreeSet<>(List.of("press.mfa.lomara.example", "belgrade.mfa.lomara.example")),
            new TreeSet<>(List.of("mfa.lomara.example")),
            new TreeSet<>(List.of("https://social.example/@mfa")));

    @Test
    void a_list_has_one_spelling_and_is_read_back() {
        assertThat(NAMES.text()).isEqualTo("""
                diurna-hosts/v1
                account https://social.example/@mfa
                host belgrade.mfa.lomara.example
                host press.mfa.lomara.example
                mail mfa.lomara.example
                """);
        assertThat(OfficialNames.parse(NAMES.bytes())).isEqualTo(NAMES);
    }

    @Test
    void another_order_a_foreign_line_and_a_name_that_is_none_are_refused() {
        for (String wrong : List.of(
                "diurna-hosts/v1\nhost b.example\nhost a.example\n",
                "diurna-hosts/v1\nhost a.example\nhost a.example\n",
                "diurna-hosts/v1\nphone 12\n",
                "diurna-hosts/v1\nhost A.example\n",
                "diurna-hosts/v1\naccount http://social.example/@mfa\n",
                "host a.example\n",
                "diurna-hosts/v1\nhost a.example")) {
            assertThatThrownBy(() -> OfficialNames.parse(wrong.getBytes(StandardCharsets.UTF_8)))
                    .as(wrong)
                    .isInstanceOf(Malformed.class);
        }
    }
}
