package org.diurna.edition;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diurna.house.Language;

/** What is different between two wordings: blocks are paired by id, then by words; inside a pair words are compared. */
public final class Differences {
    private Differences() {}

    /** Whether words are in both, only in the newer or only in the older text. */
    public enum Op {
        SAME,
        ADDED,
        REMOVED
    }

    /** A run of words. */
    public record Piece(Op op, String text) {}

    /** What became of a field or block. */
    public enum Fate {
        SAME,
        CHANGED,
        ADDED,
        REMOVED,
        MOVED
    }

    /**
     * A field or block with its words.
     *
     * @param name of the field, or the kind of the block
     */
    public record Part(String name, Fate fate, List<Piece> pieces) {
        public Part {
            pieces = List.copyOf(pieces);
        }
    }

    /** All parts in the order of the newer wording, what is gone where it stood. */
    public static List<Part> between(Wording older, Wording newer, Language language) {
        List<Part> parts = new ArrayList<>();
        field("headline", older.headline(), newer.headline(), language, parts);
        field("decks", String.join("\n", older.decks()), String.join("\n", newer.decks()), language, parts);
        field("place", older.place(), newer.place(), language, parts);
        field(
                "date",
                older.date().map(Object::toString).orElse(""),
                newer.date().map(Object::toString).orElse(""),
                language,
                parts);
        field("banner", banner(older), banner(newer), language, parts);
        field("events", events(older), events(newer), language, parts);
        blocks(flat(older), flat(newer), language, parts);
        return parts;
    }

    private static void field(String name, String older, String newer, Language language, List<Part> parts) {
        if (!older.isEmpty() || !newer.isEmpty()) {
            Fate fate = older.equals(newer) ? Fate.SAME : Fate.CHANGED;
            parts.add(new Part(name, fate, words(older, newer, language)));
        }
    }

    private static String banner(Wording wording) {
        return wording.banner()
                .map(banner -> String.join("\n", banner.alt(), banner.caption(), banner.picture()))
                .orElse("");
    }

    private static String events(Wording wording) {
        return wording.events().stream().map(Differences::event).collect(Collectors.joining("\n"));
    }

