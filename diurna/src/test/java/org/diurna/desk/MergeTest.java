package org.diurna.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Inline;
import org.diurna.edition.Texts;
import org.diurna.edition.Wording;
import org.junit.jupiter.api.Test;

/** Two sides change one wording; nobody's words may be lost. */
final class MergeTest {
    private static Block paragraph(String id, String text) {
        return new Block.Paragraph(id, Optional.empty(), List.of(Inline.Text.plain(text)));
    }

    private static Block section(String id, List<Block> blocks) {
        return new Block.Section(id, Optional.empty(), Block.SectionKind.BACKGROUND, "", blocks);
    }

    private static Wording wording(Block... blocks) {
        return new Wording("Headline", List.of(), "", Optional.empty(), List.of(blocks));
    }

    private static List<String> texts(Wording wording) {
        return Blocks.plain(wording.body());
    }

    @Test
    void changes_in_different_blocks_are_both_there() {
        Wording merged = Merge.of(
                        wording(paragraph("a", "one"), paragraph("b", "two")),
                        wording(paragraph("a", "ONE"), paragraph("b", "two")),
                        wording(paragraph("a", "one"), paragraph("b", "TWO")))
                .wording();
        assertThat(texts(merged)).containsExactly("ONE", "TWO");
    }

    @Test
    void a_block_changed_by_both_stands_twice_until_somebody_chooses() {
        Wording merged = Merge.of(
                        wording(paragraph("a", "one")),
                        wording(paragraph("a", "theirs")),
                        wording(paragraph("a", "mine")))
                .wording();
        assertThat(texts(merged)).containsExactly("theirs", "mine");
        assertThat(merged.body().getFirst().id()).isEqualTo("a");
        assertThat(Merge.isSecondOf(merged.body().getLast().id(), "a")).isTrue();
    }

    @Test
    void a_block_taken_away_by_one_and_changed_by_the_other_stays() {
        Wording base = wording(paragraph("a", "one"), paragraph("b", "two"));
        assertThat(texts(Merge.of(
                                base,
                                wording(paragraph("b", "two")),
                                wording(paragraph("a", "ONE"), paragraph("b", "two")))
                        .wording()))
                .containsExactly("ONE", "two");
    }

    @Test
    void a_block_taken_away_by_one_is_gone() {
        Wording base = wording(paragraph("a", "one"), paragraph("b", "two"));
        assertThat(texts(Merge.of(base, base, wording(paragraph("b", "two"))).wording()))
                .containsExactly("two");
    }

    @Test
    void new_blocks_of_both_stand_behind_those_that_they_followed() {
        Wording merged = Merge.of(
                        wording(paragraph("a", "one"), paragraph("b", "two")),
                        wording(paragraph("a", "one"), paragraph("x", "theirs"), paragraph("b", "two")),
                        wording(paragraph("a", "one"), paragraph("b", "two"), paragraph("y", "mine")))
                .wording();
        assertThat(texts(merged)).containsExactly("one", "theirs", "two", "mine");
    }

    @Test
    void a_headline_changed_by_both_says_theirs_and_tells_mine() {
        Wording base = wording();
        Wording theirs = new Wording("Theirs", List.of(), "", Optional.empty(), List.of());
        Wording mine = new Wording("Mine", List.of(), "", Optional.empty(), List.of());
        Merge.Merged merged = Merge.of(base, theirs, mine);
        assertThat(merged.wording().headline()).isEqualTo("Theirs");
        assertThat(merged.fields()).containsExactly(new Merge.Field("headline", "Theirs", "Mine"));
    }

    @Test
    void blocks_within_a_section_are_merged_one_by_one() {
        Wording merged = Merge.of(
                        wording(section("s", List.of(paragraph("a", "one"), paragraph("b", "two")))),
                        wording(section("s", List.of(paragraph("a", "ONE"), paragraph("b", "two")))),
                        wording(section("s", List.of(paragraph("a", "one"), paragraph("b", "TWO")))))
                .wording();
        assertThat(texts(merged).stream().filter(text -> !text.isEmpty())).containsExactly("ONE", "TWO");
    }

