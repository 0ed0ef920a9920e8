package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a picture editor does in the library, in a real browser on the real program. */
@Tag("browser")
final class PictureLibraryTest {
    private static final String FORM = "main form[action^='/pictures/'] ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.start(folder);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static FilePayload drawn(String name, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(1_600, 1_000, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, colour, 1_600, 1_000, Color.WHITE));
        brush.fillRect(0, 0, 1_600, 1_000);
        brush.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new FilePayload(name, "image/png", png.toByteArray());
    }

    @Test
    void a_picture_is_taken_in_described_found_and_shown_by_a_release() throws IOException {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            page.navigate("/pictures");
            page.setInputFiles("#file", drawn("mole.png", Color.ORANGE));
            page.selectOption("#office", "ministry");
            page.click(".take button");
            assertThat(page.locator("h1")).hasText("mole.png");
            assertThat(page.locator("#missing")).isVisible();
            page.fill("[id='caption.en']", "The mole at dawn");
            page.fill("[id='alt.en']", "A mole with a lighthouse before an orange sky");
            Map.of(
                            "headline", "Zephyrine mole",
                            "creators", "Drawing Office",
                            "credit", "Drawing Office",
                            "holder", "Ministry of Lomara",
                            "copyright", "© 2026 Ministry of Lomara",
                            "usage", "Free for reporting.",
                            "licence", "press-use",
                            "terms", "https://mfa.example/en/rights",
                            "created", "2026-11-01",
                            "focus-x", "20")
                    .forEach((field, text) -> page.fill("#of-" + field, text));
            page.click(FORM + "button");
            assertThat(page.locator("h1")).hasText("Zephyrine mole");
            assertThat(page.locator(".good")).isVisible();
            String address = page.url();
            page.navigate("/pictures?q=zephyrine");
            assertThat(page.locator(".contact li")).hasCount(1);
            page.locator(".contact a").click();
            assertThat(page).hasURL(address);

            page.navigate("/new");
            page.selectOption("#office", "ministry/en");
            page.click("main form button");
            page.waitForSelector(".body");
            String draft = page.url();
            page.locator("#banner button").first().click();
            page.locator("dialog input[type=search]").fill("zephyrine");
            page.locator("dialog [role=option]").first().waitFor();
            page.keyboard().press("Tab");
            page.locator("dialog [role=option]").first().press("Enter");
            assertThat(page.locator("#banner img")).isVisible();
            assertThat(page.locator("#saved")).hasText(java.util.regex.Pattern.compile("^Saved .*"));
            page.navigate(address);
            assertThat(page.locator("#uses")).isVisible();
            assertThat(page.locator(
                            "main a[href='" + draft.substring(program.desk().length()) + "']"))
                    .isVisible();
        }
    }

    @Test
    void what_is_no_picture_is_turned_away_and_what_was_typed_wrong_stays() throws IOException {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            page.navigate("/pictures");
            page.setInputFiles(
                    "#file",
                    new FilePayload("mole.png", "image/png", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8)));
            page.click(".take button");
            assertThat(page.locator("[role=alert]")).containsText("mole.png");
            page.setInputFiles("#file", drawn("sea.png", Color.BLUE));
            page.click(".take button");
            page.fill("#of-headline", "The sea");
            page.evaluate("document.querySelector('#of-terms').type = 'text'");
            page.fill("#of-terms", "javascript:alert(1)");
            page.click(FORM + "button");
            assertThat(page.locator("[role=alert] a[href='#of-terms']")).isVisible();
            assertThat(page.locator("#of-headline")).hasValue("The sea");
            assertThat(page.locator("#of-terms")).hasValue("javascript:alert(1)");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, 1440", "DARK, ar, 834", "LIGHT, fr, 390"})
    void axe_finds_nothing_on_these_pages(ColorScheme scheme, String language, int width) {
        try (BrowserContext window = program.window(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 1000)
                .setBypassCSP(true))) {
            Page page = window.newPage();
            page.navigate("/");
            page.click(".tongues button[value=" + language + "]");
            page.navigate("/pictures");
            look(page, "pictures-" + scheme + "-" + language + "-" + width);
            page.locator(".contact a").first().click();
            page.waitForSelector(".picture");
            look(page, "picture-" + scheme + "-" + language + "-" + width);
        }
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", name.toLowerCase(java.util.Locale.ROOT) + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .allSatisfy(violation -> org.assertj.core.api.Assertions.fail(violation.getId() + ": "
                        + violation.getNodes().getFirst().getHtml()));
    }
}
