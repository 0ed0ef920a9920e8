package org.diurna.gate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Finds the element that holds the text proper and tells the lines inside it from those outside. */
final class Container {
    private static final int CLIMB_MAX = 8;
    private static final double DECAY = 0.85;
    private static final double GROWS_BY_MAX = 1.35;
    private static final int PROSE_MIN = 60;

    private Container() {}

    static List<Line> place(List<Line> lines, List<Element> owners) {
        IdentityHashMap<Element, Double> scores = new IdentityHashMap<>();
        IdentityHashMap<Element, Integer> prose = new IdentityHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int weight = Fold.weight(line.text());
            if (line.region().foreign() || line.linked() > 0.5 || weight < PROSE_MIN) {
                continue;
            }
            double share = weight;
            Element at = owners.get(i);
            for (int up = 0; at != null && up < CLIMB_MAX; up++, at = at.parent()) {
                scores.merge(at, share, Double::sum);
                prose.merge(at, weight, Integer::sum);
                share *= DECAY;
            }
        }
        Element best = null;
        double score = 0;
        for (Map.Entry<Element, Double> entry : scores.entrySet()) {
            if (entry.getValue() > score) {
                best = entry.getKey();
                score = entry.getValue();
            }
        }
        return best == null ? lines : marked(lines, owners, grown(best, prose));
    }

    /** Leads and first paragraphs often stand in a box of their own beside the text. */
    private static Element grown(Element best, IdentityHashMap<Element, Integer> prose) {
        Element at = best;
        for (int up = 0; up < CLIMB_MAX; up++) {
            Element above = at.parent();
            if (above == null || above.nameIs("body") || above.nameIs("html")) {
                return at;
            }
            int own = prose.getOrDefault(at, 0);
            if (prose.getOrDefault(above, 0) > own * GROWS_BY_MAX || prose.getOrDefault(above, 0) == 0) {
                return at;
            }
            at = above;
        }
        return at;
    }

    private static List<Line> marked(List<Line> lines, List<Element> owners, Element container) {
        IdentityHashMap<Element, Boolean> known = new IdentityHashMap<>();
        known.put(container, true);
        List<Line> placed = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean inside = inside(owners.get(i), known);
            placed.add(line.region().foreign() ? line : line.in(inside ? Line.Region.INSIDE : Line.Region.OUTSIDE));
        }
        return placed;
    }

    private static boolean inside(Element element, IdentityHashMap<Element, Boolean> known) {
        List<Element> path = new ArrayList<>();
        Element at = element;
        while (at != null && !known.containsKey(at)) {
            path.add(at);
            at = at.parent();
        }
        boolean inside = at != null && known.getOrDefault(at, false);
        path.forEach(step -> known.put(step, inside));
        return inside;
    }
}
