package org.diurna.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Block;
import org.diurna.edition.Inline;
import org.diurna.house.Language;

/** Makes blocks out of lines: joins what a line break or a list holds together, gives quotations their speakers. */
final class Blockmaker {
    private static final int LANGUAGE_WEIGHT_MIN = 110;
    private static final int HEADING_MAX = 110;
    private static final int ATTRIBUTION_MAX = 120;

    private final List<Judged> lines;
    private final Fates fates;
    private final String language;
    private int ids;

    Blockmaker(List<Judged> lines, Fates fates, String language) {
        this.lines = lines;
        this.fates = fates;
        this.language = language;
    }

    String language() {
        return language;
    }

    String id() {
        return "b" + ++ids;
    }

    /**
     * Blocks of the lines.
     *
     * @param at   numbers of the lines, in their order
     * @param skip characters of the first line that are its dateline
     */
    List<Block> blocks(List<Integer> at, int skip) {
        List<Block> blocks = new ArrayList<>();
        int i = 0;
        while (i < at.size()) {
            int next = switch (lines.get(at.get(i)).line().form()) {
                case ITEM, NUMBERED_ITEM -> list(at, i, blocks);
                case QUOTE -> quote(at, i, blocks);
                case TABLE -> table(at, i, blocks);
                case PICTURE, CAPTION -> figure(at, i, blocks);
                case HEADING, TEXT -> text(at, i, i == 0 ? skip : 0, blocks);
            };
            i = next;
        }
        return blocks;
    }

    private int list(List<Integer> at, int from, List<Block> blocks) {
        Line first = lines.get(at.get(from)).line();
        List<Block.Item> items = new ArrayList<>();
        int i = from;
        while (i < at.size() && lines.get(at.get(i)).line().form() == first.form() && (i == from || near(at, i))) {
            Line line = lines.get(at.get(i)).line();
            List<Inline> text = line.inlines();
            if (line.glued() && !items.isEmpty()) {
                List<Inline> joined = new ArrayList<>(items.removeLast().text());
                joined.add(new Inline.Break());
                joined.addAll(text);
                text = joined;
            }
            items.add(new Block.Item(text, Optional.empty()));
            fates.use(at.get(i));
            i++;
        }
        Block.Order order = first.form() == Line.Form.NUMBERED_ITEM ? Block.Order.NUMBERED : Block.Order.BULLETED;
        blocks.add(new Block.ItemList(id(), Optional.empty(), order, items));
        return i;
    }

    private boolean near(List<Integer> at, int i) {
        return lines.get(at.get(i)).line().list()
                == lines.get(at.get(i - 1)).line().list();
    }

    private int quote(List<Integer> at, int from, List<Block> blocks) {
        List<List<Inline>> paragraphs = new ArrayList<>();
        int i = from;
        Optional<Block.Speaker> speaker = Optional.empty();
        while (i < at.size() && lines.get(at.get(i)).line().form() == Line.Form.QUOTE) {
            Line line = lines.get(at.get(i)).line();
            boolean last = i + 1 == at.size() || lines.get(at.get(i + 1)).line().form() != Line.Form.QUOTE;
            if (last && i > from && line.text().length() < ATTRIBUTION_MAX && !Shape.ends(line.text())) {
                speaker = Optional.of(speaker(line.text()));
            } else {
                paragraphs.add(line.inlines());
            }
            fates.use(at.get(i));
            i++;
        }
        blocks.add(new Block.Quote(id(), Optional.empty(), paragraphs, speaker, Optional.empty()));
        return i;
    }

    private static Block.Speaker speaker(String text) {
        String words = text.replaceAll("^[\\s–—-]+", "");
        int comma = words.indexOf(',');
        return comma > 1
                ? new Block.Speaker(words.substring(0, comma), words.substring(comma + 1))
                : new Block.Speaker(words.isBlank() ? text : words, "");
    }

    private int table(List<Integer> at, int i, List<Block> blocks) {
        Line line = lines.get(at.get(i)).line();
        if (line.extra().isPresent() && line.extra().get() instanceof Line.Grid grid) {
            blocks.add(new Block.Table(id(), Optional.empty(), grid.caption(), grid.head(), grid.rows()));
            fates.use(at.get(i));
        }
        return i + 1;
    }

