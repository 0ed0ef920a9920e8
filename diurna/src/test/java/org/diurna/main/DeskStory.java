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
import org.diurna.house.Settings;
import org.diurna.house.TestDatabases;
import org.diurna.staff.Members;
import org.diurna.staff.Staff;

/** People who come to a desk of their own in Chromium, each with a browser and an authenticator that it pretends to have. */
final class DeskStory implements AutoCloseable {
    private final Playwright playwright = Chromium.driver();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Chromium.PROGRAM)
                    .setArgs(List.of("--no-sandbox")));
    private final ColorScheme scheme;
    private final TestDesk desk;

    DeskStory(ColorScheme scheme) {
        this(scheme, Members.plain());
    }

    DeskStory(ColorScheme scheme, Settings.SignIn signIn) {
        this.scheme = scheme;
        this.desk = TestDesk.open(new TestDatabases.Fresh("SQLite").place(), signIn, Staff.Use.EARNEST);
    }

    TestDesk desk() {
        return desk;
    }

    /** The page of somebody who has a browser of the own, with passkeys or without. */
    Page somebody(boolean passkeys) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setBaseURL(desk.address()));
        Page page = context.newPage();
        if (passkeys) {
            authenticator(context, page);
        }
        return page;
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

    /** The console's link makes Ana the first administrator; her passkey signs her in. */
    Page first() {
        Page page = somebody(true);
        page.navigate(desk.staff().consoleLink().orElseThrow());
        faultless(page);
        page.getByLabel("Name").fill("Ana");
        page.getByLabel("Mail address").fill("ana@lomara.example");
        press(page, "Go on");
        faultless(page);
        press(page, "Add a passkey");
        page.waitForURL("**/account");
        return page;
    }

    static void faultless(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url())
                .map(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        desk.close();
    }
}
