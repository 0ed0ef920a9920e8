package org.diurna.desk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diurna.edition.Revisions;
import org.diurna.house.Language;
import org.diurna.staff.People;

/** Saves come every few seconds; what somebody wrote in one go is one line of the list. */
final class Sittings {
    /** A longer pause begins a new sitting. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private Sittings() {}

    /**
     * Groups revisions.
     *
     * @param lines newest first
     */
    static List<RevisionPages.Sitting> of(List<Revisions.Line> lines, ZoneId zone, Language reader, People people) {
        List<RevisionPages.Sitting> sittings = new ArrayList<>();
        Map<String, String> names =
                people.names(lines.stream().map(Revisions.Line::saver).collect(Collectors.toSet()));
        int start = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || !together(lines.get(i - 1), lines.get(i))) {
                Revisions.Line newest = lines.get(start);
                sittings.add(new RevisionPages.Sitting(
                        lines.get(i - 1).number(),
                        newest.number(),
                        names.getOrDefault(newest.saver(), newest.saver()),
                        newest.saved().toString(),
                        Names.when(newest.saved(), zone, reader)));
                start = i;
            }
        }
        return sittings;
    }

    private static boolean together(Revisions.Line later, Revisions.Line earlier) {
        return later.saver().equals(earlier.saver())
                && Duration.between(earlier.saved(), later.saved()).compareTo(PAUSE) < 0;
    }
}
