package org.diurna.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTest {
    private static Event event(String start, String end) {
        return new Event(
                "e1",
                LocalDateTime.parse(start),
                end.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(end)),
                ZoneId.of("Europe/Belgrade"),
                "A briefing",
                "Port Amary",
                "");
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_refused_with_its_neighbours() {
        assertThatThrownBy(() -> event("2026-03-29T02:30", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-03-29T01:59")
                .hasMessageContaining("2026-03-29T03:00");
    }

    @Test
    void of_a_time_that_comes_twice_the_earlier_is_meant() {
        assertThat(event("2026-10-25T02:30", "").starts()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void an_event_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> event("2026-03-04T10:00", "2026-03-04T10:00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A briefing");
    }

    @Test
    void a_wording_is_read_with_the_events_that_it_was_written_with() {
        Wording wording = new Wording("Headline", List.of(), "", Optional.empty(), List.of())
                .announcing(List.of(
                        event("2026-03-05T10:00", "2026-03-05T11:00"),
                        new Event(
                                "e0",
                                LocalDateTime.parse("2026-03-04T10:00"),
                                Optional.empty(),
                                ZoneId.of("UTC"),
                                "First",
                                "",
                                "")));
        assertThat(WordingJson.read(WordingJson.write(wording))).isEqualTo(wording);
        assertThat(wording.events()).extracting(Event::id).containsExactly("e0", "e1");
        assertThat(WordingJson.write(wording.announcing(List.of()))).doesNotContain("events");
    }
}
