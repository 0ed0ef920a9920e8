package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.ReleaseId;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a release announces, from its form to a guest's copy. */
final class EventFormTest {
    private static final Pattern LINK = Pattern.compile("id=\"link\">http://[^/]+(/[^<]+)<");

    private static TestDesk desk;
    private static Visitor publisher;

    @BeforeAll
    static void open() {
        desk = TestDesk.open(new TestDatabases.Fresh("SQLite").place(), Members.plain(), Staff.Use.EARNEST);
        desk.office("own");
        publisher = desk.visitor()
                .signIn(
                        desk.staff(),
                        Members.join(desk.staff(), "pia", new Grant(Duty.PUBLISHER, Set.of(), Set.of(), Set.of())));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static String path(ReleaseId id) {
        return "/releases/" + id + "/en";
    }

    @Test
    void a_copy_tells_the_events_and_a_form_for_one_that_was_refused_says_why_in_the_words_of_the_desk() {
        ReleaseId id = desk.draft("own", "A ferry sails");
        String events = path(id) + "/events";
        Visitor writer = desk.visitor()
                .signIn(
                        desk.staff(),
                        Members.join(desk.staff(), "wim", new Grant(Duty.WRITER, Set.of(), Set.of(), Set.of())));
        writer.get(events);
        HttpResponse<String> answer = writer.post(
                events,
                "what",
                "Boarding",
                "start",
                "2026-03-29T02:30",
                "end",
                "2026-03-29T01:00",
                "zone",
                "Europe/Belgrade");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The clocks go forward over this time", "value=\"Boarding\"");
        assertThat(writer.post(
                                events,
                                "what",
                                "Boarding",
                                "start",
                                "2026-03-29T12:30",
                                "end",
                                "2026-03-29T12:30",
                                "zone",
                                "Europe/Belgrade")
                        .body())
                .contains("The event ends before it begins.");
        assertThat(writer.post(
                                events,
                                "what",
                                "Boarding",
                                "start",
                                "2026-03-29T12:30",
                                "zone",
                                "Europe/Belgrade",
                                "place",
                                "Pier Two")
                        .statusCode())
                .isEqualTo(303);
        publisher.get(path(id) + "/guests");
        HttpResponse<String> invited =
                publisher.post(path(id) + "/guests", "seen", "2", "name", "Dr. Vern", "days", "7");
        Matcher link = LINK.matcher(invited.body());
        assertThat(link.find()).as(invited.body()).isTrue();
        Visitor expert = desk.visitor();
        expert.get(link.group(1));
        expert.post(link.group(1));
        assertThat(expert.get(link.group(1)).body().replace('\u2005', ' ').replace("\u200b", ""))
                .contains("Boarding<br>", "March 29, 2026", "<br>Pier Two</p>");
    }
}
