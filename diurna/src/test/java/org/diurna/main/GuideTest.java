package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new press officer's first release, with the keyboard only. The pictures of the guide are taken on the way, so that
 * they stay true: run with {@code -Dguide.write=true}, look at each, and keep them.
 */
@Tag("browser")
final class GuideTest {
    private static final Path GUIDE = Path.of(System.getProperty("diurna.root", ".."), "docs", "guide");
    private static final int PICTURE_BYTES_MAX = 120 * 1024;
    private static final int COLOURS_MAX = 256;
    private static final int STOPS_MAX = 150;
    private static final int LOOKS_MAX = 60;
    private static final int LOOK_MS = 500;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_first_release_goes_from_nothing_to_the_public_with_the_keyboard_only() throws IOException {
        try (Program program = Program.start(folder);
                BrowserContext window = program.window()) {
            Page page = window.newPage();
            page.setViewportSize(1280, 800);
            try {
                tell(window, page);
            } catch (AssertionError | PlaywrightException e) {
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "guide-stopped.png")));
                throw e;
            }
        }
    }

    private static void tell(BrowserContext window, Page page) throws IOException {
        page.navigate("/");
        take(page, "home");
        enter(page, "a[href='/new']");
        page.waitForURL("**/new");
        choose(page, "#office", "ministry/en");
        take(page, "new");
        enter(page, "form[action='/releases'] button");
        page.waitForSelector(".body");
        write(page);
        take(page, "writing");
        mend(page);
        publish(page);
        surroundings(window, page);
    }

    private static void write(Page page) throws IOException {
        go(page, "#headline");
        page.keyboard().type("The harbour light is lit again");
        go(page, ".body");
        page.keyboard().type("The light at the old harbour was lit again on XXX after two years of work.");
        assertThat(page.locator(".body > .found-severe")).isVisible();
        assertThat(page.locator("[data-needs-ready]")).isDisabled();
        assertThat(page.locator("#saved")).hasText(Pattern.compile("^Saved .*"));
    }

    /** The finding leads to its place; what stood there is written anew. */
    private static void mend(Page page) throws IOException {
        enter(page, ".jump:has-text('XXX')");
        page.keyboard().press("Control+a");
        page.keyboard().type("The light at the old harbour was lit again after two years of work.");
        page.keyboard().press("Enter");
        page.keyboard().type("Ships see it from twenty miles away.");
        assertThat(page.locator("[data-needs-ready]")).isEnabled();
        assertThat(page.locator("#saved")).hasText(Pattern.compile("^Saved .*"));
        take(page, "before");
    }

    private static void publish(Page page) throws IOException {
        enter(page, "[data-needs-ready]");
        page.waitForLoadState();
        for (int looks = 0;
                looks < LOOKS_MAX && page.locator("form[action$='/withdrawal']").count() == 0;
                looks++) {
            page.waitForTimeout(LOOK_MS);
            page.reload();
        }
        page.waitForSelector(".body");
        take(page, "after");
        enter(page, ".address a");
        assertThat(page.locator("h1")).hasText("The harbour light is lit again");
        assertThat(page.locator("main")).containsText("Ships see it from twenty miles away.");
        take(page, "public");
        page.goBack();
        page.waitForSelector(".body");
    }

    private static void surroundings(BrowserContext window, Page page) throws IOException {
        String draft = page.url();
        page.setViewportSize(834, 1000);
        page.reload();
        take(page, "tablet");
        page.setViewportSize(1280, 800);
        page.navigate("/board");
        take(page, "board");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(draft);
        take(page, "dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate("/");
        enter(page, ".tongues button[value=ar]");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        take(page, "arabic");
        window.clearCookies();
        page.navigate("/sign-in");
        take(page, "sign-in");
    }

    /** Goes on with the Tab key until it stands at the place. */
    private static void go(Page page, String place) {
        for (int stops = 0; stops < STOPS_MAX; stops++) {
            if (page.locator(place).first().evaluate("e => e === document.activeElement") == Boolean.TRUE) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not come to " + place + " at " + page.url());
    }

    private static void enter(Page page, String place) {
        go(page, place);
        page.keyboard().press("Enter");
    }

    private static void choose(Page page, String list, String value) {
        go(page, list);
        page.keyboard().press("Home");
        for (int stops = 0; stops < STOPS_MAX; stops++) {
            if (page.locator(list).inputValue().equals(value)) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("The arrows do not come to " + value);
    }

    private static void take(Page page, String name) throws IOException {
        if (Boolean.getBoolean("guide.write")) {
            byte[] picture = small(ImageIO.read(new ByteArrayInputStream(page.screenshot())));
            assertThat(picture.length).as(name).isLessThanOrEqualTo(PICTURE_BYTES_MAX);
            Files.write(GUIDE.resolve(name + ".png"), picture);
        }
    }

    /** The same picture with the colours that it has most of: a page of text loses nothing, and takes a third. */
    private static byte[] small(BufferedImage picture) throws IOException {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        Map<Integer, Integer> counted = new HashMap<>();
        Arrays.stream(pixels).forEach(pixel -> counted.merge(pixel, 1, Integer::sum));
        int[] colours = counted.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS_MAX)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        BufferedImage small = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        byte[] indices = new byte[pixels.length];
        for (int at = 0; at < pixels.length; at++) {
            indices[at] = nearest.computeIfAbsent(pixels[at], pixel -> nearest(colours, pixel))
                    .byteValue();
        }
        small.getRaster().setDataElements(0, 0, small.getWidth(), small.getHeight(), indices);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    private static int nearest(int[] colours, int pixel) {
        int best = 0;
        for (int at = 1; at < colours.length; at++) {
            if (distance(colours[at], pixel) < distance(colours[best], pixel)) {
                best = at;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }
}
