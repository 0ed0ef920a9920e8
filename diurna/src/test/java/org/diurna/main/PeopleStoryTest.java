package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.main.DeskStory.faultless;
import static org.diurna.main.DeskStory.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Settings;
import org.diurna.staff.Members;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How people come to the desk, lose their access and come back: each in a browser of the own. */
@Tag("browser")
final class PeopleStoryTest {
    /** Invites somebody as a writer and hands over the link. */
    private static String invite(Page administrator, String name, String duty) {
        administrator.navigate("/staff");
        administrator.getByLabel("Name").fill(name);
        administrator.getByLabel("Mail address").fill(name.toLowerCase(java.util.Locale.ROOT) + "@lomara.example");
        administrator.getByLabel(duty).check();
        press(administrator, "Invite somebody");
        faultless(administrator);
        return administrator.getByLabel("Link").inputValue();
    }

    /** Follows a link to the desk; sets up a password and codes; returns the secret of the authenticator. */
    private static String joinWithPassword(Page page, String link) {
        page.navigate(link);
        faultless(page);
        press(page, "Go on");
        assertThat(page.locator("h1")).hasText("Set up how you sign in");
        page.locator("#password").fill(Members.PASSWORD);
        press(page, "Save the password");
        press(page, "Set up codes");
        faultless(page);
        String secret = page.locator(".secret code, code").first().innerText();
        page.getByLabel("Code").fill(Members.code(secret, Instant.now()));
        press(page, "Confirm");
        faultless(page);
        page.getByText("I have them").click();
        page.waitForURL("**/account");
        return secret;
    }

    @Test
    void somebody_is_invited_and_signs_in_with_a_password_and_a_code_on_paper() {
        try (DeskStory story = new DeskStory(ColorScheme.LIGHT)) {
            Page ana = story.first();
            Page ben = story.somebody(false);
            joinWithPassword(ben, invite(ana, "Ben", "Writer"));
            press(ben, "Make new codes on paper");
            String paper = ben.locator(".secret code").first().innerText();
            ben.navigate("/");
            press(ben, "Sign out");
            ben.waitForURL("**/sign-in");
            ben.getByLabel("Mail address").fill("ben@lomara.example");
            ben.locator("#password").fill("not this one, sorry");
            press(ben, "Go on");
            assertThat(ben.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .containsText("do not belong together");
            faultless(ben);
            ben.locator("#password").fill(Members.PASSWORD);
            press(ben, "Go on");
            faultless(ben);
            ben.getByLabel("Code").fill(paper);
            press(ben, "Sign in");
            ben.waitForURL(story.desk().address() + "/");
            assertThat(ben.locator("nav")).not().containsText("Staff");
            assertThat(Members.acts(story.desk().staff())).startsWith("sign-in");
        }
    }

    @Test
    void two_people_let_somebody_in_again_who_has_lost_everything() {
        try (DeskStory story = new DeskStory(ColorScheme.DARK)) {
            Page ana = story.first();
            Page ben = story.somebody(false);
            joinWithPassword(ben, invite(ana, "Ben", "Writer"));
            Page eda = story.somebody(true);
            eda.navigate(invite(ana, "Eda", "Reviewer"));
            press(eda, "Go on");
            press(eda, "Add a passkey");
            eda.waitForURL("**/account");
            ana.navigate("/staff");
            ana.getByText("Ben", new Page.GetByTextOptions().setExact(true)).click();
            press(ana, "Ask to let in again");
            ana.navigate("/staff/recoveries");
            assertThat(ana.locator("main")).containsText("Waits for another person");
            faultless(ana);
            eda.navigate("/staff/recoveries");
            faultless(eda);
            press(eda, "Agree and show the link");
            String link = eda.getByLabel("Link").inputValue();
            Page again = story.somebody(true);
            again.navigate(link);
            assertThat(again.locator("main")).containsText("void from now on");
            faultless(again);
            press(again, "Go on");
            press(again, "Add a passkey");
            again.waitForURL("**/account");
            assertThat(again.locator("main")).containsText("ben@lomara.example");
            ben.navigate("/releases");
            assertThat(ben).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
            again.navigate(link);
            assertThat(again.locator("h1")).hasText("This link is dead");
        }
    }

    @Test
    void a_member_of_the_organisation_signs_in_with_its_own_provider() {
        try (TestProvider provider = TestProvider.open();
                DeskStory story = new DeskStory(
                        ColorScheme.LIGHT,
                        new Settings.SignIn(
                                Optional.empty(),
                                "short",
                                Optional.of(new Settings.Provider(
                                        provider.issuer(),
                                        "Ministry account",
                                        TestProvider.CLIENT,
                                        TestProvider.SECRET,
                                        "groups",
                                        Map.of("press", "publisher offices=cairo")))))) {
            provider.expect(story.desk().address() + "/sign-in/provided/organisation");
            Page page = story.somebody(false);
            page.navigate("/releases");
            faultless(page);
            page.getByText("Ministry account").click();
            page.locator("input[name=username]").fill(TestProvider.USER);
            page.locator("input[name=password]").fill(TestProvider.PASSWORD);
            page.locator("button, input[type=submit]").first().click();
            page.waitForURL(story.desk().address() + "/**");
            assertThat(page.locator("form[action='/sign-out']")).isVisible();
            assertThat(Members.acts(story.desk().staff())).contains("sign-in", "give-duty");
        }
    }
}
