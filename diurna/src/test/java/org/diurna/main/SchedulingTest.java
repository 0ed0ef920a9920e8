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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release is signed off for a time, in a real browser on the real program: zones, changes of the clocks, second thoughts. */
@Tag("browser")
final class SchedulingTest {
    private static final Pattern SAVED = Pattern.compile("^(Saved|حُفظ).*");

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

    /** The next change of the clocks of that zone that goes forward, or back: the day, and a time that it makes odd. */
    private static LocalDateTime odd(String zone, boolean gap) {
        var rules = ZoneId.of(zone).getRules();
        var change = rules.nextTransition(java.time.Instant.now());
        while (change.isGap() != gap) {
            change = rules.nextTransition(change.getInstant());
        }
        LocalDateTime first = gap ? change.getDateTimeBefore() : change.getDateTimeAfter();
        return first.plusMinutes(30);
    }

    private static String draft(Page page, String headline, LocalDate day) {
        page.navigate("/new");
        page.selectOption("#office", "ministry/en");
        page.locator("form[action='/releases'] button").click();
        page.waitForSelector(".body");
        page.fill("#headline", headline);
        page.fill("#date", day.toString());
        page.focus(".body");
        page.keyboard().type("The harbour is open.");
        assertThat(page.locator("#saved")).hasText(SAVED);
        page.reload();
        page.waitForSelector(".body");
        return URI.create(page.url()).getPath();
    }

    private static void ask(Page page, LocalDateTime when, String zone) {
        page.locator("details:has(#plan-day) > summary").click();
        page.fill("#plan-day", when.toLocalDate().toString());
        page.fill(
                "#plan-time", when.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
        page.selectOption("#plan-zone", zone);
        page.locator("form[action$='/schedule'] button").first().click();
    }

    private static void sign(Page page) {
        page.locator("form[method=post][action$='/schedule'] button").click();
        page.waitForSelector(".body");
    }

    private static BrowserContext window(String zone) {
        return program.window(
                new Browser.NewContextOptions().setTimezoneId(zone).setViewportSize(1440, 1000));
    }

    @Test
    void a_time_that_the_clocks_skip_is_refused_with_the_two_beside_it() {
        LocalDateTime skipped = odd("Europe/Lisbon", true);
        try (BrowserContext window = window("America/New_York")) {
            Page page = window.newPage();
            String path = draft(page, "Lisbon skips an hour", skipped.toLocalDate());
            ask(page, skipped, "Europe/Lisbon");
            assertThat(page.locator(".errors")).containsText("never show 01:30");
            assertThat(page.locator("form[method=post][action$='/schedule']")).hasCount(0);
            assertThat(page.locator(".instead a")).hasText(new String[] {"Take 00:59", "Take 02:00"});
            page.locator(".instead a").last().click();
            assertThat(page.locator(".times tr")).hasCount(3);
            assertThat(page.locator(".times")).containsText("New York");
            assertThat(page.locator(".times")).containsText("01:00 UTC");
            sign(page);
            assertThat(page.locator(".waits")).containsText("02:00");
            assertThat(page.locator(".body")).hasAttribute("contenteditable", "false");
            assertThat(page.locator("#headline")).hasAttribute("readonly", "");
            page.navigate("/calendar");
            assertThat(page.locator(".appointments a[href='" + path + "']")).isVisible();
            String file = page.request().get("/calendar.ics").text();
            assertThat(file).contains("SUMMARY:Lisbon skips an hour\r\n", "T010000Z\r\n");
        }
    }

    @Test
    void a_time_that_comes_twice_is_asked_about() {
        LocalDateTime doubled = odd("America/New_York", false);
        try (BrowserContext window = window("America/New_York")) {
            Page page = window.newPage();
            draft(page, "New York has an hour twice", doubled.toLocalDate());
            ask(page, doubled, "America/New_York");
            assertThat(page.locator(".instead a")).hasCount(2);
            assertThat(page.locator(".instead a").last()).containsText("06:30 UTC");
            page.locator(".instead a").last().click();
            assertThat(page.locator(".times")).containsText("01:30 EST");
            sign(page);
            assertThat(page.locator(".waits")).containsText("01:30 EST");
        }
    }

    @Test
    void what_waits_is_moved_to_a_third_zone_cancelled_and_written_in_again() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        try (BrowserContext window = window("Asia/Tokyo")) {
            Page page = window.newPage();
            String path = draft(page, "Moved and cancelled", day);
            ask(page, day.atTime(9, 0), "Europe/Lisbon");
            sign(page);
            ask(page, day.atTime(10, 15), "Asia/Tokyo");
            assertThat(page.locator("h1")).hasText("Move");
            page.locator("form[action$='/schedule/move'] button").click();
            page.waitForSelector(".body");
            assertThat(page.locator(".waits")).containsText("10:15 GMT+9");

            page.locator("summary", new Page.LocatorOptions().setHasText("Cancel the schedule"))
                    .click();
            page.locator("form[action$='/schedule/cancellation'] button").click();
            page.waitForSelector(".body");
            assertThat(page.locator(".waits")).hasCount(0);
            page.fill("#headline", "Written in again");
            assertThat(page.locator("#saved")).hasText(SAVED);
            page.navigate("/audit?act=cancel-schedule");
            assertThat(page.locator("main")).containsText(path.substring(10, 20));
        }
    }

