package org.diurna.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.BlockNames;
import org.diurna.edition.Event;
import org.diurna.edition.Wording;

/**
 * Two people changed one wording: what both meant, block by block.
 *
 * <p>A block that only one of them changed is taken as changed, one that only one of them took away is gone, one that is
 * new stays. Where both changed the same block, theirs keeps its place and its id, and mine follows it as a second
 * version, whose id says so ({@link #isSecond}); nobody's words are dropped, and a person chooses later. A block that one
 * took away and the other changed stays. Fields cannot stand twice: there theirs stays, and mine is answered.
 */
final class Merge {
    /** How the id of a second version begins. */
    private static final String SECOND = "c-";

    private static final int ID_MAX_CHARACTERS = 24;

    private final Set<String> used = new HashSet<>();
    private final List<Field> fields = new ArrayList<>();

    private Merge() {}

    /** A field that both changed. */
    record Field(String name, String theirs, String mine) {}

    /** What came of it. */
    record Merged(Wording wording, List<Field> fields) {}

    static boolean isSecond(String id) {
        return id.startsWith(SECOND);
    }

    /** Whether the one id is that of the second version of the block with the other. */
    static boolean isSecondOf(String second, String first) {
        return isSecond(second) && second.equals(second(first));
    }

    /** Merges mine, which was written over base, into theirs, which was too. */
    static Merged of(Wording base, Wording theirs, Wording mine) {
        Merge merge = new Merge();
        String headline = merge.field("headline", base, theirs, mine, Wording::headline);
        String place = merge.field("place", base, theirs, mine, Wording::place);
        var date = merge.field("date", base, theirs, mine, Wording::date);
        var decks = merge.field("decks", base, theirs, mine, Wording::decks);
        var banner = merge.field("banner", base, theirs, mine, Wording::banner);
        var events = merge.field("events", base, theirs, mine, Wording::events);
        List<Block> body = merge.unique(merge.blocks(base.body(), theirs.body(), mine.body()));
        return new Merged(new Wording(headline, decks, place, date, body, banner, events), List.copyOf(merge.fields));
    }

    private <T> T field(String name, Wording base, Wording theirs, Wording mine, Function<Wording, T> of) {
        T was = of.apply(base);
        T their = of.apply(theirs);
        T my = of.apply(mine);
        if (their.equals(my) || my.equals(was)) {
            return their;
        }
        if (!their.equals(was)) {
            fields.add(new Field(name, text(their), text(my)));
            return their;
        }
        return my;
    }

