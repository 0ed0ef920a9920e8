package org.diurna.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the words of a paper are compared with. */
final class PaperWordsTest {
    private static final String HTML = """
            <p>Tea &amp; coffee<sup><a class="call" id="call-n1" href="#note-n1">1</a></sup></p>
            <figure class="quote"><blockquote>
            <p>“Yes.”</p>
            </blockquote>
            <figcaption><b>A. Orrin</b> <span>Minister</span></figcaption></figure>
            <figure class="picture"><picture><img alt="A cup"></picture><figcaption>\
            <span class="caption">The cup</span> <small class="credit">MFA</small></figcaption></figure>
            <div class="table"><table>
            <caption id="t">Cups</caption>
            <tbody>
            <tr><td>4</td></tr>
            </tbody></table></div>
            <p class="note" id="note-n1"><a class="back" href="#call-n1">1</a> Or&#769; milk.</p>""";

    private static Json.Members edition() {
        String json = "{\"bodyHtml\":\"" + HTML.replace("\"", "\\\"").replace("\n", "\\n")
                + "\",\"summary\":\"One.\\nTwo.\",\"title\":\"Cups\"}";
        return (Json.Members) JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Paper paper(String body, String stray) {
        return new Paper("Cups", "One. Two.", body, "The cup · MFA · Free for reporting Cups", stray);
    }

    private static final String BODY = "Tea & coffee1 “Yes.” A. Orrin\nMinister 4 Or\u0301 milk.";

    @Test
    void captions_and_numbers_of_notes_are_no_part_of_the_text() {
        EditionWords words = EditionWords.of(HTML);
        assertThat(words.captions()).containsExactly("The cup", "MFA", "Cups");
        assertThat(PaperWords.plain(words.body())).isEqualTo(PaperWords.plain(BODY));
    }

    @Test
    void a_paper_with_the_same_words_and_other_lines_is_the_same() {
        assertThat(PaperWords.difference(edition(), paper(BODY.replace(' ', '\n'), " ")))
                .isEmpty();
    }

    @Test
    void a_changed_an_added_and_a_missing_word_are_told() {
        for (String other : List.of(
                BODY.replace("milk", "cream"),
                BODY + " And sugar.",
                BODY.replace("“Yes.”", ""),
                BODY.replace("4", "5"))) {
            assertThat(PaperWords.difference(edition(), paper(other, ""))).isPresent();
        }
        assertThat(PaperWords.difference(edition(), paper(BODY, "Signed: nobody")))
                .hasValueSatisfying(words -> assertThat(words).contains("Signed:nobody"));
        assertThat(PaperWords.difference(edition(), new Paper("Cup", "One. Two.", BODY, "The cup MFA Cups", "")))
                .hasValueSatisfying(words -> assertThat(words).contains("headline"));
        assertThat(PaperWords.difference(edition(), new Paper("Cups", "One. Two.", BODY, "The cup Cups", "")))
                .hasValueSatisfying(words -> assertThat(words).contains("MFA"));
    }
}
