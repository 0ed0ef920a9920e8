package org.diurna.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.junit.jupiter.api.Test;

class PressWordsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z]+)[,}]");

    @Test
    void every_language_has_exactly_the_words_of_English() {
        Set<String> english = Words.of("press", Lomara.EN).keys();
        for (Language language : Press.languages()) {
            Words words = Words.of("press", language);
            assertThat(words.language())
                    .as("language of the words for " + language)
                    .isEqualTo(language);
            assertThat(words.keys()).as(language.tag()).containsExactlyInAnyOrderElementsOf(english);
        }
    }

    @Test
    void every_file_of_words_is_a_language_of_the_press() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/words/press"))) {
            Set<String> found = files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found)
                    .containsExactlyElementsOf(Press.languages().stream()
                            .map(Language::tag)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void every_language_fills_in_what_English_fills_in() {
        Map<String, Object> values = Map.ofEntries(
                Map.entry("office", "OFFICE"),
                Map.entry("organisation", "ORGANISATION"),
                Map.entry("count", 5),
                Map.entry("number", 7),
                Map.entry("page", 3),
                Map.entry("day", "DAY"),
                Map.entry("language", "LANGUAGE"),
                Map.entry("place", "PLACE"),
                Map.entry("reason", "REASON"),
                Map.entry("index", "INDEX"),
                Map.entry("pixels", "PIXELS"));
        Words english = Words.of("press", Lomara.EN);
        for (Language language : Press.languages()) {
            Words words = Words.of("press", language);
            for (String key : english.keys()) {
                String said = words.say(key, values);
                assertThat(said)
                        .as(language + " " + key)
                        .isNotBlank()
                        .doesNotContain("{")
                        .doesNotContain("}");
                for (Object value : values.values()) {
                    if (value instanceof String name && english.say(key, values).contains(name)) {
                        assertThat(said).as(language + " " + key).contains(name);
                    }
                }
            }
        }
    }

    @Test
    void plurals_follow_the_rules_of_the_language() {
        assertThat(count("en", 1)).isEqualTo("1 release");
        assertThat(count("sr-Latn", 22)).isEqualTo("22 objave");
        assertThat(count("sr-Latn", 25)).isEqualTo("25 objava");
        assertThat(count("ar", 2)).isEqualTo("إصداران");
        assertThat(ARGUMENT.matcher(count("ja", 3)).find()).isFalse();
    }

    private static String count(String language, int releases) {
        return Words.of("press", Language.of(language)).say("archive.releases", Map.of("count", releases));
    }
}
