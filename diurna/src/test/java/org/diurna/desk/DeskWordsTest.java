package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.junit.jupiter.api.Test;

final class DeskWordsTest {
    private static final Words ENGLISH = Words.of("desk", Language.of("en"));
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)[,}]");

    @Test
    void every_language_of_the_desk_says_everything() {
        for (Language language : Pages.LANGUAGES) {
            Words words = Words.of("desk", language);
            assertThat(words.language()).isEqualTo(language);
            assertThat(new TreeSet<>(words.keys())).as(language.tag()).isEqualTo(new TreeSet<>(ENGLISH.keys()));
        }
    }

    @Test
    void translations_use_the_same_arguments_and_can_be_said() {
        for (Language language : Pages.LANGUAGES) {
            Words words = Words.of("desk", language);
            for (String key : ENGLISH.keys()) {
                Set<String> arguments = arguments(ENGLISH.raw(key));
                assertThat(arguments(words.raw(key))).as(language + " " + key).isEqualTo(arguments);
                Map<String, Object> values = new HashMap<>();
                arguments.forEach(name -> values.put(name, 3));
                assertThat(words.say(key, values)).as(language + " " + key).isNotBlank();
            }
        }
    }

    private static Set<String> arguments(String message) {
        return ARGUMENT.matcher(message)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
