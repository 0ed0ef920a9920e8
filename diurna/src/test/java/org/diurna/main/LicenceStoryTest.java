package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A journalist asks to use a picture, without any script; a press officer grants it; the journalist fetches it. */
@Tag("browser")
final class LicenceStoryTest {
    /** Longer than the counter takes anybody to fill in a form. */
    private static final int FILLING_MS = 3_200;

    @RegisterExtension
    private static final SharedProgram program = new SharedProgram();

    /** From the archive to a release that shows a picture. */
    private static String release(Page page) {
        page.navigate("/en/archive/");
        List<String> months = hrefs(page.locator(".year a"));
        for (String month : months) {
            page.navigate(month);
            for (String entry : hrefs(page.locator(".entries h2 a"))) {
                page.navigate(entry);
                if (page.locator("section.pictures .terms").count() > 0) {
                    return page.url();
                }
            }
        }
        throw new AssertionError("No release of the demo shows a picture.");
    }

    private static List<String> hrefs(Locator links) {
        return links.all().stream().map(link -> link.getAttribute("href")).toList();
    }

    private static void fill(Page page, String name, String mail) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("E-mail address").fill(mail);
        page.getByLabel("Medium").fill("Newspaper");
        page.getByLabel("Purpose").fill("An article about the coast");
        page.getByLabel("I agree").check();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void a_journalist_asks_without_a_script_and_fetches_what_a_press_officer_grants() throws IOException {
        try (BrowserContext reader = program.stranger(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(1280, 900));
                BrowserContext officer = program.window()) {
            Page page = reader.newPage();
            release(page);
            assertThat(page.locator("section.pictures .terms").first().innerText())
                    .isNotBlank();
            page.locator(".foot .rights a").click();
            assertThat(page.url()).contains("/-/licence?release=");
            press(page, "Send the request");
            assertThat(page.locator(".faults").innerText()).contains("Name: Please fill in this field.");
            page.locator("#item-1").check();
            fill(page, "Mira Okello", "mira@post.example");
            page.waitForTimeout(FILLING_MS);
            press(page, "Send the request");
            assertThat(page.locator(".state").innerText()).isEqualTo("We have received your request.");
            assertThat(URI.create(page.url()).getPath()).matches("/-/licence/[A-Za-z0-9_-]{32}");
            assertThat(reader.cookies()).isEmpty();

            Page desk = officer.newPage();
            desk.navigate("/");
            desk.getByText("waiting").first().click();
            desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mira Okello"))
                    .first()
                    .click();
            desk.getByLabel("Terms").fill("For one article, with the credit.");
            shot(desk, "desk");
            press(desk, "Grant");
            assertThat(desk.locator(".top .state").innerText()).isEqualTo("Granted");

            page.reload();
            assertThat(page.locator(".state").innerText()).isEqualTo("The licence is granted.");
            shot(page, "granted");
            Download download = page.waitForDownload(
                    () -> page.getByText("Download picture 1").click());
            byte[] picture = Files.readAllBytes(download.path());
            assertThat(picture).startsWith(0xff, 0xd8);
            Download receipt =
                    page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("TXT"))
                            .click());
            String key = page.locator("pre")
                    .last()
                    .innerText()
                    .replaceFirst(".*--key ", "")
                    .strip();
            assertThat(verified(receipt.path(), key)).startsWith("GENUINE").contains("licensee: Mira Okello");
            desk.reload();
            assertThat(desk.locator(".request").innerText()).contains("fetched once");
        }
    }

    private static String verified(Path receipt, String key) {
        StringWriter said = new StringWriter();
        int code = Diurna.commandLine("verify")
                .setOut(new PrintWriter(said, true))
                .execute("verify", receipt.toString(), "--key", key);
        assertThat(code).isZero();
        return said.toString();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, 1280", "DARK, en, 320", "LIGHT, ar, 320", "DARK, ar, 1280"})
    void axe_finds_nothing_on_the_pages_of_the_counter(ColorScheme scheme, String language, int width) {
        try (BrowserContext reader = program.stranger(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 900)
                .setBypassCSP(true))) {
            Page page = reader.newPage();
            String form =
                    "/-/licence?release=" + URI.create(release(page)).getPath().split("/", -1)[2] + "&lang=" + language;
            List<String> faults = new ArrayList<>();
            page.navigate(form);
            faults.addAll(faults(page, scheme + "-" + language + "-form"));
            page.locator(".counter form button").click();
            faults.addAll(faults(page, scheme + "-" + language + "-faults"));
            page.navigate(form);
            page.locator("#item-0").check();
            page.locator("#name").fill("Ada " + scheme + language);
            page.locator("#mail").fill("ada@post.example");
            page.locator("#medium").fill("Web");
            page.locator("#purpose").fill("An article");
            page.locator("#consent").check();
            page.waitForTimeout(FILLING_MS);
            page.locator(".counter form button").click();
            assertThat(page.locator(".state").count()).isOne();
            faults.addAll(faults(page, scheme + "-" + language + "-receipt"));
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> faults(Page page, String name) {
        shot(page, name);
        List<String> faults = new ArrayList<>();
        if (Boolean.TRUE.equals(
                page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))) {
            faults.add(name + " is wider than the screen");
        }
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> faults.add(name + " " + rule.getId() + ": "
                        + rule.getNodes().getFirst().getHtml()));
        return faults;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "licence-" + name.toLowerCase(Locale.ROOT) + ".png")));
    }
}