    @Test
    void what_waits_can_go_at_once_and_its_page_says_how_late_it_came() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        try (BrowserContext window = window("Europe/Lisbon")) {
            Page page = window.newPage();
            draft(page, "It goes at once", day);
            ask(page, day.atTime(9, 0), "UTC");
            sign(page);
            page.locator("details:has(form[action$='/schedule/now']) > summary").click();
            page.locator("form[action$='/schedule/now'] button").click();
            for (int i = 0; i < 40 && page.locator(".status .state.public").count() == 0; i++) {
                page.waitForTimeout(250);
                page.reload();
            }
            assertThat(page.locator(".status .state.public")).isVisible();
            assertThat(page.locator("section[aria-labelledby=address]")).containsText("Scheduled for");
        }
    }

    @Test
    void a_review_is_asked_for_returned_approved_and_void_with_the_next_change() {
        try (BrowserContext window = window("Europe/Lisbon")) {
            Page page = window.newPage();
            String path = draft(page, "Read by two", LocalDate.now(ZoneOffset.UTC));
            step(page, "review", "ask", "Is the pier named right?");
            assertThat(page.locator(".status .state")).hasText("Draft");
            assertThat(page.locator("section[aria-labelledby=review]")).containsText("Is the pier named right?");
            page.navigate("/");
            assertThat(page.locator("section[aria-labelledby=reviewing] a[href='" + path + "']")
                            .first())
                    .isVisible();
            page.navigate(path);
            step(page, "return", "return", "It is the second pier.");
            assertThat(page.locator("section[aria-labelledby=review]")).containsText("It is the second pier.");
            step(page, "review", "ask", "");
            page.locator("form[action$='/approval'] button").click();
            page.waitForSelector(".body");
            assertThat(page.locator("section[aria-labelledby=review]")).containsText("approved these words");
            assertThat(page.locator(".versions .state")).hasText("Approved");
            page.fill("#headline", "Read by two, changed by one");
            assertThat(page.locator("#saved")).hasText(SAVED);
            page.reload();
            assertThat(page.locator(".versions .state")).hasText("Draft");
        }
    }

    private static void step(Page page, String form, String field, String words) {
        page.locator("details:has(form[action$='/" + form + "']) > summary").click();
        page.fill("#" + field, words);
        page.locator("form[action$='/" + form + "'] button").click();
        page.waitForSelector(".body");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, 1440", "DARK, ar, 834", "LIGHT, ar, 1440", "DARK, fr, 390"})
    void axe_finds_nothing_on_these_pages(ColorScheme scheme, String language, int width) {
        LocalDateTime skipped = odd("Europe/Lisbon", true);
        // axe puts its own script into the page, which the policy of the desk rightly forbids
        try (BrowserContext window = program.window(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 1000)
                .setTimezoneId("Asia/Tokyo")
                .setBypassCSP(true))) {
            Page page = window.newPage();
            String end = "-" + scheme + "-" + language + "-" + width;
            String path = draft(page, "Signed off and looked at", skipped.toLocalDate());
            page.navigate("/");
            page.click(".tongues button[value=" + language + "]");
            page.navigate(path);
            step(page, "review", "ask", "Look.");
            look(page, "schedule-review" + end);
            String query = "?yours=Asia/Tokyo&zone=Europe/Lisbon&day=" + skipped.toLocalDate() + "&time=";
            page.navigate(path + "/schedule" + query + skipped.toLocalTime());
            look(page, "schedule-gap" + end);
            page.navigate(path + "/schedule" + query + "11:00");
            look(page, "schedule-what" + end);
            sign(page);
            look(page, "schedule-waits" + end);
            page.navigate("/calendar");
            look(page, "schedule-calendar" + end);
            page.navigate("/");
            look(page, "schedule-home" + end);
        }
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", name.toLowerCase(Locale.ROOT) + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .allSatisfy(violation -> org.assertj.core.api.Assertions.fail(violation.getId() + ": "
                        + violation.getNodes().getFirst().getHtml()));
    }
}
