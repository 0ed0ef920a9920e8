package org.diurna.edition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diurna.house.Language;

/**
 * A piece of the body. Every block has an id that stays with it through all revisions, so that two wordings can be
 * compared block by block; a block in another language than the body says so.
 */
public sealed interface Block {
    /** Ids of blocks: 1 to 24 lower-case letters, digits and hyphens, unique within one body. */
    Pattern ID = Pattern.compile("[a-z0-9-]{1,24}");

    String id();

    /** The language of this block where it differs from the body's. */
    Optional<Language> language();

    /** The word for its type, as in stored documents: {@code paragraph}, {@code list}, {@code figure}. */
    default String type() {
        return switch (this) {
            case Paragraph _ -> "paragraph";
            case Heading _ -> "heading";
            case Quote _ -> "quote";
            case ItemList _ -> "list";
            case Table _ -> "table";
            case Figure _ -> "figure";
            case Footnote _ -> "footnote";
            case Section _ -> "section";
        };
    }

    /** A paragraph of running text. */
    record Paragraph(String id, Optional<Language> language, List<Inline> text) implements Block {
        public Paragraph {
            Blocks.checkId(id);
            text = Blocks.checkText(id, text);
        }
    }

    /** A sub-heading. The headline is level 1, so {@code level} is 2, 3 or 4. */
    record Heading(String id, Optional<Language> language, int level, List<Inline> text) implements Block {
        public Heading {
            Blocks.checkId(id);
            if (level < 2 || level > 4) {
                throw new IllegalArgumentException("A sub-heading has level 2, 3 or 4, not " + level + ".");
            }
            text = Blocks.checkText(id, text);
        }
    }

    /**
     * A quotation that stands by itself.
     *
     * @param paragraphs     at least one
     * @param speaker        who is quoted
     * @param spokenLanguage the language in which the words were said, where this is a translation of them
     */
    record Quote(
            String id,
            Optional<Language> language,
            List<List<Inline>> paragraphs,
            Optional<Speaker> speaker,
            Optional<Language> spokenLanguage)
            implements Block {
        public Quote {
            Blocks.checkId(id);
            paragraphs = Blocks.checkTexts(id, paragraphs);
        }
    }

    /**
     * Who is quoted, as of the day of the release.
     *
     * @param name not blank
     * @param role the office held on that day, may be empty
     */
    record Speaker(String name, String role) {
        public Speaker {
            name = Texts.clean(name).strip();
            role = Texts.clean(role).strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("The speaker of a quotation needs a name.");
            }
        }
    }

    /** Whether the order of a list means something. */
    enum Order {
        BULLETED,
        NUMBERED
    }

    /** A list; its items may hold lists of their own, at most four deep. */
    record ItemList(String id, Optional<Language> language, Order order, List<Item> items) implements Block {
        public ItemList {
            Blocks.checkId(id);
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw new IllegalArgumentException("List " + id + " has no items.");
            }
        }
    }

    /** One item of a list, with the list inside it where there is one. */
    record Item(List<Inline> text, Optional<ItemList> inner) {
        public Item {
            text = List.copyOf(text);
        }
    }

    /**
     * A table of figures.
     *
     * @param caption may be empty
     * @param head    the row of column headings; empty where there is none
     * @param rows    at least one; all rows are equally long
     */
    record Table(
            String id,
            Optional<Language> language,
            List<Inline> caption,
            List<List<Inline>> head,
            List<List<List<Inline>>> rows)
            implements Block {
        public Table {
            Blocks.checkId(id);
            caption = List.copyOf(caption);
            head = head.stream().map(List::copyOf).toList();
            rows = rows.stream()
                    .map(row -> row.stream().map(List::copyOf).toList())
                    .toList();
            Blocks.checkTable(id, head, rows);
        }
    }

    /**
     * The place of a picture in the text.
     *
     * @param source  address of the picture as it was found, or the digest of its master; may be empty while a draft has
     *                only a placeholder
     * @param alt     words for those who do not see it; empty and {@code use} {@link Use#DECORATIVE} where it says nothing
     * @param caption may be empty
     * @param credit  may be empty in a draft
     */
    record Figure(
            String id,
            Optional<Language> language,
            String source,
            Use use,
            String alt,
            List<Inline> caption,
            String credit)
            implements Block {
        public Figure {
            Blocks.checkId(id);
            alt = Texts.clean(alt).strip();
            credit = Texts.clean(credit).strip();
            caption = List.copyOf(caption);
        }

        /** The digest of the master, where a picture was chosen for the place. */
        public Optional<String> picture() {
            return Banner.PICTURE.matcher(source).matches() ? Optional.of(source) : Optional.empty();
        }

        /** What is read out: nothing where the picture is decorative. */
        public String spoken() {
            return use == Use.DECORATIVE ? "" : alt;
        }
    }

    /** What a picture is for. */
    enum Use {
        INFORMATIVE,
        DECORATIVE
    }

    /** A footnote, called from the text by {@link Inline.NoteCall}. */
    record Footnote(String id, Optional<Language> language, List<Inline> text) implements Block {
        public Footnote {
            Blocks.checkId(id);
            text = Blocks.checkText(id, text);
        }
    }

    /**
     * A tail section of a known kind.
     *
     * @param title  as printed; empty where the kind's own name in the language is to be used
     * @param blocks at least one, none of them a section
     */
    record Section(String id, Optional<Language> language, SectionKind kind, String title, List<Block> blocks)
            implements Block {
        public Section {
            Blocks.checkId(id);
            title = Texts.clean(title).strip();
            blocks = List.copyOf(blocks);
            if (blocks.isEmpty() || blocks.stream().anyMatch(Section.class::isInstance)) {
                throw new IllegalArgumentException("Section " + id + " needs blocks, and none of them a section.");
            }
        }
    }

    /** The tail sections that releases have. */
    enum SectionKind {
        BACKGROUND,
        NEXT_STEPS,
        NOTES_TO_EDITORS,
        ABOUT,
        CONTACTS,
        PICTURES,
        ATTACHMENTS,
        RELATED;

        /** The word in stored documents and in the class of the section's HTML. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The kind of that word.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static SectionKind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