    private static String text(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(Merge::text).orElse("");
            case Event event -> event.what();
            case Banner banner -> banner.alt().isEmpty() ? banner.picture() : banner.alt();
            case List<?> list ->
                String.join(" · ", list.stream().map(Merge::text).toList());
            default -> value.toString();
        };
    }

    private List<Block> blocks(List<Block> base, List<Block> theirs, List<Block> mine) {
        Map<String, Block> was = byId(base);
        Map<String, Block> their = byId(theirs);
        Map<String, Block> my = byId(mine);
        // the order of the one who moved blocks; theirs where both did
        boolean mineMoved = !order(mine, was, their).equals(order(base, my, their));
        boolean theirsMoved = !order(theirs, was, my).equals(order(base, their, my));
        List<Block> lead = mineMoved && !theirsMoved ? mine : theirs;
        List<Block> other = lead == mine ? theirs : mine;
        List<String> ids = new ArrayList<>(lead.stream().map(Block::id).toList());
        insertMissing(ids, other);
        List<Block> merged = new ArrayList<>();
        for (String id : ids) {
            one(
                    Optional.ofNullable(was.get(id)),
                    Optional.ofNullable(their.get(id)),
                    Optional.ofNullable(my.get(id)),
                    merged);
        }
        return merged;
    }

    private static Map<String, Block> byId(List<Block> blocks) {
        Map<String, Block> byId = new LinkedHashMap<>();
        blocks.forEach(block -> byId.put(block.id(), block));
        return byId;
    }

    /** The ids of those blocks that all three have, in their order here. */
    private static List<String> order(List<Block> blocks, Map<String, Block> a, Map<String, Block> b) {
        return blocks.stream()
                .map(Block::id)
                .filter(id -> a.containsKey(id) && b.containsKey(id))
                .toList();
    }

    /** Every block that only the other has comes behind the one that it followed there. */
    private static void insertMissing(List<String> ids, List<Block> other) {
        int at = 0;
        for (Block block : other) {
            int found = ids.indexOf(block.id());
            if (found >= 0) {
                at = found + 1;
            } else {
                ids.add(at++, block.id());
            }
        }
    }

    private void one(Optional<Block> was, Optional<Block> theirs, Optional<Block> mine, List<Block> merged) {
        if (theirs.isPresent() && mine.isPresent()) {
            both(was, theirs.get(), mine.get(), merged);
        } else {
            // taken away by one: it stays only where the other wrote in it or made it
            theirs.or(() -> mine)
                    .filter(block -> was.isEmpty() || !was.get().equals(block))
                    .ifPresent(merged::add);
        }
    }

    private void both(Optional<Block> was, Block theirs, Block mine, List<Block> merged) {
        boolean mineSame = mine.equals(theirs) || was.filter(mine::equals).isPresent();
        boolean theirsSame = was.filter(theirs::equals).isPresent();
        if (mineSame) {
            merged.add(theirs);
        } else if (theirsSame) {
            merged.add(mine);
        } else if (theirs instanceof Block.Section their
                && mine instanceof Block.Section my
                && their.kind() == my.kind()) {
            merged.add(section(was, their, my));
        } else {
            merged.add(theirs);
            merged.add(BlockNames.renamed(mine, second(mine.id())));
        }
    }

    private Block section(Optional<Block> was, Block.Section theirs, Block.Section mine) {
        Optional<Block.Section> base =
                was.filter(Block.Section.class::isInstance).map(Block.Section.class::cast);
        String title = theirs.title();
        if (!theirs.title().equals(mine.title())) {
            if (base.filter(section -> section.title().equals(theirs.title())).isPresent()) {
                title = mine.title();
            } else if (base.filter(section -> section.title().equals(mine.title()))
                    .isEmpty()) {
                fields.add(new Field("title", theirs.title(), mine.title()));
            }
        }
        List<Block> blocks = blocks(base.map(Block.Section::blocks).orElse(List.of()), theirs.blocks(), mine.blocks());
        // each took away what the other had left: then what they have is kept
        return new Block.Section(
                theirs.id(), theirs.language(), theirs.kind(), title, blocks.isEmpty() ? theirs.blocks() : blocks);
    }

    private static String second(String id) {
        String name = SECOND + (isSecond(id) ? id.substring(SECOND.length()) : id);
        return name.length() > ID_MAX_CHARACTERS ? name.substring(0, ID_MAX_CHARACTERS) : name;
    }

    /** Gives blocks a new id whose id is taken: one moved into a section here may still stand outside it there. */
    private List<Block> unique(List<Block> blocks) {
        Map<String, Integer> counts = new HashMap<>();
        List<Block> unique = new ArrayList<>();
        for (Block block : blocks) {
            Block named = used.add(block.id()) ? block : BlockNames.renamed(block, free(block.id(), counts));
            unique.add(
                    named instanceof Block.Section section
                            ? new Block.Section(
                                    section.id(),
                                    section.language(),
                                    section.kind(),
                                    section.title(),
                                    unique(section.blocks()))
                            : named);
        }
        return unique;
    }

    private String free(String id, Map<String, Integer> counts) {
        while (true) {
            String suffix = "-" + counts.merge(id, 1, Integer::sum);
            int most = ID_MAX_CHARACTERS - suffix.length();
            String name = (id.length() > most ? id.substring(0, most) : id) + suffix;
            if (used.add(name)) {
                return name;
            }
        }
    }
}
