package org.diurna.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;

/** Who has a draft open just now. A comfort: it is kept in memory, and nothing is decided by it. */
final class Presence {
    /** Who has not been heard of for so long has gone. */
    static final Duration GONE_AFTER = Duration.ofSeconds(25);

    private static final int TABS_MAX = 10_000;

    private final Clock clock;
    private final Map<Tab, Seen> tabs = new ConcurrentHashMap<>();

    public Presence(Clock clock) {
        this.clock = clock;
    }

    private record Tab(ReleaseId release, Language language, String tab) {}

    private record Seen(String person, Instant at) {}

    /** Notes that the tab was closed. */
    void left(ReleaseId release, Language language, String tab) {
        tabs.remove(new Tab(release, language, tab));
    }

    /** Notes that the person has the draft open in that tab, and answers who else has, in other tabs too. */
    List<String> seen(ReleaseId release, Language language, String tab, String person) {
        Instant now = clock.instant();
        Instant gone = now.minus(GONE_AFTER);
        tabs.values().removeIf(seen -> seen.at().isBefore(gone));
        Tab own = new Tab(release, language, tab);
        if (tabs.size() < TABS_MAX) {
            tabs.put(own, new Seen(person, now));
        }
        return tabs.entrySet().stream()
                .filter(entry -> entry.getKey().release().equals(release)
                        && entry.getKey().language().equals(language)
                        && !entry.getKey().equals(own))
                .map(entry -> entry.getValue().person())
                .distinct()
                .sorted()
                .toList();
    }
}
