package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was done to a release, on one page, and the line of its press run. */
final class StoryTest {
    private static final Language EN = Language.of("en");

    private static TestDesk desk;
    private static Visitor publisher;

    @BeforeAll
    static void open() throws Exception {
        desk = TestDesk.open(new TestDatabases.Fresh("SQLite").place(), Members.plain(), Staff.Use.EARNEST);
        desk.office("own");
        desk.office("foreign");
        publisher = desk.visitor()
                .signIn(desk.staff(), Members.join(desk.staff(), "ana", own(Duty.WRITER), own(Duty.PUBLISHER)));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static Grant own(Duty duty) {
        return new Grant(duty, Set.of("own"), Set.of(), Set.of());
    }

    private static String published() {
        ReleaseId id = desk.draft("own", "The ferry sails");
        var now = desk.house().clock().instant();
        var wording = desk.house().releases().draft(id, EN).orElseThrow().wording();
        var today = java.time.LocalDate.ofInstant(now, java.time.ZoneId.of("Europe/Belgrade"));
        var dated = new org.diurna.edition.Wording(
                wording.headline(), wording.decks(), wording.place(), java.util.Optional.of(today), wording.body());
        desk.house().releases().save(id, EN, 1, dated, "test", now);
        String path = "/releases/" + id;
        publisher.get(path + "/en");
        publisher.post(path + "/en/review", "seen", "2", "words", "Please look.");
        publisher.post(path + "/en/comments", "block", "p1", "words", "=1+1 noon or one?");
        // an open comment stands against the publication
        String comment = desk.house()
                .releases()
                .writing()
                .comments()
                .of(id, EN)
                .getFirst()
                .id();
        publisher.post(path + "/en/comments/" + comment + "/resolution");
        HttpResponse<String> answer = publisher.post(path + "/en/publication", "seen", "2");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return path;
    }

    @Test
    void a_story_tells_every_decision_with_its_digest_and_who_took_it() {
        String path = published();
        String digest = desk.house()
                .releases()
                .editions(new ReleaseId(path.substring("/releases/".length())), EN)
                .getFirst()
                .digest();
        assertThat(publisher.get(path + "/story").body())
                .contains("Begun", "Submitted for review", "noon or one?", "Published · edition 1", "ana", digest);
        JsonNode story = JsonMapper.builder()
                .build()
                .readTree(publisher.get(path + "/story.json").body())
                .path("story");
        assertThat(story.valueStream().map(line -> line.path("act").asString()))
                .containsExactly("begin", "submit", "comment", "resolve-comment", "release");
        assertThat(story.get(4).path("digest").asString()).isEqualTo(digest);
    }

    @Test
    void a_story_is_taken_along_as_csv_that_no_table_program_calculates() {
        HttpResponse<String> csv = publisher.get(published() + "/story.csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("story-", ".csv");
        assertThat(csv.body().lines().findFirst())
                .hasValueSatisfying(head -> assertThat(head).startsWith("at,language,act"));
        assertThat(csv.body()).contains("'=1+1 noon or one?").doesNotContain(",=1+1");
    }

    @Test
    void a_story_that_has_only_begun_says_so() {
        ReleaseId id = desk.draft("own", "A beginning");
        assertThat(publisher.get("/releases/" + id + "/story").body())
                .contains("Nothing was done yet but beginning it.");
    }

    @Test
    void a_story_of_another_office_is_not_there() {
        ReleaseId id = desk.draft("foreign", "A story of foreign");
        for (String form : Set.of("", ".csv", ".json")) {
            assertThat(publisher.get("/releases/" + id + "/story" + form).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void after_the_click_the_page_says_how_far_the_press_run_has_come() {
        String path = published();
        assertThat(publisher.get(path + "/en").body()).contains("id=\"press-line\" role=\"status\"");
        JsonNode press = JsonMapper.builder()
                .build()
                .readTree(publisher.get(path + "/en/press").body());
        assertThat(press.path("text").asString()).containsPattern("prove");
        assertThat(Set.of("ON_ITS_WAY", "ON_THE_STAND", "DONE"))
                .contains(press.path("state").asString());
        assertThat(publisher
                        .get("/releases/" + desk.draft("own", "Not yet") + "/en/press")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void before_the_click_the_page_says_what_cannot_be_taken_back() {
        ReleaseId id = desk.draft("own", "A draft");
        assertThat(publisher.get("/releases/" + id + "/en").body())
                .contains("It cannot be made undone: the edition stays in the ledger for ever");
    }
}
