package org.diurna.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;

/** Nothing of a page disappears: what is not in the release is in the list of what was left out. */
class ConservationTest {
    private static final String SENTENCE = "The harbour of Harn word%d opens today for all the ships of the north.";

    @Property(tries = 60)
    void every_word_of_a_page_is_used_or_left_out(@ForAll("pages") List<String> pieces) {
        check(
                "<html><body><h1>Headline of the harbour word9999</h1>%s<p>%s</p></body></html>"
                        .formatted(numbered(pieces), SENTENCE.formatted(9998)),
                pieces.size(),
                "page.html");
    }

    @Property(tries = 60)
    void every_word_of_a_text_is_used_or_left_out(@ForAll("lines") List<String> pieces) {
        check(
                "Headline of the harbour word9999\n\n%s\n\n%s\n".formatted(numbered(pieces), SENTENCE.formatted(9998)),
                pieces.size(),
                "page.txt");
    }

    private static String numbered(List<String> pieces) {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            page.append(pieces.get(i).replace("%d", Integer.toString(i)));
        }
        return page.toString();
    }

    private static void check(String page, int pieces, String name) {
        switch (new Gate().read(Gate.utf8(page), name)) {
            case Outcome.Read read -> {
                Set<String> kept = new HashSet<>(words(read.found()));
                for (int i = 0; i < pieces; i++) {
                    assertThat(kept).as(page).contains("word" + i);
                }
                assertThat(kept).contains("word9999", "word9998");
                Found.Account account = read.found().account();
                assertThat(account.read())
                        .isEqualTo(account.used() + read.found().leftOut().size());
            }
            case Outcome.Refused refused -> assertThat(refused.sentence()).isNotBlank();
        }
    }

    private static List<String> words(Found found) {
        Stream<String> parts = Stream.of(
                        Stream.of(found.headline(), found.place()),
                        found.decks().stream(),
                        found.label().map(Found.Label::words).stream(),
                        found.notices().stream().map(Found.Notice::text),
                        found.leftOut().stream().map(Found.LeftOut::text),
                        Blocks.plain(found.body()).stream(),
                        Blocks.all(found.body()).map(block -> switch (block) {
                            case Block.Quote quote ->
                                quote.speaker()
                                        .map(s -> s.name() + " " + s.role())
                                        .orElse("");
                            case Block.Figure figure -> figure.alt() + " " + figure.credit();
                            default -> "";
                        }))
                .flatMap(part -> part);
        return parts.flatMap(text -> Stream.of(text.split("[^a-z0-9]+", -1))).toList();
    }

    @Provide
    Arbitrary<List<String>> pages() {
        return Arbitraries.of(
                        "<p>" + SENTENCE + "</p>",
                        "<nav><a href='/x'>word%d</a></nav>",
                        "<ul><li>word%d</li><li>second</li></ul>",
                        "<h2>Heading word%d</h2>",
                        "<blockquote><p>“We like ships.”</p><p>— Ana word%d, captain</p></blockquote>",
                        "<figure><img src='/a.jpg' alt='A ship word%d'><figcaption>On the sea</figcaption></figure>",
                        "<figure><figcaption>Caption word%d</figcaption></figure>",
                        "<table><tr><th>A</th><th>word%d</th></tr><tr><td>1</td><td>2</td></tr></table>",
                        "<div>word%d</div>",
                        "<p>Share this page word%d</p>",
                        "<p>Contact</p><p>Ana word%d, press@harn.example</p>",
                        "<p>About Harn</p><p>" + SENTENCE + "</p>",
                        "<div hidden>word%d is not seen</div>",
                        "<p>First line word%d<br>second line<br><br>third</p>",
                        "<dl><dt>Key word%d</dt><dd>Value</dd></dl>",
                        "<p>Correction: word%d was wrong in the first text.</p>",
                        "<p>###</p><p>word%d</p>",
                        "<button>word%d</button>",
                        "<p>Mira Tolan, word%d</p><p>“The sea is wide and cold.”</p>")
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of(
                        SENTENCE + "\n\n",
                        "- word%d\n",
                        "word%d\n",
                        "Background\nword%d\n\n",
                        "Notes to editors: word%d\n",
                        "Note to editors (not for publication): word%d\n",
                        "Home > Press > word%d\n",
                        "###\nword%d\n\n",
                        "Embargoed until noon word%d\n",
                        "Signed:\n\nAna word%d\n\n",
                        "Mira Tolan, word%d\n\n“The sea is wide and cold.”\n\n",
                        "PORT VELL – " + SENTENCE + "\n\n",
                        "word%d, 4 March 2026\n",
                        "Press release no. 4/2026 word%d\n")
                .list()
                .ofMaxSize(14);
    }
}
