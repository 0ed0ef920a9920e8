package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Boxes around what no crop may cut, drawn by pointer and by keys. */
@Tag("browser")
final class PictureKeepingTest {
    @RegisterExtension
    private static final SharedProgram program = new SharedProgram();

    @Test
    void a_box_is_drawn_moved_kept_and_taken_away_and_the_crops_follow() throws IOException {
        try (BrowserContext window = program.window(new Browser.NewContextOptions().setViewportSize(1440, 1000))) {
            Page page = window.newPage();
            page.navigate("/pictures");
            page.setInputFiles("#file", new FilePayload("face.png", "image/png", PictureRoutesTest.png(0x56)));
            page.selectOption("#office", "ministry");
            page.click(".take button");
            page.locator(".arrivals p a").click();
            page.waitForSelector(".by-hand");
            page.locator(".choose label").last().click();
            BoundingBox stage = page.locator(".stage").boundingBox();
            page.mouse().move(stage.x + stage.width * 0.02, stage.y + stage.height * 0.5);
            page.mouse().down();
            page.mouse().move(stage.x + stage.width * 0.12, stage.y + stage.height * 0.8);
            page.mouse().up();
            assertThat(page.locator("#of-kept")).hasValue(Pattern.compile("[12] (49|50|51) (9|10|11) (29|30|31)"));
            assertThat(page.locator(".stage .kept")).hasCount(1);

            page.locator("[data-add]").click();
            assertThat(page.locator(".stage .kept").nth(1)).isFocused();
            page.keyboard().press("Shift+ArrowRight");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("+");
            assertThat(page.locator("#of-kept")).hasValue(Pattern.compile("\\n44 30 22 22$"));
            page.keyboard().press("Delete");
            assertThat(page.locator(".stage .kept")).hasCount(1);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screens", "picture-kept.png")));

            // the square is proposed so that the box at the left edge stays whole
            page.locator(".choose label", new Page.LocatorOptions().setHasText("Lists"))
                    .click();
            assertThat(page.locator(".stage .frame"))
                    .hasAttribute("style", Pattern.compile("left: [0-2](\\.\\d+)?%.*"));
            page.locator(".stage .frame").press("Shift+ArrowRight");
            page.locator(".stage .frame").press("Shift+ArrowRight");
            page.locator(".stage .frame").press("Shift+ArrowRight");
            assertThat(page.locator(".cut-says .warn")).isVisible();
            page.locator("[data-back]").click();
            page.locator("[data-keep]").click();
            page.waitForSelector(".by-hand");
            assertThat(page.locator(".stage .kept")).hasCount(1);
            assertThat(page.locator("#of-kept")).hasValue(Pattern.compile("[12] (49|50|51) (9|10|11) (29|30|31)"));
        }
    }
}
