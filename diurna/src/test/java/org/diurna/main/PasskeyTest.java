package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.main.DeskStory.faultless;
import static org.diurna.main.DeskStory.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Stage;
import org.diurna.house.Language;
import org.diurna.staff.Members;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk in Chromium with an authenticator that the browser pretends to have. */
@Tag("browser")
final class PasskeyTest {
    @Test
    void the_first_administrator_comes_by_passkey_and_publishes_with_it() {
        try (DeskStory story = new DeskStory(ColorScheme.LIGHT)) {
            TestDesk desk = story.desk();
            desk.office("cairo");
            ReleaseId id = desk.draft("cairo", "The lighthouse is open");
            Page page = story.first();
            faultless(page);
            press(page, "Sign out");
            page.waitForURL("**/sign-in");
            faultless(page);
            press(page, "Sign in with a passkey");
            page.waitForURL(desk.address() + "/");
            Members.letProofsAge(desk.staff());
            page.navigate("/releases/" + id + "/en");
            press(page, "Publish in English now");
            assertThat(page.content()).contains("Prove that it is you");
            faultless(page);
            press(page, "Use a passkey");
            page.waitForURL("**/releases/" + id + "/en");
            assertThat(desk.house().releases().stage(id, Language.of("en"))).isNotInstanceOf(Stage.Drafted.class);
            assertThat(Members.acts(desk.staff())).startsWith("publish", "prove", "sign-in", "sign-out", "add-passkey");
        }
    }

    @Test
    void the_pages_have_no_fault_in_the_dark_and_from_right_to_left() {
        try (DeskStory story = new DeskStory(ColorScheme.DARK)) {
            Page page = story.first();
            for (String language : List.of("en", "ar")) {
                page.navigate("/account");
                page.locator("#language").selectOption(language);
                page.locator("form[action='/account/details'] button").click();
                String self = "/staff/"
                        + story.desk().staff().people().able().getFirst().id();
                for (String path :
                        List.of("/", "/account", "/staff", self, "/staff/recoveries", "/audit", "/no-such-page")) {
                    page.navigate(path);
                    assertThat(page.locator("html").getAttribute("dir"))
                            .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
                    faultless(page);
                }
            }
        }
    }
}
