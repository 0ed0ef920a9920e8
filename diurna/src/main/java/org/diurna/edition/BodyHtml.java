package org.diurna.edition;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.house.Language;
import org.diurna.house.Words;

/**
 * The one serialisation of a body: what {@code bodyHtml} of edition.json holds and what the public page shows byte for
 * byte. Its vocabulary is closed (docs/reference/formats.md); every character that is not markup of ours is escaped.
 */
public final class BodyHtml {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private final StringBuilder out = new StringBuilder();
    private final Words words;
    private final Map<String, Integer> notes = new HashMap<>();
    private final Set<String> called = new HashSet<>();
    private final Map<String, Plate> plates = new HashMap<>();

    private BodyHtml(Language language, List<Block> body, List<Plate> shown) {
        shown.forEach(plate -> plates.put(plate.place(), plate));
        this.words = Words.of("edition", language);
        Blocks.all(body)
                .filter(Block.Footnote.class::isInstance)
                .forEach(note -> notes.put(note.id(), notes.size() + 1));
    }

    /** The HTML of a body in its language, without pictures; ends without a line feed. */
    public static String of(Language language, List<Block> body) {
        return of(language, body, List.of());
    }

    /** The HTML of a body in its language with the pictures of its figures; ends without a line feed. */
    public static String of(Language language, List<Block> body, List<Plate> plates) {
        BodyHtml html = new BodyHtml(language, body, plates);
        html.blocks(body);
        return html.out.toString().strip();
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    /** A block whose own id begins as those of notes and their calls do steps aside; so does one that would then meet it. */
    private static String anchor(String id) {
        return id.startsWith("note-") || id.startsWith("call-") || id.startsWith("own-") ? "own-" + id : id;
    }

    private void block(Block block) {
        String lang = block.language().map(BodyHtml::lang).orElse("");
        switch (block) {
            case Block.Paragraph paragraph -> element("p", lang, paragraph.text());
            case Block.Heading heading ->
                element("h" + heading.level(), " id=\"" + anchor(heading.id()) + "\"" + lang, heading.text());
            case Block.Quote quote -> quote(quote, lang);
            case Block.ItemList list -> {
                list(list, lang);
                out.append('\n');
            }
            case Block.Table table -> table(table, lang);
            case Block.Figure figure -> figure(figure, lang);
            case Block.Footnote footnote -> footnote(footnote, lang);
            case Block.Section section -> {
                out.append("<section class=\"")
                        .append(section.kind().word())
                        .append('"')
                        .append(lang)
                        .append(">\n<h2 id=\"")
                        .append(anchor(section.id()))
                        .append("\">");
                out.append(escape(
                        section.title().isEmpty()
                                ? words.say("section." + section.kind().word())
                                : section.title()));
                out.append("</h2>\n");
                blocks(section.blocks());
                out.append("</section>\n");
            }
        }
    }

    private static String lang(Language language) {
        return " lang=\"" + language + "\" dir=\"" + language.direction() + "\"";
    }

    private void element(String name, String attributes, List<Inline> text) {
        out.append('<').append(name).append(attributes).append('>');
        text(text);
        out.append("</").append(name).append(">\n");
    }

    private void quote(Block.Quote quote, String lang) {
        out.append("<figure class=\"quote\"><blockquote").append(lang).append(">\n");
        quote.paragraphs().forEach(paragraph -> element("p", "", paragraph));
        out.append("</blockquote>");
        quote.speaker().ifPresent(speaker -> {
            out.append("\n<figcaption><b>").append(escape(speaker.name())).append("</b>");
            if (!speaker.role().isEmpty()) {
                out.append(" <span>").append(escape(speaker.role())).append("</span>");
            }
            out.append("</figcaption>");
        });
        out.append("</figure>\n");
    }

    private void list(Block.ItemList list, String lang) {
        String name = list.order() == Block.Order.NUMBERED ? "ol" : "ul";
        out.append('<').append(name).append(lang).append(">\n");
        for (Block.Item item : list.items()) {
            out.append("<li>");
            text(item.text());
            item.inner().ifPresent(inner -> {
                out.append('\n');
                list(inner, inner.language().map(BodyHtml::lang).orElse(""));
            });
            out.append("</li>\n");
        }
        out.append("</").append(name).append('>');
    }

    private void table(Block.Table table, String lang) {
        boolean captioned = !table.caption().isEmpty();
        // a table wider than a phone scrolls inside this box, which the keyboard must be able to reach
        out.append("<div class=\"table\" tabindex=\"0\"");
        if (captioned) {
            out.append(" role=\"region\" aria-labelledby=\"")
                    .append(anchor(table.id()))
                    .append("\"");
        }
        out.append("><table").append(lang).append(">\n");
        if (captioned) {
            element("caption", " id=\"" + anchor(table.id()) + "\"", table.caption());
        }
        if (!table.head().isEmpty()) {
            out.append("<thead><tr>");
            table.head().forEach(cell -> cell("th", " scope=\"col\"", cell));
            out.append("</tr></thead>\n");
        }
        out.append("<tbody>\n");
        table.rows().forEach(row -> {
            out.append("<tr>");
            row.forEach(cell -> cell("td", "", cell));
            out.append("</tr>\n");
        });
        out.append("</tbody></table></div>\n");
    }

    private void cell(String name, String attributes, List<Inline> text) {
        out.append('<').append(name).append(attributes).append('>');
        text(text);
        out.append("</").append(name).append('>');
    }

    private void figure(Block.Figure figure, String lang) {
        Optional<Plate> plate = Optional.ofNullable(plates.get(figure.id()));
        List<Inline> caption = caption(figure, plate);
        String credit = plate.map(Plate::credit).orElse(figure.credit());
        if (plate.isEmpty() && caption.isEmpty() && credit.isEmpty()) {
            return;
        }
        out.append("<figure class=\"picture\"").append(lang).append('>');
        plate.ifPresent(shown -> out.append(FigureHtml.of(shown)));
        out.append("<figcaption>");
        if (!caption.isEmpty()) {
            out.append("<span class=\"caption\">");
            text(caption);
            out.append("</span>");
        }
        if (!credit.isEmpty()) {
            out.append(" <small class=\"credit\">").append(escape(credit)).append("</small>");
        }
        out.append("</figcaption></figure>\n");
    }

    /** The caption written here, or the picture's own; a place without its picture says what it would show. */
    private static List<Inline> caption(Block.Figure figure, Optional<Plate> plate) {
        if (!figure.caption().isEmpty()) {
            return figure.caption();
        }
        String own = plate.map(Plate::caption).orElse(figure.alt());
        return own.isEmpty() ? List.of() : List.of(Inline.Text.plain(own));
    }

    private void footnote(Block.Footnote footnote, String lang) {
        int number = notes.getOrDefault(footnote.id(), 0);
        out.append("<p class=\"note\" id=\"note-")
                .append(footnote.id())
                .append('"')
                .append(lang);
        out.append("><a class=\"back\" href=\"#call-")
                .append(footnote.id())
                .append("\">")
                .append(number)
                .append("</a> ");
        text(footnote.text());
        out.append("</p>\n");
    }

    private void text(List<Inline> text) {
        List<String> open = new ArrayList<>();
        for (Inline piece : text) {
            switch (piece) {
                case Inline.Text run -> {
                    marks(open, Marks.inOrder(run.marks()));
                    out.append(escape(run.text()));
                }
                case Inline.Break _ -> out.append("<br>");
                case Inline.NoteCall call -> noteCall(open, call.note());
            }
        }
        marks(open, List.of());
    }

    private void noteCall(List<String> open, String note) {
        marks(open, List.of());
        Integer number = notes.get(note);
        if (number == null) {
            throw new IllegalArgumentException(
                    "The text calls the footnote " + note + ", which the body does not have.");
        }
        // a note that is called twice leads back to its first call
        String id = called.add(note) ? " id=\"call-" + note + "\"" : "";
        out.append("<sup><a class=\"call\"")
                .append(id)
                .append(" href=\"#note-")
                .append(note)
                .append("\">")
                .append(number)
                .append("</a></sup>");
    }

    /** Closes what is no longer wanted and opens what is new, so that neighbours with the same mark share its element. */
    private void marks(List<String> open, List<Mark> wanted) {
        List<String> tags = wanted.stream().map(Marks::tag).toList();
        int same = 0;
        while (same < open.size() && same < tags.size() && open.get(same).equals(tags.get(same))) {
            same++;
        }
        while (open.size() > same) {
            out.append(Marks.end(open.removeLast()));
        }
        for (String tag : tags.subList(same, tags.size())) {
            out.append(tag);
            open.add(tag);
        }
    }

    /**
     * Text as it stands between and inside tags. What would combine with the last character before it (an accent that
     * begins a run, a stroke that would turn the end of a tag into another sign) is written as a number, so that the
     * whole is NFC whenever its parts are.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        int start = 0;
        while (start < text.length() && !NFC.hasBoundaryBefore(text.codePointAt(start))) {
            escaped.append("&#").append(text.codePointAt(start)).append(';');
            start += Character.charCount(text.codePointAt(start));
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            Optional<String> entity = switch (c) {
                case '&' -> Optional.of("&amp;");
                case '<' -> Optional.of("&lt;");
                case '>' -> Optional.of("&gt;");
                case '"' -> Optional.of("&quot;");
                default -> Optional.empty();
            };
            entity.ifPresentOrElse(escaped::append, () -> escaped.append(c));
        }
        return escaped.toString();
    }
}
