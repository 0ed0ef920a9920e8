package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.HOST;
import static org.diurna.run.Lomara.wording;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.diurna.desk.Correct;
import org.diurna.edition.Event;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the events that releases announce. */
final class AgendaTest {
    private static final Event BRIEFING = new Event(
            "b7k2m9xq",
            LocalDateTime.parse("2026-03-06T14:00"),
            Optional.of(LocalDateTime.parse("2026-03-06T15:00")),
            ZoneId.of("Europe/Belgrade"),
            "Briefing on the ferry",
            "Harbour Hall",
            "");

    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @TempDir
    Path folder;

    private Installation open(TestDatabases.Fresh fresh) {
        Installation house = Installation.found(folder, fresh.place(), clock, Installation.Public.ON_THE_SHELF);
        house.offices.put(Lomara.ministry(HOST));
        house.renewal.fronts();
        return house;
    }

    private static ReleaseId announced(Installation house, Lomara lomara) {
        ReleaseId id =
                lomara.draft(wording("The ferry sails again", "Come and ask.").announcing(List.of(BRIEFING)));
        lomara.publish(id, EN);
        house.pressRun.run();
        return id;
    }

    @OnBothDatabases
    void an_announced_event_stands_on_the_front_page_until_it_is_over(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh)) {
            assertThat(house.text(HOST + "/events.ics")).doesNotContain("VEVENT");
            ReleaseId id = announced(house, new Lomara(house));
            assertThat(house.text(HOST + "/en/")).contains(BRIEFING.what(), "/en/" + id + "/events/b7k2m9xq.ics");
            assertThat(house.text(HOST + "/events.ics")).contains(BRIEFING.what(), "STATUS:CONFIRMED");
            assertThat(new String(house.bytes(HOST + "/en/" + id + "/editions/1/edition.json"), StandardCharsets.UTF_8))
                    .as("what is announced is logged")
                    .contains("\"events\":[{\"accreditation\":\"\",\"end\":\"2026-03-06T15:00\"");
            clock.pass(Duration.ofDays(3));
            house.renewal.fronts();
            assertThat(house.text(HOST + "/en/")).doesNotContain(BRIEFING.what());
            assertThat(house.text(HOST + "/events.ics")).contains(BRIEFING.what());
            clock.pass(Duration.ofDays(40));
            house.renewal.fronts();
            assertThat(house.text(HOST + "/events.ics")).doesNotContain(BRIEFING.what());
        }
    }

    @OnBothDatabases
    void an_event_that_an_update_announces_no_more_is_cancelled(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh)) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = announced(house, lomara);
            clock.pass(Duration.ofHours(1));
            lomara.correct(id, EN, Correct.Reason.UPDATE, wording("The ferry sails again", "Nothing to ask."));
            house.pressRun.run();
            assertThat(house.text(HOST + "/en/")).doesNotContain(BRIEFING.what());
            assertThat(house.text(HOST + "/events.ics"))
                    .contains("STATUS:CANCELLED", "SEQUENCE:2", "DTSTAMP:20260304T103000Z");
            assertThat(house.text(HOST + "/en/" + id + "/events/b7k2m9xq.ics"))
                    .contains("STATUS:CANCELLED", "SEQUENCE:2", "DTSTAMP:20260304T103000Z");
        }
    }

    @OnBothDatabases
    void a_withdrawn_release_cancels_its_events(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh)) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = announced(house, lomara);
            clock.pass(Duration.ofHours(1));
            lomara.withdraw(id, EN, WithdrawnText.KEPT);
            house.pressRun.run();
            assertThat(house.text(HOST + "/en/")).doesNotContain(BRIEFING.what());
            assertThat(house.text(HOST + "/events.ics")).contains("STATUS:CANCELLED", "SEQUENCE:1");
        }
    }

    @OnBothDatabases
    void a_removed_text_takes_its_events_with_it(TestDatabases.Fresh fresh) {
        try (Installation house = open(fresh)) {
            Lomara lomara = new Lomara(house);
            ReleaseId id = announced(house, lomara);
            clock.pass(Duration.ofHours(1));
            lomara.withdraw(id, EN, WithdrawnText.REMOVED);
            house.pressRun.run();
            assertThat(house.text(HOST + "/events.ics")).doesNotContain("VEVENT");
        }
    }
}
