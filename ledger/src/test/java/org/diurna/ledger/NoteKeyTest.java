package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.diurna.ledger.LedgerException.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoteKeyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void what_a_key_signed_opens_with_its_public_key_after_a_restart() {
        Path file = folder.resolve("counter.key");
        String note = NoteKey.readOrMake(file, "press.example/counter").sign("receipt\n\nGranted – até amanhã.\n");
        NoteKey again = NoteKey.readOrMake(file, "another.example");
        assertThat(again.verifier().name()).isEqualTo("press.example/counter");
        assertThat(NoteKey.opened(note, again.verifier())).contains("receipt\n\nGranted – até amanhã.\n");
    }

    @Test
    void a_changed_text_or_another_key_opens_nothing() {
        NoteKey key = NoteKey.readOrMake(folder.resolve("a.key"), "press.example");
        NoteKey other = NoteKey.readOrMake(folder.resolve("b.key"), "press.example");
        String note = key.sign("until 2026-12-31\n");
        assertThat(NoteKey.opened(note.replace("2026", "2036"), key.verifier())).isEmpty();
        assertThat(NoteKey.opened(note, other.verifier())).isEmpty();
    }

    @Test
    void a_text_that_could_be_read_as_another_is_not_signed() {
        NoteKey key = NoteKey.readOrMake(folder.resolve("a.key"), "press.example");
        assertThatThrownBy(() -> key.sign("no end of line")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> key.sign("a control \u0007 character\n")).isInstanceOf(Malformed.class);
    }

    @Test
    void derived_secrets_differ_by_purpose_and_stay_the_same() {
        NoteKey key = NoteKey.readOrMake(folder.resolve("a.key"), "press.example");
        assertThat(key.derived("addresses"))
                .hasSize(32)
                .isEqualTo(key.derived("addresses"))
                .isNotEqualTo(key.derived("forms"));
    }
}
