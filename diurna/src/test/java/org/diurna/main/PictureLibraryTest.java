package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a picture editor does in the library, in a real browser on the real program. */
@Tag("browser")
final class PictureLibraryTest {
    private static final String FORM = "main form[action^='/pictures/'] ";

    @RegisterExtension
    private static final SharedProgram program = new SharedProgram();

    private static FilePayload drawn(String name, Color colour) throws IOException {
        return drawn(name, colour, Color.WHITE);
    }

    private static FilePayload drawn(String name, Color colour, Color other) throws IOException {
        BufferedImage image = new BufferedImage(1_600, 1_000, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, colour, 1_600, 1_000, other));
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
            page.locator(".arrivals p a").click();
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
                            "event", "Dawn day")
                    .forEach((field, text) -> page.fill("#of-" + field, text));
            page.click(FORM + "button");
            assertThat(page.locator("h1")).hasText("Zephyrine mole");
            assertThat(page.locator(".good")).isVisible();
            // a replaced picture is shown itself after it was described, and so is any other
            String address = page.url().replace("?old=true", "");
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
            assertThat(page.locator("#saved")).hasText(Pattern.compile("^Saved .*"));
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
            assertThat(page.locator(".arrivals .turned")).containsText("SVG");
            page.setInputFiles("#file", drawn("sea.png", Color.BLUE));
            page.click(".take button");
            page.locator(".arrivals p a").first().click();
            page.fill("#of-headline", "The sea");
            page.evaluate("document.querySelector('#of-terms').type = 'text'");
            page.fill("#of-terms", "javascript:alert(1)");
            page.click(FORM + "button");
            assertThat(page.locator("[role=alert] a[href='#of-terms']")).isVisible();
            assertThat(page.locator("#of-headline")).hasValue("The sea");
            assertThat(page.locator("#of-terms")).hasValue("javascript:alert(1)");
        }
    }

    @Test
    void several_pictures_are_taken_in_at_once_and_what_looks_the_same_is_shown() throws IOException {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            page.navigate("/pictures");
            page.selectOption("#office", "ministry");
            FilePayload same = drawn("lamp.png", Color.PINK, Color.BLACK);
            page.setInputFiles("#file", new FilePayload[] {
                same,
                new FilePayload("half.png", "image/png", Arrays.copyOf(same.buffer, 2_000)),
                drawn("lamp-again.png", Color.PINK, new Color(1, 1, 1)),
                same
            });
            page.click(".take button");
            assertThat(page.locator(".arrivals progress")).hasCount(0);
            assertThat(page.locator(".arrivals > li")).hasCount(4);
            assertThat(page.locator(".arrivals .turned")).hasCount(1);
            assertThat(page.locator(".arrivals .turned")).containsText("half.png");
            assertThat(page.locator(".arrivals > li").nth(1).locator("h3")).isVisible();
            assertThat(page.locator(".arrivals > li").first()).containsText("in the library already");
            assertThat(page.locator("#office")).hasValue("ministry");
            page.locator(".arrivals > li").nth(1).locator("p a").click();
            // what other tests took in may look the same as well
            assertThat(page.locator(".alike")).containsText("lamp.png");
        }
    }

    @Test
    void a_picture_is_pasted() throws IOException {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            page.navigate("/pictures");
            page.evaluate("""
                    bytes => {
                      const data = new DataTransfer();
                      data.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
                      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
                    }""", intList(drawn("x.png", Color.GREEN).buffer));
            page.locator(".arrivals p a").click();
            assertThat(page.locator("h1")).hasText("pasted.png");
        }
    }

    private static List<Integer> intList(byte[] bytes) {
        List<Integer> list = new ArrayList<>();
        for (byte each : bytes) {
            list.add(each & 255);
        }
        return list;
    }

    @Test
    void a_crop_is_moved_by_pointer_and_keys_kept_and_given_back() {
        try (BrowserContext window = program.window(new Browser.NewContextOptions().setViewportSize(1440, 1000))) {
            Page page = window.newPage();
            page.navigate("/pictures?q=salt");
            page.locator(".contact a").first().click();
            page.waitForSelector(".by-hand");
            BoundingBox stage = page.locator(".stage").boundingBox();
            page.mouse().click(stage.x + stage.width - 4, stage.y + 40);
            assertThat(page.locator("#of-focus-x")).hasValue(Pattern.compile("99|100"));
            page.locator(".choose label").nth(3).click();
            BoundingBox box = page.locator(".stage .frame").boundingBox();
            page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
            page.mouse().down();
            page.mouse().move(box.x - 2_000, box.y);
            page.mouse().up();
            assertThat(page.locator("[id='crop.tall.x']")).hasValue("0");
            // the focus is cut off
            assertThat(page.locator(".cut-says .warn")).isVisible();
            for (int i = 0; i < 4; i++) {
                page.keyboard().press("-");
            }
            page.keyboard().press("Shift+ArrowRight");
            int left = Integer.parseInt(page.inputValue("[id='crop.tall.x']"));
            int width = Integer.parseInt(page.inputValue("[id='crop.tall.width']"));
            assertThat(left).isPositive();
            assertThat(width).isLessThan(1_280).isGreaterThanOrEqualTo(480);
            page.locator("[data-keep]").click();
            page.waitForSelector(".by-hand");
            assertThat(page.locator("[id='crop.tall.x']")).hasValue(Integer.toString(left));
            assertThat(page.locator("[id='crop.wide.x']")).hasValue("");
            assertThat(page.locator(".cut-says .warn")).isVisible();
            page.locator(".choose label").nth(3).click();
            page.locator("[data-back]").click();
            page.locator("[data-keep]").click();
            page.waitForSelector(".by-hand");
            assertThat(page.locator("[id='crop.tall.x']")).hasValue("");
            page.locator(".choose label").first().click();
            page.locator(".stage .point").press("ArrowRight");
            page.locator(".stage").click(new Locator.ClickOptions().setPosition(3, 3));
            assertThat(page.locator("#of-focus-x")).hasValue(Pattern.compile("[01]"));
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
            page.locator(".choose label").nth(2).click();
            page.locator(".numbers-of summary").click();
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