    private static String event(Event event) {
        String when = event.start() + event.end().map(end -> " – " + end).orElse("") + " " + event.zone();
        return Stream.of(event.what(), when, event.place(), event.accreditation())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static List<Block> flat(Wording wording) {
        return Blocks.all(wording.body())
                .filter(block -> !(block instanceof Block.Section))
                .toList();
    }

    private static void blocks(List<Block> older, List<Block> newer, Language language, List<Part> parts) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < older.size(); i++) {
            places.put(older.get(i).id(), i);
        }
        Map<Integer, Integer> partners = partners(older, newer, places);
        Set<Integer> kept = new HashSet<>(partners.values());
        Set<Integer> inOrder = longestRising(newer.size(), partners);
        int shown = 0;
        for (int i = 0; i < newer.size(); i++) {
            Integer partner = partners.get(i);
            if (partner == null) {
                parts.add(new Part(newer.get(i).type(), Fate.ADDED, words("", text(newer.get(i)), language)));
                continue;
            }
            if (inOrder.contains(i)) {
                shown = gone(older, shown, partner, kept, language, parts);
            }
            boolean same = older.get(partner)
                    .equals(BlockNames.renamed(newer.get(i), older.get(partner).id()));
            Fate fate = !inOrder.contains(i) ? Fate.MOVED : same ? Fate.SAME : Fate.CHANGED;
            parts.add(
                    new Part(newer.get(i).type(), fate, words(text(older.get(partner)), text(newer.get(i)), language)));
        }
        gone(older, shown, older.size(), kept, language, parts);
    }

    /** Adds the blocks from there to there that the newer text no longer has. */
    private static int gone(
            List<Block> older, int from, int to, Set<Integer> kept, Language language, List<Part> parts) {
        for (int i = from; i < to; i++) {
            if (!kept.contains(i)) {
                parts.add(new Part(older.get(i).type(), Fate.REMOVED, words(text(older.get(i)), "", language)));
            }
        }
        return Math.max(from, to);
    }

    /** Index of each newer block → index of the older one that it was: the same id, or else the same words. */
    private static Map<Integer, Integer> partners(List<Block> older, List<Block> newer, Map<String, Integer> places) {
        Map<Integer, Integer> partners = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < newer.size(); i++) {
            Integer place = places.get(newer.get(i).id());
            if (place != null) {
                partners.put(i, place);
                taken.add(place);
            }
        }
        Map<String, Integer> byText = new HashMap<>();
        for (int i = older.size() - 1; i >= 0; i--) {
            if (!taken.contains(i)) {
                byText.put(text(older.get(i)), i);
            }
        }
        for (int i = 0; i < newer.size(); i++) {
            Integer place = partners.containsKey(i) ? null : byText.remove(text(newer.get(i)));
            if (place != null) {
                partners.put(i, place);
            }
        }
        return partners;
    }

    /** The newer blocks that stand in the order of the older text; the others were moved. */
    private static Set<Integer> longestRising(int size, Map<Integer, Integer> partners) {
        int[] length = new int[size];
        int[] before = new int[size];
        int best = -1;
        for (int i = 0; i < size; i++) {
            before[i] = -1;
            Integer place = partners.get(i);
            if (place == null) {
                continue;
            }
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                Integer earlier = partners.get(j);
                if (earlier != null && earlier < place && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            if (best < 0 || length[i] > length[best]) {
                best = i;
            }
        }
        Set<Integer> rising = new HashSet<>();
        for (int i = best; i >= 0; i = before[i]) {
            rising.add(i);
        }
        return rising;
    }

    /** The words of a block, a line for each of its pieces. */
    public static String text(Block block) {
        String plain = String.join("\n", Blocks.plain(List.of(block)));
        return switch (block) {
            case Block.Quote quote ->
                plain
                        + quote.speaker()
                                .map(speaker -> "\n— " + speaker.name()
                                        + (speaker.role().isEmpty() ? "" : ", " + speaker.role()))
                                .orElse("");
            case Block.Figure figure -> String.join("\n", figure.alt(), plain, figure.credit());
            case Block.Paragraph _,
                    Block.Heading _,
                    Block.ItemList _,
                    Block.Table _,
                    Block.Footnote _,
                    Block.Section _ -> plain;
        };
    }

    /** Word by word; what was taken away stands before what came in its place. */
    public static List<Piece> words(String older, String newer, Language language) {
        List<String> from = tokens(older, language);
        List<String> to = tokens(newer, language);
        Patch<String> patch =
                Patch.generate(from, to, new MyersDiffWithLinearSpace<String>().computeDiff(from, to, null));
        List<AbstractDelta<String>> deltas = new ArrayList<>(patch.getDeltas());
        deltas.sort(Comparator.comparingInt(
                        (AbstractDelta<String> delta) -> delta.getSource().getPosition())
                .thenComparingInt(delta -> delta.getTarget().getPosition()));
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : deltas) {
            int position = delta.getSource().getPosition();
            add(pieces, Op.SAME, from.subList(Math.min(at, position), position));
            add(pieces, Op.REMOVED, delta.getSource().getLines());
            add(pieces, Op.ADDED, delta.getTarget().getLines());
            at = position + delta.getSource().size();
        }
        add(pieces, Op.SAME, from.subList(at, from.size()));
        return joined(pieces);
    }

    private static void add(List<Piece> pieces, Op op, List<String> tokens) {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece(op, String.join("", tokens)));
        }
    }

    /** Neighbours that say the same about their words become one; within a change the old words come first. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        StringBuilder same = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.op() == Op.SAME) {
                flush(joined, Op.REMOVED, removed);
                flush(joined, Op.ADDED, added);
                same.append(piece.text());
            } else {
                flush(joined, Op.SAME, same);
                (piece.op() == Op.REMOVED ? removed : added).append(piece.text());
            }
        }
        flush(joined, Op.SAME, same);
        flush(joined, Op.REMOVED, removed);
        flush(joined, Op.ADDED, added);
        return joined;
    }

    private static void flush(List<Piece> joined, Op op, StringBuilder text) {
        if (!text.isEmpty()) {
            joined.add(new Piece(op, text.toString()));
            text.setLength(0);
        }
    }

    private static List<String> tokens(String text, Language language) {
        BreakIterator breaks = BreakIterator.getWordInstance(language.locale());
        breaks.setText(text);
        List<String> tokens = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            tokens.add(text.substring(start, end));
        }
        return tokens;
    }
}
