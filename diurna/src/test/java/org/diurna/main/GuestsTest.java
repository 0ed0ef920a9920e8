package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.Comment;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Schedules;
import org.diurna.edition.WallTime;
import org.diurna.guest.Guest;
import org.diurna.guest.Guests;
import org.diurna.house.Language;
import org.diurna.house.Outbox;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guests come by their links to their copy, and to nothing else. */
final class GuestsTest {
    private static final Language EN = Language.of("en");
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

    private static ReleaseId signedOff(String headline) {
        ReleaseId id = desk.draft("own", headline);
        Instant due = Instant.now().plusSeconds(86_400).truncatedTo(ChronoUnit.MINUTES);
        assertThat(desk.house()
                        .releases()
                        .schedules()
                        .sign(
                                WallTime.of(due, ZoneId.of("UTC")),
                                due,
                                List.of(new Schedules.Part(id, EN, 1, List.of())),
                                "test",
                                Instant.EPOCH))
                .isPresent();
        return id;
    }

    private static String path(ReleaseId id) {
        return "/releases/" + id + "/en";
    }

    /** Invites somebody at the desk; the path of the link. */
    private static String invite(ReleaseId id, String... fields) {
        publisher.get(path(id) + "/guests");
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("seen", "1"), java.util.stream.Stream.of(fields))
                .toArray(String[]::new);
        HttpResponse<String> answer = publisher.post(path(id) + "/guests", all);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher link = LINK.matcher(answer.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String journalist(ReleaseId id, String name) {
        return invite(
                id,
                "guest",
                "journalist",
                "name",
                name,
                "medium",
                "The Halden Post",
                "mail",
                name.toLowerCase(java.util.Locale.ROOT) + "@post.example",
                "tongue",
                "en");
    }

    /** Somebody who was let in without the desk, until then. */
    private static Guests.Invited invited(Guest.Kind kind, ReleaseId id, String name, Optional<Instant> until) {
        return desk.house()
                .guests()
                .invite(
                        new Guests.Invitation(kind, id, EN, 1, "0".repeat(64), name, "", "", EN, false, until),
                        "test",
                        Instant.EPOCH);
    }

    private static Guest guest(ReleaseId id) {
        return desk.house().guests().of(id, EN).getFirst();
    }

    private static List<String> letters(Guest guest) {
        return desk.house().outbox().unsent(1000).stream()
                .map(Outbox.Slip::key)
                .filter(key -> key.startsWith("guest:" + guest.id() + ":"))
                .map(key -> key.substring(key.lastIndexOf(':') + 1).replaceAll("\\.\\d+", ""))
                .sorted()
                .toList();
    }

    private static List<String> acts(ReleaseId id) {
        return desk
                .staff()
                .trail()
                .search(
                        new org.diurna.staff.Trail.Search(
                                "", "", id.value(), Optional.empty(), Optional.empty(), Set.of(), Long.MAX_VALUE),
                        100)
                .stream()
                .map(org.diurna.staff.Trail.Line::act)
                .toList();
    }

    @Test
    void an_expert_opens_the_door_reads_one_revision_and_comments_on_it() {
        ReleaseId id = desk.draft("own", "The quillfeather treaty");
        String link = invite(id, "name", "Dr. Vern", "mail", "vern@uni.example", "comments", "true", "days", "7");
        Visitor expert = desk.visitor();

        HttpResponse<String> door = expert.get(link);
        assertThat(door.statusCode()).isEqualTo(200);
        assertThat(door.body()).contains("Dr. Vern").doesNotContain("quillfeather");
        assertThat(guest(id).openings())
                .as("a program that follows links is no reader")
                .isZero();
        assertThat(expert.post(link).statusCode()).isEqualTo(303);
        HttpResponse<String> copy = expert.get(link);
        assertThat(copy.body()).contains("quillfeather", "Copy for Dr. Vern");
        assertThat(copy.headers().map())
                .containsEntry("Cache-Control", List.of("no-store"))
                .containsEntry("Referrer-Policy", List.of("no-referrer"))
                .containsEntry("X-Robots-Tag", List.of("noindex, nofollow, noarchive"));
        assertThat(copy.body()).doesNotContain("<script");
        assertThat(guest(id).openings()).isEqualTo(1);

        // a later save is not the expert's to see
        desk.house()
                .releases()
                .save(
                        id,
                        EN,
                        1,
                        desk.house()
                                .releases()
                                .draft(id, EN)
                                .orElseThrow()
                                .wording()
                                .under(Optional.empty()),
                        "test",
                        Instant.now());
        String said = "Too long. ".repeat(Comment.WORDS_MAX / 10 + 1);
        HttpResponse<String> refused = expert.post(link + "/comments", "block", "p1", "words", said);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).as("what was typed stays").contains(said, "<option value=\"p1\" selected");
        assertThat(guest(id).openings())
                .as("a comment that came back is no opening")
                .isEqualTo(1);
        expert.post(link + "/comments", "block", "p1", "words", "Article 7 says otherwise.");
        assertThat(expert.get(link).body()).contains("Article 7 says otherwise.");
        assertThat(desk.house().releases().writing().comments().of(id, EN))
                .singleElement()
                .satisfies(comment -> {
                    assertThat(comment.author()).isEqualTo(guest(id).doer());
                    assertThat(comment.block()).isEqualTo("p1");
                });
        assertThat(publisher.get(path(id) + "/comments").body()).contains("Dr. Vern (outside expert)");
        assertThat(acts(id)).contains("invite-expert", "accept-terms", "open-expert-copy", "comment");
        assertThat(letters(guest(id))).containsExactly("invitation");
        assertThat(publisher.get(path(id) + "/guests").body()).contains("Opened 2 times.");
    }

