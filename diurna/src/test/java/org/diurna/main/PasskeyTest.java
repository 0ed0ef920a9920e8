package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Stage;
import org.diurna.house.Language;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk in Chromium with an authenticator that the browser pretends to have. */
@Tag("browser")
final class PasskeyTest {
    private interface Story {
        void tell(TestDesk desk, BrowserContext browser, Page page);
    }

    private static void with(ColorScheme scheme, Story story) {
        try (Playwright playwright = Chromium.driver();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Chromium.PROGRAM)
                                .setArgs(List.of("--no-sandbox")));
                BrowserContext context = browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme));
                TestDesk desk =
                        TestDesk.open(new TestDatabases.Fresh("SQLite").place(), Members.plain(), Staff.Use.EARNEST)) {
            Page page = context.newPage();
            authenticator(context, page);
            story.tell(desk, context, page);
        }
    }

    private static void authenticator(BrowserContext context, Page page) {
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String able :
                List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(able, true);
        }
        JsonObject wrapped = new JsonObject();
        wrapped.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", wrapped);
    }

    private static void faultless(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url())
                .map(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void becomeFirst(TestDesk desk, Page page) {
        page.navigate(desk.address() + desk.staff().consoleLink().orElseThrow());
        faultless(page);
        page.getByLabel("Name").fill("Ana");
        page.getByLabel("Mail address").fill("ana@lomara.example");
        press(page, "Go on");
        faultless(page);
        press(page, "Add a passkey");
        page.waitForURL("**/account");
    }

    @Test
    void the_first_administrator_comes_by_passkey_and_publishes_with_it() {
        with(ColorScheme.LIGHT, (desk, _, page) -> {
            desk.office("cairo");
            ReleaseId id = desk.draft("cairo", "The lighthouse is open");
            becomeFirst(desk, page);
            faultless(page);
            press(page, "Sign out");
            page.waitForURL("**/sign-in");
            faultless(page);
            press(page, "Sign in with a passkey");
            page.waitForURL(desk.address() + "/");
            Members.letProofsAge(desk.staff());
            page.navigate(desk.address() + "/releases/" + id + "/en");
            press(page, "Publish in English now");
            assertThat(page.content()).contains("Prove that it is you");
            faultless(page);
            press(page, "Use a passkey");
            page.waitForURL("**/releases/" + id + "/en");
            assertThat(desk.house().releases().stage(id, Language.of("en"))).isNotInstanceOf(Stage.Drafted.class);
            assertThat(Members.acts(desk.staff())).startsWith("publish", "prove", "sign-in", "sign-out", "add-passkey");
        });
    }

    @Test
    void the_pages_have_no_fault_in_the_dark_and_from_right_to_left() {
        with(ColorScheme.DARK, (desk, _, page) -> {
            becomeFirst(desk, page);
            for (String language : List.of("en", "ar")) {
                page.navigate(desk.address() + "/account");
                page.locator("#language").selectOption(language);
                page.locator("form[action='/account/details'] button").click();
                String self =
                        "/staff/" + desk.staff().people().able().getFirst().id();
                for (String path :
                        List.of("/", "/account", "/staff", self, "/staff/recoveries", "/audit", "/no-such-page")) {
                    page.navigate(desk.address() + path);
                    assertThat(page.locator("html").getAttribute("dir"))
                            .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
                    faultless(page);
                }
            }
        });
    }
}