    /** Whatever two sides do, each text that one of them wrote or left is in the result, unless the other took it away. */
    @Property(tries = 2000)
    void no_block_is_ever_dropped(@ForAll long seed) {
        RandomGenerator random =
                RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
        Wording base = start(random);
        Wording theirs = edited(base, "t", random);
        Wording mine = edited(base, "m", random);
        Wording merged = Merge.of(base, theirs, mine).wording();
        Set<String> was = leaves(base);
        Set<String> their = leaves(theirs);
        Set<String> my = leaves(mine);
        Set<String> now = leaves(merged);
        for (Set<String> side : List.of(their, my)) {
            for (String leaf : side) {
                boolean written = !was.contains(leaf);
                boolean leftByBoth = their.contains(leaf) && my.contains(leaf);
                if (written || leftByBoth) {
                    assertThat(now).as("seed " + seed).contains(leaf);
                }
            }
        }
        assertThat(now).as("nothing comes from nowhere").isSubsetOf(union(was, union(their, my)));
        assertThat(Merge.of(base, theirs, base).wording().body()).isEqualTo(theirs.body());
        assertThat(Merge.of(base, base, mine).wording().body()).isEqualTo(mine.body());
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }

    private static Set<String> leaves(Wording wording) {
        Set<String> leaves = new HashSet<>();
        Blocks.all(wording.body()).forEach(block -> {
            if (block instanceof Block.Paragraph paragraph) {
                leaves.add(Texts.plain(paragraph.text()));
            }
        });
        return leaves;
    }

    private static Wording start(RandomGenerator random) {
        List<Block> blocks = new ArrayList<>();
        int count = random.nextInt(1, 8);
        for (int i = 0; i < count; i++) {
            blocks.add(
                    random.nextInt(4) == 0
                            ? section(
                                    "s" + i,
                                    List.of(paragraph("i" + i, "inner " + i), paragraph("j" + i, "other " + i)))
                            : paragraph("b" + i, "text " + i));
        }
        return new Wording("Headline", List.of(), "", Optional.empty(), blocks);
    }

    /** Some random edits of one side; every text that it writes names the side, so that it can be looked for. */
    private static Wording edited(Wording wording, String side, RandomGenerator random) {
        List<Block> blocks = new ArrayList<>(wording.body());
        int edits = random.nextInt(6);
        for (int i = 0; i < edits; i++) {
            edit(blocks, side, i, random);
        }
        return new Wording("Headline", List.of(), "", Optional.empty(), blocks);
    }

    private static void edit(List<Block> blocks, String side, int count, RandomGenerator random) {
        int at = blocks.isEmpty() ? 0 : random.nextInt(blocks.size());
        String text = side + " wrote " + count + " " + random.nextInt(1000);
        switch (random.nextInt(5)) {
            case 0 -> blocks.add(at, paragraph(side + "-" + count, text));
            case 1 -> {
                if (!blocks.isEmpty()) {
                    blocks.remove(at);
                }
            }
            case 2 -> {
                if (!blocks.isEmpty()) {
                    blocks.add(random.nextInt(blocks.size()), blocks.remove(at));
                }
            }
            default -> {
                if (!blocks.isEmpty()) {
                    blocks.set(at, rewritten(blocks.get(at), text, random));
                }
            }
        }
    }

    private static Block rewritten(Block block, String text, RandomGenerator random) {
        if (block instanceof Block.Section section) {
            List<Block> inner = new ArrayList<>(section.blocks());
            int at = random.nextInt(inner.size());
            inner.set(at, paragraph(inner.get(at).id(), text));
            return section(section.id(), inner);
        }
        return paragraph(block.id(), text);
    }
}
