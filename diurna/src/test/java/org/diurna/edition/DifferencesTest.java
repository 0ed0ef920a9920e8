package org.diurna.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.diurna.edition.Differences.Fate;
import org.diurna.edition.Differences.Op;
import org.diurna.edition.Differences.Piece;
import org.diurna.house.Language;
import org.junit.jupiter.api.Test;

final class DifferencesTest {
    private static final Language EN = Language.of("en");

    private static Block paragraph(String id, String text) {
        return new Block.Paragraph(id, Optional.empty(), List.of(Inline.Text.plain(text)));
    }

    private static Wording wording(Block... blocks) {
        return new Wording("", List.of(), "", Optional.empty(), List.of(blocks));
    }

    @Test
    void a_changed_word_is_shown_and_the_rest_is_left_alone() {
        assertThat(Differences.words("The port is open.", "The port is closed.", EN))
                .containsExactly(
                        new Piece(Op.SAME, "The port is "),
                        new Piece(Op.REMOVED, "open"),
                        new Piece(Op.ADDED, "closed"),
                        new Piece(Op.SAME, "."));
    }

    @Test
    void words_of_a_script_without_spaces_are_compared_as_words() {
        List<Piece> pieces = Differences.words("東京で会議を開く", "京都で会議を開く", Language.of("ja"));
        assertThat(pieces).contains(new Piece(Op.REMOVED, "東京"), new Piece(Op.ADDED, "京都"));
        assertThat(pieces.getLast()).isEqualTo(new Piece(Op.SAME, "で会議を開く"));
    }

    @Test
    void a_moved_block_is_moved_and_not_gone_and_new() {
        List<Differences.Part> parts = Differences.between(
                wording(paragraph("a", "one"), paragraph("b", "two"), paragraph("c", "three")),
                wording(paragraph("c", "three"), paragraph("a", "one"), paragraph("b", "two")),
                EN);
        assertThat(parts).extracting(Differences.Part::fate).containsExactly(Fate.MOVED, Fate.SAME, Fate.SAME);
    }

    @Test
    void a_block_with_a_new_id_and_the_same_words_is_the_same() {
        assertThat(Differences.between(wording(paragraph("a", "one")), wording(paragraph("z", "one")), EN))
                .extracting(Differences.Part::fate)
                .containsExactly(Fate.SAME);
    }

    @Test
    void what_is_gone_stands_where_it_stood() {
        List<Differences.Part> parts = Differences.between(
                wording(paragraph("a", "one"), paragraph("b", "two"), paragraph("c", "three")),
                wording(paragraph("a", "one"), paragraph("c", "three"), paragraph("d", "four")),
                EN);
        assertThat(parts)
                .extracting(Differences.Part::fate)
                .containsExactly(Fate.SAME, Fate.REMOVED, Fate.SAME, Fate.ADDED);
    }
}
