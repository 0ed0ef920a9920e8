package org.diurna.press.paper;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a paragraph.
 *
 * @param bits in the order in which they are read
 * @param base level of the paragraph
 */
record Line(List<Bit> bits, int base) {
    Line {
        bits = List.copyOf(bits);
    }

    /** A bit and where it begins, from the left edge of the column. */
    record Placed(Bit bit, float x) {}

    /** Where a line stands in its column. */
    enum Edge {
        START,
        END
    }

    /** Width without the spaces at the end. */
    float width() {
        int last = bits.size();
        while (last > 0 && bits.get(last - 1).blank()) {
            last--;
        }
        return (float) bits.subList(0, last).stream().mapToDouble(Bit::width).sum();
    }

    /** Its bits as they are seen, still in the order in which they are read. */
    List<Placed> placed(float column, Edge edge) {
        byte[] levels = new byte[bits.size()];
        boolean trailing = true;
        float hanging = 0;
        for (int i = levels.length - 1; i >= 0; i--) {
            trailing &= bits.get(i).blank();
            // rule L1: spaces at the end of a line stand at the end of the line
            levels[i] = (byte) (trailing ? base : bits.get(i).level());
            hanging += trailing ? bits.get(i).width() : 0;
        }
        boolean left = (edge == Edge.START) == (base % 2 == 0);
        float x = left ? 0 : column - width();
        if (base % 2 == 1) {
            x -= hanging;
        }
        Float[] at = new Float[levels.length];
        for (int index : Bidi.reorderVisual(levels)) {
            at[index] = x;
            x += bits.get(index).width();
        }
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            placed.add(new Placed(bits.get(i), at[i]));
        }
        return placed;
    }
}