    private int figure(List<Integer> at, int i, List<Block> blocks) {
        Line line = lines.get(at.get(i)).line();
        if (line.extra().isEmpty() || !(line.extra().get() instanceof Line.Picture picture)) {
            return i + 1;
        }
        String caption = picture.caption();
        String credit = picture.credit();
        int next = i + 1;
        while ((caption.isEmpty() || credit.isEmpty())
                && next < at.size()
                && lines.get(at.get(next)).is(Judged.Kind.CAPTION)) {
            String words = lines.get(at.get(next)).text();
            String found = Captions.credit(words);
            credit = credit.isEmpty() ? found : credit;
            caption =
                    caption.isEmpty() ? Captions.without(words, found) : caption + " " + Captions.without(words, found);
            fates.use(at.get(next));
            next++;
        }
        Block.Use use = picture.alt().isEmpty() && caption.isBlank() ? Block.Use.DECORATIVE : Block.Use.INFORMATIVE;
        blocks.add(new Block.Figure(
                id(),
                Optional.empty(),
                picture.source(),
                use,
                picture.alt(),
                TextLines.plain(caption.strip()),
                credit));
        fates.use(at.get(i));
        return next;
    }

    private int text(List<Integer> at, int i, int skip, List<Block> blocks) {
        Judged judged = lines.get(at.get(i));
        if (skip == 0 && attribution(at, i)) {
            Line said = lines.get(at.get(i + 1)).line();
            blocks.add(new Block.Quote(
                    id(),
                    other(said.text()),
                    List.of(said.inlines()),
                    Optional.of(speaker(judged.text())),
                    Optional.empty()));
            fates.use(at.get(i));
            fates.use(at.get(i + 1));
            return i + 2;
        }
        if (skip == 0 && heading(at, i)) {
            int level = judged.line().form() == Line.Form.HEADING
                    ? Math.clamp(judged.line().level(), 2, 4)
                    : 2;
            blocks.add(new Block.Heading(
                    id(), other(judged.text()), level, judged.line().inlines()));
            fates.use(at.get(i));
            return i + 1;
        }
        List<Inline> text =
                new ArrayList<>(Inlines.strip(Inlines.from(judged.line().inlines(), skip)));
        fates.use(at.get(i));
        int next = i + 1;
        while (next < at.size()
                && lines.get(at.get(next)).line().glued()
                && lines.get(at.get(next)).line().form() == Line.Form.TEXT) {
            text.add(new Inline.Break());
            text.addAll(lines.get(at.get(next)).line().inlines());
            fates.use(at.get(next));
            next++;
        }
        List<Inline> ended = endless(text);
        if (!org.diurna.edition.Texts.plain(ended).isBlank()) {
            blocks.add(new Block.Paragraph(id(), other(judged.text()), ended));
        }
        return next;
    }

    /** Without an end mark behind the last sentence. */
    private List<Inline> endless(List<Inline> text) {
        String plain = org.diurna.edition.Texts.plain(text);
        int end = Shape.endTail(plain);
        boolean cut = end < plain.length() && text.size() == 1;
        fates.cut(cut ? plain.substring(end) : "", Found.Reason.END_MARK);
        return cut ? Inlines.until(text, end) : text;
    }

    private boolean heading(List<Integer> at, int i) {
        Judged judged = lines.get(at.get(i));
        boolean marked =
                judged.line().form() == Line.Form.HEADING || judged.line().strong();
        boolean apart = judged.line().gap()
                && i + 1 < at.size()
                && lines.get(at.get(i + 1)).line().gap();
        boolean leads = i + 1 < at.size() && lines.get(at.get(i + 1)).is(Judged.Kind.PROSE);
        boolean titled = judged.is(Judged.Kind.PLAIN)
                && !judged.text().endsWith(":")
                && !Shape.ends(judged.text())
                && judged.weight() <= HEADING_MAX;
        return (titled && leads && (marked || (apart && !judged.line().glued())))
                || (judged.line().form() == Line.Form.HEADING && leads);
    }

    /** A line with a name before a paragraph that is one quotation. */
    private boolean attribution(List<Integer> at, int i) {
        Judged judged = lines.get(at.get(i));
        boolean name = judged.is(Judged.Kind.PLAIN)
                && judged.text().length() <= ATTRIBUTION_MAX
                && judged.text().contains(",")
                && !judged.text().endsWith(":")
                && judged.line().form() == Line.Form.TEXT;
        return name
                && i + 1 < at.size()
                && Shape.wholeQuote(lines.get(at.get(i + 1)).text())
                && lines.get(at.get(i + 1)).line().form() == Line.Form.TEXT;
    }

    /** The language of a block where it is another than the text's. */
    private Optional<Language> other(String text) {
        if (Fold.weight(text) < LANGUAGE_WEIGHT_MIN) {
            return Optional.empty();
        }
        return Tongues.of(text, language)
                .filter(tag -> !tag.split("-", -1)[0].equals(language.split("-", -1)[0]))
                .map(Language::of);
    }
}
