package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experts, the press under embargo and bundles, in a real browser on the real program, in a desk of each direction. */
@Tag("browser")
final class OutsideStoryTest {
    private static final Pattern SAVED = Pattern.compile("^(Saved|حُفظ).*");
    private static final String TEXT =
            "The second pier of the harbour opens on Tuesday after three years of work, and the ferry sails at noon.";

    @RegisterExtension
    private static final SharedProgram program = new SharedProgram();

    private static BrowserContext desk(ColorScheme scheme, int width) {
        return program.window(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 1000)
                .setBypassCSP(true));
    }

    private static String draft(Page page, String headline) {
        page.navigate("/new");
        page.selectOption("#office", "ministry/en");
        page.locator("form[action='/releases'] button").click();
        page.waitForSelector(".body");
        page.fill("#headline", headline);
        page.fill("#date", LocalDate.now(ZoneOffset.UTC).toString());
        page.focus(".body");
        page.keyboard().type(TEXT);
        assertThat(page.locator("#saved")).hasText(SAVED);
        return URI.create(page.url()).getPath();
    }

    private static void signOff(Page page, String path, LocalDate day) {
        page.navigate(path + "/schedule?zone=UTC&time=09:00&yours=&day=" + day);
        page.locator("form[method=post][action$='/schedule'] button").click();
        page.waitForSelector(".waits");
    }

    private static String invite(Page page, String path, String kind, String name) {
        page.navigate(path + "/guests");
        page.locator("section[aria-labelledby=" + kind + "] > details > summary")
                .click();
        page.fill("#name-" + kind, name);
        page.fill("#mail-" + kind, "guest@post.example");
        page.locator("section[aria-labelledby=" + kind + "] > details form button")
                .click();
        return URI.create(page.locator("#link").textContent()).getPath();
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "outside-" + name.toLowerCase(Locale.ROOT) + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .allSatisfy(violation -> org.assertj.core.api.Assertions.fail(violation.getId() + ": "
                        + violation.getNodes().getFirst().getHtml()));
        assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " is wider than the screen")
                .isEqualTo(false);
    }

    private static void speak(Page page, String language) {
        page.navigate("/");
        page.click(".tongues button[value=" + language + "]");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, 1440", "DARK, ar, 390"})
    void an_expert_reads_comments_is_found_out_and_is_let_out_again(ColorScheme scheme, String language, int width) {
        String end = "-" + language + "-" + width;
        try (BrowserContext window = desk(ColorScheme.LIGHT, 1440);
                BrowserContext narrow = desk(scheme, width);
                BrowserContext outside = program.stranger(scheme, width)) {
            Page writer = window.newPage();
            String path = draft(writer, "For an expert " + language);
            Page page = narrow.newPage();
            speak(page, language);
            String link = invite(page, path, "expert", "Dr. Vern");
            look(page, "guests-link" + end);

            Page expert = outside.newPage();
            expert.navigate(link);
            assertThat(expert.locator("body")).not().containsText("second pier");
            look(expert, "expert-door" + end);
            expert.locator("form button").click();
            assertThat(expert.locator("article.copy h1")).isVisible();
            look(expert, "expert-copy" + end);
            String copied = (String) expert.evaluate("""
                    () => {
                      const range = document.createRange();
                      range.selectNodeContents(document.querySelector("article.copy"));
                      getSelection().removeAllRanges();
                      getSelection().addRange(range);
                      return getSelection().toString();
                    }""");
            expert.selectOption("#block", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            expert.fill("#words", "Article 7 says otherwise.");
            expert.locator("form[action$='/comments'] button").click();
            assertThat(expert.locator(".comment")).containsText("Article 7");

            page.navigate(path + "/guests");
            page.fill("#copy", copied);
            page.locator("form[action$='/guests/copy'] button").click();
            assertThat(page.locator("#reading")).containsText("Dr. Vern");
            look(page, "guests-reading" + end);
            writer.reload();
            assertThat(writer.locator("#comment-list")).containsText("Article 7");

            page.navigate(path + "/guests");
            page.locator("form[action$='/revocation'] button").first().click();
            assertThat(page.locator("form[action$='/revocation']")).hasCount(0);
            assertThat(expert.navigate(link).status()).isEqualTo(410);
            look(expert, "expert-closed" + end);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, 1440", "DARK, ar, 834"})
    void an_embargo_is_moved_and_lifted_and_another_is_cancelled(ColorScheme scheme, String language, int width) {
        String end = "-" + language + "-" + width;
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        try (BrowserContext window = desk(scheme, width);
                BrowserContext outside = program.stranger(scheme, width)) {
            Page page = window.newPage();
            speak(page, language);
            String path = draft(page, "Seen beforehand " + language);
            signOff(page, path, day);
            String link = invite(page, path, "journalist", "Mira Oll");
            Page mira = outside.newPage();
            mira.navigate(link);
            look(mira, "embargo-door" + end);
            mira.locator("form button").click();
            assertThat(mira.locator("article.copy h1")).isVisible();
            look(mira, "embargo-copy" + end);

            page.navigate(path + "/schedule?zone=UTC&time=10:00&yours=&day=" + day.plusDays(1));
            page.locator("form[action$='/schedule/move'] button").click();
            page.waitForSelector(".waits");
            page.navigate("/mail");
            assertThat(page.locator("main")).containsText("guest@post.example");
            mira.navigate(link);
            assertThat(mira.locator(".copy-head").first()).containsText("10:00");

            page.navigate(path);
            page.locator("details:has(form[action$='/schedule/now']) > summary").click();
            page.locator("form[action$='/schedule/now'] button").click();
            for (int i = 0; i < 60 && mira.locator("a.button").count() == 0; i++) {
                mira.waitForTimeout(250);
                mira.navigate(link);
            }
            assertThat(mira.locator("a.button")).isVisible();
            assertThat(mira.locator("article.copy")).hasCount(0);
            look(mira, "embargo-lifted" + end);

            String other = draft(page, "Never mind " + language);
            signOff(page, other, day);
            String dead = invite(page, other, "journalist", "Mira Oll");
            page.navigate(other);
            page.locator("details:has(form[action$='/schedule/cancellation']) > summary")
                    .click();
            page.locator("form[action$='/schedule/cancellation'] button").click();
            page.waitForSelector(".body");
            assertThat(mira.navigate(dead).status()).isEqualTo(410);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, 1440", "DARK, ar, 834"})
    void five_releases_are_signed_off_moved_and_published_together(ColorScheme scheme, String language, int width) {
        String end = "-" + language + "-" + width;
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(5);
        try (BrowserContext window = desk(scheme, width)) {
            Page page = window.newPage();
            speak(page, language);
            List<String> paths = new ArrayList<>();
            for (int i = 1; i <= 5; i++) {
                paths.add(draft(page, "Bundled " + i + " " + language));
            }
            page.navigate("/releases?words=bundled");
            for (String path : paths) {
                page.check("input[name=version][value='" + path.substring(10) + "']");
            }
            look(page, "bundle-list" + end);
            page.locator("form[action='/bundles/new'] button").click();
            page.fill("#day", day.toString());
            page.fill("#time", "09:00");
            page.check("input[name=meant][value=each]");
            page.locator("form[action='/bundles/new'] button").click();
            assertThat(page.locator("form[action='/bundles'] .part")).hasCount(5);
            look(page, "bundle-what" + end);
            page.locator("form[action='/bundles'] button").click();
            assertThat(page.locator(".lines.bound > li")).hasCount(5);
            look(page, "bundle-waits" + end);
            String bundle = URI.create(page.url()).getPath();
            page.fill("#day", day.plusDays(1).toString());
            page.locator("form[action$='/move'] button").click();
            assertThat(page.locator(".lines.bound .state.scheduled")).hasCount(5);
            page.navigate("/calendar");
            assertThat(page.locator("a[href='" + bundle + "']")).isVisible();
            page.navigate(bundle);
            page.locator("form[action$='/now'] button").click();
            for (int i = 0; i < 60 && page.locator(".lines.bound .state.public").count() < 5; i++) {
                page.waitForTimeout(250);
                page.reload();
            }
            assertThat(page.locator(".lines.bound .state.public")).hasCount(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, 1440", "DARK, ar, 390"})
    void days_are_in_the_calendar_and_nothing_is_planned_into_a_silence(
            ColorScheme scheme, String language, int width) {
        String end = "-" + language + "-" + width;
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        LocalDate silent = LocalDate.now(ZoneOffset.UTC).plusDays(200);
        try (BrowserContext window = desk(scheme, width)) {
            Page page = window.newPage();
            speak(page, language);
            page.navigate("/planning");
            page.fill("#name", "The treaty of Halden");
            page.selectOption("#sort", "anniversary");
            page.fill("#date", day.toString());
            page.fill("#since", String.valueOf(day.getYear() - 35));
            page.locator("form[action='/planning/days'] button").click();
            assertThat(page.locator("section[aria-labelledby=days]")).containsText("The treaty of Halden");
            page.fill("#first", silent.toString());
            page.fill("#last", silent.plusDays(1).toString());
            page.fill("#silence-reason", "The election");
            page.locator("form[action='/planning/silences'] button").click();
            assertThat(page.locator("form[action$='/end']")).hasCount(1);
            look(page, "planning" + end);
            page.navigate("/calendar");
            assertThat(page.locator("main")).containsText("The treaty of Halden · ");
            assertThat(page.locator("main")).containsText("35");
            look(page, "planning-calendar" + end);
            assertThat(page.request().get("/calendar.ics").text())
                    .contains("SUMMARY:The treaty of Halden\\, ", "The election");
            String path = draft(page, "Into the silence " + language);
            page.navigate(path + "/schedule?zone=UTC&time=12:00&yours=&day=" + silent);
            assertThat(page.locator(".against")).containsText("The election");
            assertThat(page.locator("form[method=post][action$='/schedule'] button"))
                    .hasCount(0);
            page.navigate("/planning");
            page.locator("form[action$='/end'] button").click();
            assertThat(page.locator("form[action$='/end']")).hasCount(0);
            page.navigate(path + "/schedule?zone=UTC&time=12:00&yours=&day=" + silent);
            assertThat(page.locator(".against")).not().containsText("The election");
        }
    }
}
