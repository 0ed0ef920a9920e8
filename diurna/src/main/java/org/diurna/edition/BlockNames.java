package org.diurna.edition;

/** The same block under another id. */
public final class BlockNames {
    private BlockNames() {}

    public static Block renamed(Block block, String id) {
        return switch (block) {
            case Block.Paragraph b -> new Block.Paragraph(id, b.language(), b.text());
            case Block.Heading b -> new Block.Heading(id, b.language(), b.level(), b.text());
            case Block.Quote b -> new Block.Quote(id, b.language(), b.paragraphs(), b.speaker(), b.spokenLanguage());
            case Block.ItemList b -> new Block.ItemList(id, b.language(), b.order(), b.items());
            case Block.Table b -> new Block.Table(id, b.language(), b.caption(), b.head(), b.rows());
            case Block.Figure b ->
                new Block.Figure(id, b.language(), b.source(), b.use(), b.alt(), b.caption(), b.credit());
            case Block.Footnote b -> new Block.Footnote(id, b.language(), b.text());
            case Block.Section b -> new Block.Section(id, b.language(), b.kind(), b.title(), b.blocks());
        };
    }
}
