package org.diurna.gate;

import java.util.ArrayList;
import java.util.List;

/** Recognises a page on which several whole releases follow each other. */
final class Releases {
    private static final int TEXT_WITHIN = 7;
    private static final int BACK = 8;

    private Releases() {}

    /** Headlines of the releases; one or none where the page holds at most one. */
    static List<String> in(List<Judged> lines, Segments.Range range) {
        List<String> headlines = new ArrayList<>();
        int last = -TEXT_WITHIN;
        for (int i = Math.max(0, range.from() - BACK); i <= range.to(); i++) {
            Judged line = lines.get(i);
            boolean labelled = (line.is(Judged.Kind.DATE) && line.label().isPresent())
                    || (line.is(Judged.Kind.LABEL)
                            && i + 1 < lines.size()
                            && lines.get(i + 1).is(Judged.Kind.DATE));
            boolean site = line.line().region().foreign()
                    || line.line().linked() > 0.8
                    || line.line().item();
            if (labelled && !site && i - last > 2 && followed(lines, i)) {
                headlines.add(headline(lines, i));
                last = i;
            }
        }
        return headlines;
    }

    private static boolean followed(List<Judged> lines, int at) {
        int prose = 0;
        for (int i = at + 1; i < Math.min(lines.size(), at + TEXT_WITHIN); i++) {
            prose += lines.get(i).textual() ? 1 : 0;
        }
        return prose >= 2;
    }

    private static String headline(List<Judged> lines, int at) {
        for (int i = at + 1; i < Math.min(lines.size(), at + TEXT_WITHIN); i++) {
            if (lines.get(i).is(Judged.Kind.PLAIN) || lines.get(i).is(Judged.Kind.PROSE)) {
                return lines.get(i).text();
            }
        }
        return lines.get(at).text();
    }
}
