package org.diurna.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.Stage;
import org.diurna.guest.Guest;
import org.diurna.house.Language;
import org.diurna.house.Letter;
import org.diurna.house.Outbox;
import org.diurna.house.Words;

/** Letters to guests, each put once. None says what the text is about: mail is read by many. */
final class GuestLetters {
    private final Outbox outbox;
    private final Releases releases;

    GuestLetters(Outbox outbox, Releases releases) {
        this.outbox = outbox;
        this.releases = releases;
    }

    /** Sends the link, where there is an address to send it to. */
    void invitation(Guest guest, Release release, String link) {
        Map<String, Object> arguments = new HashMap<>(Map.of("link", link));
        guest.expires().ifPresent(until -> arguments.put("until", time(until, release, guest.tongue())));
        if (releases.stage(release.id(), guest.language()) instanceof Stage.Scheduled(var schedule)) {
            arguments.put("when", time(schedule.due(), release, guest.tongue()));
        }
        put(guest, release, guest.kind().word(), "invitation", arguments);
    }

    /** Tells that the embargo is lifted at another time. */
    void moved(Guest guest, Release release, Schedule after, Instant now) {
        put(
                guest,
                release,
                "moved",
                "moved." + now.toEpochMilli(),
                Map.of("when", time(after.due(), release, guest.tongue())));
    }

    /** Tells that the text does not come. */
    void cancelled(Guest guest, Release release) {
        put(guest, release, "cancelled", "cancelled", Map.of());
    }

    /** Tells that the text is public, and where. */
    void lifted(Guest guest, Release release, String address) {
        put(guest, release, "lifted", "lifted", Map.of("link", address));
    }

    private void put(Guest guest, Release release, String what, String key, Map<String, Object> arguments) {
        if (guest.mail().isEmpty()) {
            return;
        }
        Words words = Words.of("desk", guest.tongue());
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("name", guest.name());
        all.put("office", release.office().name(guest.tongue()));
        outbox.put(new Letter(
                "guest:" + guest.id() + ":" + key,
                guest.mail(),
                words.language().tag(),
                words.say("guest.letter." + what + ".subject", all),
                words.say("guest.letter." + what + ".text", all)));
    }

    /** At the office and in UTC. */
    static String time(Instant instant, Release release, Language tongue) {
        return Names.planned(instant, release.office().zone(), tongue) + " ("
                + Names.planned(instant, ZoneOffset.UTC, tongue) + ")";
    }
}