    @Test
    void an_invitation_that_was_refused_comes_back_as_it_was_typed() {
        ReleaseId id = desk.draft("own", "Typed once");
        publisher.get(path(id) + "/guests");
        HttpResponse<String> answer = publisher.post(
                path(id) + "/guests", "seen", "1", "guest", "expert", "name", "Dr. Vern", "mail", "vern", "days", "9");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<details open", "value=\"Dr. Vern\"", "value=\"vern\"", "value=\"9\"");
    }

    @Test
    void two_experts_of_one_name_see_each_their_own_comments() {
        ReleaseId id = desk.draft("own", "Twice Vern");
        String one = invite(id, "name", "Dr. Vern", "comments", "true", "days", "7");
        String other = invite(id, "name", "Dr. Vern", "comments", "true", "days", "7");
        Visitor first = desk.visitor();
        first.get(one);
        first.post(one);
        first.get(one);
        first.post(one + "/comments", "block", "", "words", "For the desk alone.");
        assertThat(first.get(one).body()).contains("For the desk alone.");
        Visitor second = desk.visitor();
        second.get(other);
        second.post(other);
        assertThat(second.get(other).body()).contains("Twice").doesNotContain("For the desk alone.");
    }

    @Test
    void an_invitation_opens_no_words_but_those_that_were_signed_off_with_it() {
        ReleaseId id = signedOff("Signed off once");
        Guests.Invited invited = desk.house()
                .guests()
                .invite(
                        new Guests.Invitation(
                                Guest.Kind.JOURNALIST,
                                id,
                                EN,
                                1,
                                "0".repeat(64),
                                "Mira",
                                "The Halden Post",
                                "",
                                EN,
                                false,
                                Optional.empty()),
                        "test",
                        Instant.EPOCH);
        Visitor mira = desk.visitor();
        assertThat(mira.get("/embargo/" + invited.secret()).statusCode())
                .as("other words wait than those of the invitation")
                .isEqualTo(410);
    }

    @Test
    void a_link_opens_no_other_door() throws java.io.IOException {
        ReleaseId id = desk.draft("own", "Nothing else");
        ReleaseId other = signedOff("Another story");
        String link = invite(id, "name", "Dr. Vern", "days", "7");
        String press = journalist(other, "Mira");
        Visitor expert = desk.visitor();
        expert.get(link);
        expert.post(link);
        for (String route : RouteTable.gets()) {
            if (route.startsWith("/expert") || route.startsWith("/embargo")) {
                continue;
            }
            String address = route.replace("{id}", id.value())
                    .replace("{language}", "en")
                    .replaceAll("\\{[a-z0-9]+}", "1");
            assertThat(expert.get(address).body()).as(address).doesNotContain("Nothing else", "Another story");
        }
        String secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(expert.get("/embargo/" + secret).statusCode()).isEqualTo(404);
        assertThat(expert.get(link.substring(0, link.length() - 1)).statusCode())
                .isEqualTo(404);
        assertThat(expert.post(link + "/comments", "block", "", "words", "May I?")
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.house().releases().writing().comments().of(id, EN))
                .as("who invited did not allow it")
                .isEmpty();
        // the word of one link does not open the door that another has opened
        assertThat(expert.get(press).body()).doesNotContain("Another story");
    }

    @Test
    void a_revoked_and_an_expired_link_lead_nowhere() {
        ReleaseId id = desk.draft("own", "Gone again");
        String link = invite(id, "name", "Dr. Vern", "days", "7");
        Visitor expert = desk.visitor();
        expert.get(link);
        expert.post(link);
        assertThat(expert.get(link).body()).contains("Gone");
        publisher.get(path(id) + "/guests");
        publisher.post(path(id) + "/guests/" + guest(id).id() + "/revocation");
        assertThat(expert.get(link).statusCode()).isEqualTo(410);
        assertThat(expert.get(link).body()).doesNotContain("Gone again");
        assertThat(acts(id)).contains("revoke-expert");

        Guests.Invited expired =
                invited(Guest.Kind.EXPERT, id, "Late", Optional.of(Instant.now().minusSeconds(1)));
        assertThat(expert.get("/expert/" + expired.secret()).statusCode()).isEqualTo(410);
    }

    @Test
    void who_guesses_links_is_not_listened_to_any_more() {
        ReleaseId id = desk.draft("own", "Guessed");
        String link = invite(id, "name", "Dr. Vern", "days", "7");
        Visitor guesser = desk.visitor().forwarded("2001:db8:7:7::1");
        for (int i = 0; i < 30; i++) {
            assertThat(guesser.get("/expert/guess" + i).statusCode()).isEqualTo(404);
        }
        assertThat(guesser.get(link).statusCode()).isEqualTo(429);
        assertThat(desk.visitor().forwarded("2001:db8:7:7::2").get(link).statusCode())
                .as("of the same network")
                .isEqualTo(429);
        assertThat(desk.visitor().forwarded("2001:db8:8:7::1").get(link).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_moved_and_a_cancelled_embargo_is_told_each_once() {
        ReleaseId id = signedOff("Under embargo");
        String link = journalist(id, "Mira");
        Visitor mira = desk.visitor();
        assertThat(mira.get(link).body()).contains("under embargo", "UTC").doesNotContain("Under embargo</h1>");
        mira.post(link);
        assertThat(mira.get(link).body().replace('\u2005', ' ').replace("\u200b", ""))
                .contains("<h1>Under embargo</h1>", "Copy for Mira");
        assertThat(guest(id).accepted()).isPresent();

        Instant due = Instant.now().plusSeconds(2 * 86_400).truncatedTo(ChronoUnit.MINUTES);
        Schedules schedules = desk.house().releases().schedules();
        String schedule = schedules.of(id, EN).orElseThrow().id();
        schedules.move(schedule, WallTime.of(due, ZoneId.of("UTC")), due);
        assertThat(letters(guest(id))).containsExactly("invitation", "moved");
        schedules.move(schedule, WallTime.of(due, ZoneId.of("UTC")), due);
        assertThat(letters(guest(id))).as("the same moment is no news").containsExactly("invitation", "moved");
        assertThat(mira.get(link).statusCode()).isEqualTo(200);

        schedules.cancel(schedule, "test", Instant.now());
        assertThat(letters(guest(id))).containsExactly("cancelled", "invitation", "moved");
        assertThat(mira.get(link).statusCode()).isEqualTo(410);
        assertThat(mira.get(link).body()).doesNotContain("Under embargo</h1>");
    }

    @Test
    void a_cancelled_release_ends_the_guests_of_every_list_however_long() {
        ReleaseId id = signedOff("Many guests");
        desk.house().database().write(() -> {
            for (int i = 0; i <= Guests.GUESTS_MAX; i++) {
                invited(Guest.Kind.JOURNALIST, id, "Mira " + i, Optional.empty());
            }
        });
        publisher.get(path(id) + "/guests");
        assertThat(publisher
                        .post(path(id) + "/guests", "seen", "1", "name", "Dr. Vern", "days", "7")
                        .body())
                .contains("At most 500 people");
        Schedules schedules = desk.house().releases().schedules();
        schedules.cancel(schedules.of(id, EN).orElseThrow().id(), "test", Instant.now());
        assertThat(desk.house().guests().open(id, EN)).isEmpty();
    }

    @Test
    void a_copy_that_was_passed_on_is_told_at_the_desk() {
        ReleaseId id = desk.draft(
                "own",
                "The second pier of the harbour of Halden opens on Tuesday after three years of"
                        + " work and of delay and the ferry to the islands sails at noon again");
        String vern = invite(id, "name", "Dr. Vern", "days", "7");
        invite(id, "name", "Dr. Ober", "days", "7");
        Visitor expert = desk.visitor();
        expert.get(vern);
        expert.post(vern);
        String copy = expert.get(vern).body();
        String text = copy.substring(copy.indexOf("<h1>") + 4, copy.indexOf("</h1>"));
        publisher.get(path(id) + "/guests");
        assertThat(publisher.post(path(id) + "/guests/copy", "copy", text).body())
                .contains("The copy of Dr. Vern:")
                .doesNotContain("copy of Dr. Ober");
        assertThat(publisher
                        .post(
                                path(id) + "/guests/copy",
                                "copy",
                                text.replace('\u2005', ' ').replace("\u200b", ""))
                        .body())
                .contains("nothing marks them");
        assertThat(acts(id)).contains("read-mark");
    }
}
