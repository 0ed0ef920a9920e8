package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Stage;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Duty;
import org.diurna.staff.Grant;
import org.diurna.staff.Members;
import org.diurna.staff.Person;
import org.diurna.staff.Staff;
import org.diurna.staff.Trail;

/** Signing in at the real desk, over HTTP, on both databases. */
final class SignInTest {
    private static final Language EN = Language.of("en");

    private static TestDesk desk(TestDatabases.Fresh fresh) {
        return TestDesk.open(fresh.place(), Members.plain(), Staff.Use.EARNEST);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String cut(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @OnBothDatabases
    void the_trail_has_the_address_that_the_proxy_names_and_nothing_that_a_stranger_claims(TestDatabases.Fresh fresh) {
        try (TestDesk desk = desk(fresh)) {
            Person ana = Members.join(desk.staff(), "ana", Grant.everywhere(Duty.WRITER));
            desk.visitor().forwarded("192.0.2.66, 203.0.113.9").signIn(desk.staff(), ana);
            assertThat(desk.staff()
                            .trail()
                            .search(Trail.Search.ALL, 1)
                            .getFirst()
                            .address())
                    .isEqualTo("203.0.113.0");
        }
    }

    @OnBothDatabases
    void the_first_administrator_sets_up_a_password_and_invites(TestDatabases.Fresh fresh) {
        try (TestDesk desk = desk(fresh)) {
            String link = desk.staff().consoleLink().orElseThrow();
            Visitor ana = desk.visitor();
            assertThat(location(ana.get("/releases"))).endsWith("/sign-in?then=/releases");
            assertThat(ana.get(link).body()).contains("first administrator");
            assertThat(location(ana.post(link, "name", "Ana", "mail", "ana@lomara.example", "language", "en")))
                    .endsWith("/account/set-up");
            assertThat(location(ana.get("/releases")))
                    .as("not before the set-up")
                    .endsWith("/account/set-up");
            assertThat(ana.get("/account/set-up").body()).contains("Set up how you sign in");
            assertThat(ana.post("/account/password", "password", "password12345")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(ana.post("/account/password", "password", Members.PASSWORD)
                            .statusCode())
                    .isEqualTo(303);
            String secret = cut(ana.post("/account/codes/secret").body(), "<code>([A-Z2-7 ]+)</code>");
            assertThat(ana.post("/account/codes", "code", "123").body()).contains("wrong");
            HttpResponse<String> paper = ana.post("/account/codes", "code", Members.code(secret, Instant.now()));
            assertThat(paper.body()).contains("Codes on paper");
            assertThat(ana.get("/releases").statusCode()).isEqualTo(200);
            assertThat(ana.get(link).statusCode()).as("the link is dead").isEqualTo(410);

            ana.get("/staff");
            String invitation = cut(
                    ana.post("/staff/invitations", "mail", "samir@lomara.example", "name", "Samir", "duty", "writer")
                            .body(),
                    "(/welcome/[A-Za-z0-9_-]+)");
            Visitor samir = desk.visitor();
            samir.get(invitation);
            samir.post(invitation, "name", "Samir", "language", "ar");
            assertThat(samir.get("/account/set-up").body())
                    .contains("dir=\"rtl\"")
                    .contains("مفاتيح المرور");
            assertThat(Members.acts(desk.staff()))
                    .containsSubsequence("welcome", "invite", "set-codes", "set-password", "sign-in", "welcome");
        }
    }

    @OnBothDatabases
    void a_session_outlives_a_restart_and_dies_with_sign_out_everywhere(TestDatabases.Fresh fresh) {
        try (TestDesk desk = desk(fresh)) {
            Person ana = Members.join(desk.staff(), "ana", Grant.everywhere(Duty.WRITER));
            Visitor visitor = desk.visitor().signIn(desk.staff(), ana);
            desk.restart();
            Visitor after = visitor.at(desk.address());
            assertThat(after.get("/releases").statusCode()).isEqualTo(200);
            Visitor thief = after.at(desk.address());
            assertThat(thief.get("/releases").statusCode()).isEqualTo(200);
            assertThat(location(after.post("/account/sessions/end"))).endsWith("/sign-in");
            assertThat(location(thief.get("/releases"))).contains("/sign-in");
        }
    }

    @OnBothDatabases
    void somebody_ends_one_session_of_the_own_and_an_administrator_ends_all(TestDatabases.Fresh fresh) {
        try (TestDesk desk = desk(fresh)) {
            Person ana = Members.join(desk.staff(), "ana", Grant.everywhere(Duty.ADMINISTRATOR));
            Person samir = Members.join(desk.staff(), "samir", Grant.everywhere(Duty.WRITER));
            Visitor one = desk.visitor().signIn(desk.staff(), samir);
            Visitor two = desk.visitor().signIn(desk.staff(), samir);
            String path = cut(one.get("/account").body(), "(/account/sessions/[0-9a-f]{12}/end)");
            one.post(path);
            assertThat(location(two.get("/releases"))).contains("/sign-in");
            assertThat(one.get("/releases").statusCode()).isEqualTo(200);
            Visitor admin = desk.visitor().signIn(desk.staff(), ana);
            assertThat(admin.post("/staff/" + samir.id() + "/sessions/end").statusCode())
                    .isEqualTo(303);
            assertThat(location(one.get("/releases"))).contains("/sign-in");
        }
    }

    @OnBothDatabases
    void publishing_after_ten_minutes_asks_for_a_code_and_keeps_what_was_typed(TestDatabases.Fresh fresh) {
        try (TestDesk desk = desk(fresh)) {
            desk.office("cairo");
            ReleaseId id = desk.draft("cairo", "The lighthouse is open");
            Person ana = Members.join(desk.staff(), "ana", Grant.everywhere(Duty.PUBLISHER));
            Visitor visitor = desk.visitor().signIn(desk.staff(), ana);
            Members.letProofsAge(desk.staff());
            String path = "/releases/" + id + "/en/publication";
            visitor.get("/releases/" + id + "/en");
            HttpResponse<String> asked = visitor.post(path, "seen", "1");
            assertThat(asked.statusCode()).isEqualTo(403);
            assertThat(asked.body()).contains("Prove that it is you").contains("name=\"seen\" value=\"1\"");
            assertThat(visitor.post(path, "seen", "1", "proof-code", "000000").body())
                    .contains("This code is wrong");
            assertThat(desk.house().releases().stage(id, EN)).isInstanceOf(Stage.Drafted.class);
            String code = Members.code(desk.staff(), ana.id());
            assertThat(visitor.post(path, "seen", "1", "proof-code", code).statusCode())
                    .isEqualTo(303);
            assertThat(desk.house().releases().stage(id, EN)).isInstanceOf(Stage.InPress.class);
            assertThat(Members.acts(desk.staff())).startsWith("publish", "prove");
        }
    }

    @OnBothDatabases
    void a_forged_form_and_a_stranger_are_refused(TestDatabases.Fresh fresh) {
        try (TestDesk desk = desk(fresh)) {
            Person ana = Members.join(desk.staff(), "ana", Grant.everywhere(Duty.ADMINISTRATOR));
            Visitor forged = desk.visitor().signIn(desk.staff(), ana).at(desk.address());
            assertThat(forged.post("/account/sessions/end").statusCode()).isEqualTo(403);
            assertThat(forged.get("/account").statusCode()).isEqualTo(200);
            Visitor stranger = desk.visitor();
            stranger.get("/sign-in");
            assertThat(stranger.post("/sign-in", "mail", ana.mail(), "password", "wrong")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(stranger.post("/sign-in/code", "code", Members.code(desk.staff(), ana.id()))
                            .body())
                    .contains("Begin again with your password");
            assertThat(Optional.of(stranger.get("/sign-in/demo/anything").statusCode()))
                    .contains(404);
        }
    }

    @OnBothDatabases
    void a_demo_is_entered_by_its_link_alone(TestDatabases.Fresh fresh) {
        try (TestDesk desk = TestDesk.open(fresh.place(), Members.plain(), Staff.Use.DEMO)) {
            String link = desk.staff().consoleLink().orElseThrow();
            assertThat(desk.visitor().follow(link).body()).contains("action=\"/sign-out\"");
            assertThat(desk.visitor().follow(link).statusCode()).isEqualTo(200);
        }
    }
}
