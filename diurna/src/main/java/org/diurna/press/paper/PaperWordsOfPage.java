package org.diurna.press.paper;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * The words of one page by the marks around them. What is said beside glyphs counts instead of what they say themselves,
 * and what runs from right to left is turned around, as ISO 32000-1, 14.8.2.3.3 and 14.9.4 have it.
 */
final class PaperWordsOfPage extends PDFTextStripper {
    /** Decoration has words only at the head and the foot of a page, and only small ones; in points. */
    private static final float EDGE = 62f;

    private static final float SMALL = 10f;

    private final float height;
    private final Map<Integer, StringBuilder> marked = new HashMap<>();
    private final StringBuilder stray = new StringBuilder();
    private final Deque<Mark> marks = new ArrayDeque<>();

    /** An open mark: content of a node, decoration, text turned around, or what is said beside glyphs. */
    private record Mark(Kind kind, int number, @Nullable String said, List<String> turned) {}

    private enum Kind {
        CONTENT,
        DECORATION,
        TURNED,
        SAID,
        OTHER
    }

    PaperWordsOfPage(float height) throws IOException {
        this.height = height;
        this.output = Writer.nullWriter();
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
    }

    Map<Integer, String> marked() {
        Map<Integer, String> words = new HashMap<>();
        marked.forEach((number, text) -> words.put(number, text.toString()));
        return words;
    }

    String stray() {
        return stray.toString();
    }

    @Override
    public void beginMarkedContentSequence(@Nullable COSName tag, @Nullable COSDictionary properties) {
        marks.push(mark(tag == null ? "" : tag.getName(), properties == null ? new COSDictionary() : properties));
    }

    private static Mark mark(String tag, COSDictionary properties) {
        if (properties.containsKey(COSName.MCID)) {
            return new Mark(Kind.CONTENT, properties.getInt(COSName.MCID), null, new ArrayList<>());
        }
        if (properties.containsKey(COSName.ACTUAL_TEXT)) {
            return new Mark(Kind.SAID, 0, properties.getString(COSName.ACTUAL_TEXT), new ArrayList<>());
        }
        Kind kind = switch (tag) {
            case "Artifact" -> Kind.DECORATION;
            case "ReversedChars" -> Kind.TURNED;
            default -> Kind.OTHER;
        };
        return new Mark(kind, 0, null, new ArrayList<>());
    }

    @Override
    public void endMarkedContentSequence() {
        if (marks.isEmpty()) {
            return;
        }
        Mark closed = marks.pop();
        switch (closed.kind()) {
            case TURNED -> closed.turned().reversed().forEach(this::put);
            case SAID -> put(closed.said() == null ? "" : closed.said());
            case CONTENT, DECORATION, OTHER -> {}
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (marks.stream().anyMatch(mark -> mark.kind() == Kind.SAID)) {
            return;
        }
        boolean decoration = marks.stream().anyMatch(mark -> mark.kind() == Kind.DECORATION);
        boolean edge = text.getY() < EDGE || text.getY() > height - EDGE;
        if (decoration && !(edge && text.getFontSizeInPt() < SMALL)) {
            stray.append(text.getUnicode());
        }
        put(text.getUnicode());
    }

    private void put(String words) {
        for (Mark mark : marks) {
            switch (mark.kind()) {
                case TURNED -> {
                    mark.turned().add(words);
                    return;
                }
                case CONTENT -> {
                    marked.computeIfAbsent(mark.number(), _ -> new StringBuilder())
                            .append(words);
                    return;
                }
                case DECORATION -> {
                    return;
                }
                case SAID, OTHER -> {}
            }
        }
        stray.append(words);
    }
}
