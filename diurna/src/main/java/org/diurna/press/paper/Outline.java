package org.diurna.press.paper;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The bookmarks (ISO 32000-1, 12.3.3): headline, sub-headings, sections. */
final class Outline {
    private final List<Setting.Mark> marks;
    private final List<COSDictionary> pages;

    Outline(List<Setting.Mark> marks, List<COSDictionary> pages) {
        this.marks = marks;
        this.pages = pages;
    }

    COSDictionary write() {
        COSDictionary outlines = new COSDictionary();
        outlines.setItem(COSName.TYPE, COSName.OUTLINES);
        int count = children(outlines, 0, marks.size());
        outlines.setInt(COSName.COUNT, count);
        return outlines;
    }

    /** Hangs the marks of a range below a parent; how many are seen when all are open. */
    private int children(COSDictionary parent, int from, int to) {
        List<COSDictionary> items = new ArrayList<>();
        int all = 0;
        for (int at = from; at < to; ) {
            int end = at + 1;
            while (end < to && marks.get(end).level() > marks.get(at).level()) {
                end++;
            }
            COSDictionary item = item(marks.get(at), parent);
            int inner = children(item, at + 1, end);
            if (inner > 0) {
                item.setInt(COSName.COUNT, inner);
            }
            all += 1 + inner;
            items.add(item);
            at = end;
        }
        chain(parent, items);
        return all;
    }

    private COSDictionary item(Setting.Mark mark, COSDictionary parent) {
        COSDictionary item = new COSDictionary();
        item.setString(COSName.TITLE, mark.title());
        item.setItem(COSName.PARENT, parent);
        item.setItem(COSName.DEST, Binding.destination(pages.get(mark.folio().number()), mark.top()));
        return item;
    }

    private static void chain(COSDictionary parent, List<COSDictionary> items) {
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                items.get(i).setItem(COSName.PREV, items.get(i - 1));
            }
            if (i + 1 < items.size()) {
                items.get(i).setItem(COSName.NEXT, items.get(i + 1));
            }
        }
        if (!items.isEmpty()) {
            parent.setItem(COSName.FIRST, items.getFirst());
            parent.setItem(COSName.LAST, items.getLast());
        }
    }
}
