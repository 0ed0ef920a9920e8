package org.diurna.press;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Event;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;

/**
 * An event of a published release, as calendars have it.
 *
 * @param revision grows with every edition and withdrawal of its release (SEQUENCE, RFC 5545 section 3.8.7.4)
 * @param state    whether it still takes place
 * @param stamp    when what is said of it last changed
 * @param path     of the release's page
 */
public record Planned(
        ReleaseId release, Language language, Event event, int revision, State state, Instant stamp, String path) {

    /** Whether it still takes place. */
    public enum State {
        GOES_ON,
        /** The release was withdrawn, or a later edition announces it no more. */
        CANCELLED
    }

    /** Editions count in twos, so that the withdrawal after an edition comes between it and the next. */
    public static int revision(int edition, boolean withdrawn) {
        return 2 * (edition - 1) + (withdrawn ? 1 : 0);
    }

    /** The path of its file. */
    String file() {
        return "/" + language + "/" + release + "/events/" + event.id() + ".ics";
    }

    /** All events that any edition of a version announced, in the words of the last edition that did. */
    static List<Planned> of(PublicVersion version) {
        PublicEdition shown = Editions.shown(version);
        Map<String, Event> last = new LinkedHashMap<>();
        for (PublicEdition edition : version.editions()) {
            edition.wording().events().forEach(event -> last.put(event.id(), event));
        }
        boolean withdrawn = version.withdrawn().isPresent();
        List<Planned> planned = new ArrayList<>();
        for (Event event : last.values()) {
            boolean goesOn = !withdrawn && shown.wording().events().contains(event);
            planned.add(new Planned(
                    version.release(),
                    version.language(),
                    event,
                    revision(version.newest().number(), withdrawn),
                    goesOn ? State.GOES_ON : State.CANCELLED,
                    Editions.changed(version),
                    version.path()));
        }
        return planned;
    }
}
