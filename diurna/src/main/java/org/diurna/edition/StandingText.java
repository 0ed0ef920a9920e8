package org.diurna.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.house.Language;

/**
 * A text that releases of an office end with, in one language.
 *
 * @param kind    of the section that it fills
 * @param version 1, 2, 3 …
 * @param words   paragraphs with an empty line between them; addresses in them become links
 */
public record StandingText(
        String office,
        Language language,
        Block.SectionKind kind,
        int version,
        String words,
        Instant changed,
        String changer) {
    /** The kinds of section that offices keep texts for. */
    public static final List<Block.SectionKind> KINDS = List.of(
            Block.SectionKind.BACKGROUND,
            Block.SectionKind.NOTES_TO_EDITORS,
            Block.SectionKind.ABOUT,
            Block.SectionKind.CONTACTS);

    /** Longer ones are releases themselves. */
    public static final int WORDS_MAX = 10_000;

    private static final Pattern GAP = Pattern.compile("\\n\\s*\\n");
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]|[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    /** Its paragraphs as blocks; ids begin with that letter. */
    public List<Block> blocks(String letter) {
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : GAP.split(words.replace("\r", "").strip(), -1)) {
            if (!paragraph.isBlank()) {
                blocks.add(
                        new Block.Paragraph(letter + (blocks.size() + 1), Optional.empty(), text(paragraph.strip())));
            }
        }
        return blocks;
    }

    private static List<Inline> text(String paragraph) {
        List<Inline> text = new ArrayList<>();
        for (String line : paragraph.split("\\n", -1)) {
            if (!text.isEmpty()) {
                text.add(new Inline.Break());
            }
            line(line.strip(), text);
        }
        return text;
    }

    private static void line(String line, List<Inline> text) {
        Matcher found = ADDRESS.matcher(line);
        int at = 0;
        while (found.find()) {
            plain(line.substring(at, found.start()), text);
            String target = found.group().contains("://") ? found.group() : "mailto:" + found.group();
            if (Mark.Link.allowed(target)) {
                text.add(new Inline.Text(found.group(), List.of(new Mark.Link(target))));
            } else {
                plain(found.group(), text);
            }
            at = found.end();
        }
        plain(line.substring(at), text);
    }

    private static void plain(String words, List<Inline> text) {
        if (!words.isEmpty()) {
            text.add(Inline.Text.plain(words));
        }
    }

    /** Whether a section says exactly this. */
    public boolean saidBy(Block.Section section) {
        return section.kind() == kind && Blocks.plain(section.blocks()).equals(Blocks.plain(blocks("t")));
    }
}
