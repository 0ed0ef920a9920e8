package org.diurna.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.diurna.house.Sha256;
import org.junit.jupiter.api.Test;

/** Whose copy it was is read back from a copy, and what cannot be known is not said. */
final class MarksTest {
    private static final String HTML = """
            <h1>The harbour of Halden opens</h1>
            <p>The minister opened the second pier of the harbour on Tuesday, after <em>three years</em> of work &amp; delay.
            Ships of up to forty thousand tons can moor there, and the ferry to the islands sails at noon.</p>
            <p>“We said that it would be open in spring, and it is,” she said. The old pier is kept for fishing boats, whose
            owners had asked for that. Work on the customs house begins in autumn and ends within two years.</p>
            """;

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "").replace("&amp;", "&");
    }

    private static Map<String, String> keys(int many) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < many; i++) {
            keys.put("guest" + i, Sha256.hex("key " + i));
        }
        return keys;
    }

    private static String key(int i) {
        return Sha256.hex("key " + i);
    }

    private static Marks.Match best(String copy) {
        Marks.Reading reading = Marks.read(copy, HTML, keys(40));
        assertThat(reading).isInstanceOf(Marks.Reading.Marked.class);
        return ((Marks.Reading.Marked) reading).matches().getFirst();
    }

    @Test
    void the_words_and_tags_of_a_copy_are_those_of_the_text() {
        String marked = Marks.mark(HTML, key(7));
        assertThat(marked.replace("\u200b", "").replace('\u2005', ' ')).isEqualTo(HTML);
        assertThat(marked).isNotEqualTo(Marks.mark(HTML, key(8)));
    }

    @Test
    void a_copy_of_forty_is_told_for_sure() {
        Marks.Match best = best(plain(Marks.mark(HTML, key(7))));
        assertThat(best.guest()).isEqualTo("guest7");
        assertThat(best.agree()).isEqualTo(best.places());
        assertThat(best.confidence()).isEqualTo(Marks.Confidence.SURE);
    }

    @Test
    void two_sentences_are_enough_and_either_sign_may_be_cleaned_away() {
        String marked = plain(Marks.mark(HTML, key(7)));
        String piece = marked.substring(marked.indexOf("“We"), marked.indexOf("Work"));
        assertThat(best(piece).guest()).isEqualTo("guest7");
        assertThat(best(piece).confidence()).isEqualTo(Marks.Confidence.SURE);
        Marks.Match spaces = best(marked.replace("\u200b", ""));
        assertThat(spaces.guest()).isEqualTo("guest7");
        assertThat(spaces.confidence()).isEqualTo(Marks.Confidence.SURE);
        Marks.Match signs = best(marked.replace('\u2005', ' '));
        assertThat(signs.guest()).isEqualTo("guest7");
        assertThat(signs.confidence()).isEqualTo(Marks.Confidence.SURE);
    }

    @Test
    void a_copy_that_was_edited_is_still_told() {
        String edited = plain(Marks.mark(HTML, key(7)))
                .replace("Tuesday", "Wednesday")
                .replace("“", "\"")
                .replace("minister", "Minister");
        assertThat(best("He wrote to me: " + edited).guest()).isEqualTo("guest7");
        assertThat(best(edited).confidence()).isEqualTo(Marks.Confidence.SURE);
    }

    @Test
    void what_was_typed_anew_or_is_another_text_accuses_nobody() {
        assertThat(Marks.read(plain(HTML), HTML, keys(40))).isInstanceOf(Marks.Reading.NoMark.class);
        assertThat(Marks.read("Quite another story.", HTML, keys(40))).isInstanceOf(Marks.Reading.OtherText.class);
    }

    @Test
    void a_few_words_are_not_enough_to_accuse_anybody() {
        String marked = plain(Marks.mark(HTML, key(7)));
        String few = marked.substring(0, marked.indexOf("Halden"));
        Marks.Reading reading = Marks.read(few, HTML, keys(40));
        if (reading instanceof Marks.Reading.Marked found) {
            assertThat(found.matches()).allMatch(match -> match.confidence() == Marks.Confidence.UNCLEAR);
        } else {
            assertThat(reading).isInstanceOf(Marks.Reading.NoMark.class);
        }
    }

    @Test
    void a_copy_of_somebody_who_is_no_guest_accuses_nobody_for_sure() {
        Random random = new Random(20261125);
        for (int i = 0; i < 50; i++) {
            String stranger = Sha256.hex("stranger " + random.nextLong());
            Marks.Reading reading = Marks.read(plain(Marks.mark(HTML, stranger)), HTML, keys(40));
            assertThat(((Marks.Reading.Marked) reading).matches())
                    .noneMatch(match -> match.confidence() == Marks.Confidence.SURE);
        }
    }
}
