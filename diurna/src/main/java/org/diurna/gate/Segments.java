package org.diurna.gate;

import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.Block.SectionKind;

/** Finds the stretch of a page in which running text stands close together. */
final class Segments {
    /** Text on both sides of more than this belongs to different things. */
    private static final double GAP_MAX = 6;

    private static final double OUTSIDE = 0.3;
    private static final double ANCHORED = 1.6;
    private static final int ANCHOR_WITHIN = 8;
    private static final int COUNTED_MAX = 600;

    /**
     * A stretch.
     *
     * @param from first line of running text
     * @param to   last line of it
     */
    record Range(int from, int to, double score) {}

    private Segments() {}

    static List<Range> of(List<Judged> lines) {
        List<Range> ranges = new ArrayList<>();
        int from = -1;
        int to = -1;
        double gap = 0;
        double score = 0;
        for (int i = 0; i < lines.size(); i++) {
            Judged line = lines.get(i);
            if (line.is(Judged.Kind.PROSE) || line.is(Judged.Kind.TABLE)) {
                boolean outside = line.line().region() == Line.Region.OUTSIDE;
                if (outside && from >= 0) {
                    gap += 1.5;
                }
                if (from >= 0 && gap > GAP_MAX) {
                    ranges.add(new Range(from, to, score * anchor(lines, from)));
                    from = -1;
                    score = 0;
                }
                from = from < 0 ? i : from;
                to = i;
                score += Math.min(line.weight(), COUNTED_MAX)
                        * (outside ? OUTSIDE : 1)
                        * (1 - line.line().linked());
                gap = outside ? gap : 0;
            } else {
                gap += cost(line);
            }
        }
        if (from >= 0) {
            ranges.add(new Range(from, to, score * anchor(lines, from)));
        }
        return ranges;
    }

    /** A headline, date or label before it makes a stretch of text likelier to be a release than a cookie notice. */
    private static double anchor(List<Judged> lines, int from) {
        int seen = 0;
        for (int i = from - 1; i >= 0 && seen < ANCHOR_WITHIN; i--) {
            Judged line = lines.get(i);
            boolean title =
                    line.line().form() == Line.Form.HEADING && line.line().level() == 1;
            boolean tells = line.is(Judged.Kind.DATE)
                    || (line.is(Judged.Kind.LABEL) && !line.line().item());
            if (title || tells) {
                return ANCHORED;
            }
            seen += line.line().region().foreign() ? 0 : 1;
        }
        return 1;
    }

    private static double cost(Judged line) {
        Line.Region region = line.line().region();
        if (region.foreign()) {
            return 0.25;
        }
        double outside = region == Line.Region.OUTSIDE ? 1 : 0;
        return outside
                + switch (line.kind()) {
                    case PROSE, TABLE -> 0;
                    case PLAIN ->
                        line.line().form() == Line.Form.HEADING
                                ? 0.3
                                : line.line().item() ? 0.6 : 0.9;
                    case LABEL, DATE, NUMBER -> 1.5;
                    case NOTICE -> 0.5;
                    case SECTION ->
                        line.section()
                                        .filter(s -> s.kind() == SectionKind.RELATED)
                                        .isPresent()
                                ? 8
                                : 0.6;
                    case CONTACT -> 1;
                    case CAPTION, PICTURE -> region == Line.Region.OPEN ? 0.8 : 0.1;
                    case END -> 3;
                    case CHROME ->
                        switch (line.reason()) {
                            case RIGHTS_LINE, PRIVACY_LINE -> 6;
                            case COOKIE_TEXT -> region == Line.Region.INSIDE ? 1 : 6;
                            case TABLE_OF_CONTENTS -> 1.5;
                            default -> line.sure() ? 2.2 : 1.2;
                        };
                };
    }
}
