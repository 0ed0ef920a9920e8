package org.diurna.desk;

import java.util.List;
import org.diurna.house.Language;

/**
 * The question which releases go together and when, and what will happen then, in words for the reader.
 *
 * @param each    whether the time is meant on the wall of each office
 * @param moments when they go, and what goes then; empty as long as no time was asked for
 * @param more    other drafts that could go with them
 * @param instead addresses of this page with a time that there is
 */
public record TogetherView(
        boolean each,
        String day,
        String time,
        String zone,
        String shift,
        String yours,
        List<PlacePages.Choice> zones,
        List<Part> chosen,
        List<Part> more,
        List<Moment> moments,
        List<Part> now,
        List<PlacePages.Choice> instead,
        List<String> warnings,
        String late,
        List<String> errors) {
    public TogetherView {
        zones = List.copyOf(zones);
        chosen = List.copyOf(chosen);
        more = List.copyOf(more);
        moments = List.copyOf(moments);
        now = List.copyOf(now);
        instead = List.copyOf(instead);
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }

    /**
     * A version.
     *
     * @param value release and language, and with {@code :} the revision that is looked at
     */
    public record Part(
            String value,
            String path,
            Language language,
            String headline,
            String office,
            String address,
            List<String> objections) {
        public Part {
            objections = List.copyOf(objections);
        }
    }

    /** What goes at one moment. */
    public record Moment(String lead, List<ScheduleView.Named> times, List<Part> parts) {
        public Moment {
            times = List.copyOf(times);
            parts = List.copyOf(parts);
        }
    }

    /** Whether a time was asked for, and nothing stands against any of them then. */
    public boolean ready() {
        return !moments.isEmpty()
                && moments.stream()
                        .flatMap(moment -> moment.parts().stream())
                        .allMatch(part -> part.objections().isEmpty());
    }

    /** Whether nothing stands against any of them now. */
    public boolean readyNow() {
        return !now.isEmpty() && now.stream().allMatch(part -> part.objections().isEmpty());
    }
}
