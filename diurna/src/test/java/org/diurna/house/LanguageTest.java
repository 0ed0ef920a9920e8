package org.diurna.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {
    @ParameterizedTest
    @CsvSource({"en,en", "sr-cyrl,sr-Cyrl", "sr-CYRL-rs,sr-Cyrl-RS", "pt-br,pt-BR", "iw,he", "es-419,es-419"})
    void a_tag_has_one_spelling(String written, String tag) {
        assertThat(Language.of(written).tag()).isEqualTo(tag);
        assertThat(Language.of(tag)).isEqualTo(Language.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e",
                "EN",
                "english",
                "en_GB",
                "en-",
                "en-12",
                "ca-valencia",
                "de-1996",
                "en-latn-latn",
                "und-x"
            })
    void what_no_leaf_could_say_is_no_language(String tag) {
        assertThatThrownBy(() -> Language.of(tag))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + tag + "\"");
    }

    @Test
    void the_script_decides_the_direction() {
        assertThat(Language.of("ar").direction()).isEqualTo("rtl");
        assertThat(Language.of("az-Arab").direction()).isEqualTo("rtl");
        assertThat(Language.of("sr-Cyrl").direction()).isEqualTo("ltr");
    }

    @Test
    void a_language_without_words_speaks_the_next_wider_ones_and_english_last() {
        assertThat(Words.of("press", Language.of("sr-Latn-RS")).language()).isEqualTo(Language.of("sr-Latn"));
        assertThat(Words.of("press", Language.of("fr-CH")).language()).isEqualTo(Language.of("fr"));
        assertThat(Words.of("press", Language.of("tlh")).language()).isEqualTo(Language.of("en"));
        assertThatThrownBy(() -> Words.of("no-such-room", Language.of("en"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_word_that_a_room_does_not_have_is_named() {
        Words words = Words.of("press", Language.of("en"));
        assertThatThrownBy(() -> words.say("no.such.word")).hasMessageContaining("\"no.such.word\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"press", "edition", "desk"})
    void every_language_of_a_room_has_all_its_words_and_no_others(String room) throws Exception {
        Set<String> english = Words.of(room, Language.of("en")).keys();
        assertThat(english).isNotEmpty();
        Path folder = Path.of(Words.class.getResource("/words/" + room).toURI());
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String tag = file.getFileName().toString().replace(".properties", "");
                Words words = Words.of(room, Language.of(tag));
                assertThat(words.language()).as(tag).isEqualTo(Language.of(tag));
                assertThat(words.keys()).as(room + " in " + tag).isEqualTo(english);
                // parses every message; arguments that are not given stay as they are
                words.keys()
                        .forEach(key -> assertThat(words.say(key, Map.of("count", 2, "page", 2, "edition", 2)))
                                .as(key)
                                .isNotBlank());
            }
        }
    }
}
