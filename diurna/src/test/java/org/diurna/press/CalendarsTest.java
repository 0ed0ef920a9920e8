package org.diurna.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Event;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.junit.jupiter.api.Test;

class CalendarsTest {
    private static final Event BRIEFING = new Event(
            "b7k2m9xq",
            LocalDateTime.parse("2026-03-28T14:00"),
            Optional.of(LocalDateTime.parse("2026-03-29T15:30")),
            ZoneId.of("Europe/Belgrade"),
            "Briefing on the waters; questions, answers",
            "Harbour Hall, Port Amary",
            "Write to press@mfa.lomara.example until 27 March.");
    private static final Event VISIT = new Event(
            "v3",
            LocalDateTime.parse("2026-04-02T09:00"),
            Optional.empty(),
            ZoneId.of("Asia/Tokyo"),
            "大臣の訪問。" + "港の視察と記者会見。".repeat(8),
            "",
            "");
    private static final Event CALL = new Event(
            "u4",
            LocalDateTime.parse("2026-04-03T09:00"),
            Optional.empty(),
            ZoneId.of("UTC"),
            "A call for all newsrooms",
            "",
            "");

    private final Office office = Lomara.office("press.lomara.example");
    private final Press press = new Press(Lomara.site(443, office));

    private PublicVersion version(Language language, PublicEdition... editions) {
        return Lomara.version(office, "01KAP5Q7EV", language, Standing.ORIGINAL, "briefing", editions);
    }

    private static PublicEdition edition(int number, Kind kind, Event... events) {
        Wording wording = Lomara.wording("A briefing", "", "Belgrade", "Come.").announcing(List.of(events));
        return Lomara.edition(number, kind, "", "2026-03-0" + number + "T09:00:00Z", wording, "<p>Come.</p>");
    }

    private String file(PublicVersion version, Event event) {
        return Sheets.text(press.print(new Order.Release(version)), version.root() + "/events/" + event.id() + ".ics");
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }

    @Test
    void an_event_has_its_zone_with_it_and_one_id_in_all_languages() {
        String english = file(version(Lomara.EN, edition(1, Kind.RELEASE, BRIEFING)), BRIEFING);
        String french = file(version(Lomara.FR, edition(1, Kind.RELEASE, BRIEFING)), BRIEFING);
        String uid = "UID:01KAP5Q7EV-b7k2m9xq@mfa.lomara.example\r\n";
        assertThat(english).contains(uid, "SEQUENCE:0\r\n", "STATUS:CONFIRMED\r\n");
        assertThat(french).contains(uid);
        assertThat(english)
                .contains("DTSTART;TZID=Europe/Belgrade:20260328T140000", "DTEND;TZID=Europe/Belgrade:20260329T153000")
                .as("the clocks go forward in the night between")
                .contains(
                        "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200",
                        "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100");
        assertThat(unfolded(english)).contains("Briefing on the waters\\; questions\\, answers");
    }

    @Test
    void lines_are_folded_between_characters() {
        String japanese = file(version(Lomara.JA, edition(1, Kind.RELEASE, VISIT)), VISIT);
        for (String line : japanese.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(unfolded(japanese)).contains(VISIT.what()).doesNotContain("\uFFFD");
        assertThat(japanese)
                .as("a zone whose clocks never change now has a rule too")
                .contains("TZOFFSETTO:+0900");
        assertThat(file(version(Lomara.EN, edition(1, Kind.RELEASE, CALL)), CALL))
                .contains("DTSTART:20260403T090000Z")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void what_a_later_edition_announces_no_more_is_cancelled_and_keeps_its_file() {
        PublicVersion version =
                version(Lomara.EN, edition(1, Kind.RELEASE, BRIEFING, CALL), edition(2, Kind.UPDATE, CALL));
        assertThat(file(version, BRIEFING)).contains("STATUS:CANCELLED\r\n", "SEQUENCE:2\r\n");
        assertThat(file(version, CALL)).contains("STATUS:CONFIRMED\r\n", "SEQUENCE:2\r\n");
        String page = Sheets.text(press.print(new Order.Release(version)), version.path());
        assertThat(page).contains(CALL.what()).doesNotContain("Briefing on the waters");
    }

    @Test
    void a_withdrawal_cancels_between_two_editions() {
        PublicVersion version = version(Lomara.EN, edition(1, Kind.RELEASE, BRIEFING));
        PublicVersion withdrawn = Lomara.withdrawn(version, PublicVersion.Text.KEPT, "The visit is off.");
        assertThat(file(withdrawn, BRIEFING)).contains("STATUS:CANCELLED\r\n", "SEQUENCE:1\r\n");
        PublicVersion removed = Lomara.withdrawn(version, PublicVersion.Text.REMOVED, "The visit is off.");
        assertThat(Sheets.at(press.print(new Order.Release(removed)), version.root() + "/events/b7k2m9xq.ics"))
                .isInstanceOf(Sheet.Gone.class);
    }

    @Test
    void the_page_says_when_on_the_clocks_of_the_place() {
        PublicVersion version = version(Lomara.EN, edition(1, Kind.RELEASE, VISIT));
        String page = Sheets.text(press.print(new Order.Release(version)), version.path());
        assertThat(page).contains("<time datetime=\"2026-04-02T09:00:00+09:00\">2 April 2026");
        assertThat(page).contains("href=\"/en/01KAP5Q7EV/events/v3.ics\"");
        assertThat(Sheets.text(press.print(new Order.Release(version)), version.root() + "/release.txt"))
                .contains(VISIT.what());
    }

    @Test
    void the_calendar_of_an_office_stands_at_its_root_too() {
        Planned planned = new Planned(
                Lomara.version(office, "01KAP5Q7EV", Lomara.EN, Standing.ORIGINAL, "b", edition(1, Kind.RELEASE))
                        .release(),
                Lomara.EN,
                BRIEFING,
                Planned.revision(1, false),
                Planned.State.GOES_ON,
                Instant.parse("2026-03-01T09:00:00Z"),
                "/en/01KAP5Q7EV/briefing");
        List<Sheet> sheets = press.print(new Order.Calendar(office, Lomara.EN, List.of(planned)));
        assertThat(sheets).extracting(Sheet::path).containsExactly("/en/events.ics", "/events.ics");
        assertThat(Sheets.text(sheets, "/events.ics"))
                .contains("DTSTAMP:20260301T090000Z", "URL:https://press.lomara.example/en/01KAP5Q7EV/briefing");
    }
}
