package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several people keep beside their drafts, in a real browser on the real program: the pages fill from test to test. */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WritingTogetherTest {
    private static final Pattern SAVED = Pattern.compile("^Saved .*");

    @RegisterExtension
    private static final SharedProgram program = new SharedProgram();

    private static Page page(BrowserContext window, List<String> complaints) {
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            // a refusal is answered with 422, which browsers count among errors
            if (message.type().equals("error") && !message.text().contains("422")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static String begin(Page page) {
        page.navigate("/new");
        page.selectOption("#office", "ministry/en");
        page.locator("form[action='/releases'] button").click();
        page.waitForSelector(".body");
        return URI.create(page.url()).getPath();
    }

    private static void saved(Page page) {
        assertThat(page.locator("#saved")).hasText(SAVED);
    }

    @Test
    @Order(1)
    void a_dropped_file_becomes_a_draft_and_another_is_refused_with_a_sentence() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext window = program.window()) {
            Page page = page(window, complaints);
            page.navigate("/new");
            drop(page, "macro.doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1 old");
            assertThat(page.locator("[role=alert]")).containsText("macro.doc");
            page.navigate("/new");
            drop(
                    page,
                    "harbour.txt",
                    "Harbour of Harn opens\n\n"
                            + "The harbour of Harn opens on Monday for all ships of the northern line, the Ministry said in"
                            + " Halin today.\n\n"
                            + "Pilots will be at hand from six in the morning until the end of the month.\n\nENDS\n");
            assertThat(page.locator("main [role=status]")).containsText("harbour.txt");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "taken.png")));
            page.locator("main a.button").click();
            assertThat(page.locator("#headline")).hasValue("Harbour of Harn opens");
        }
        assertThat(complaints).isEmpty();
    }

    private static void drop(Page page, String name, String text) {
        page.evaluate("""
                ([name, text]) => {
                  const data = new DataTransfer();
                  data.items.add(new File([Uint8Array.from(text, (c) => c.charCodeAt(0))], name));
                  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
                }""", List.of(name, text));
        page.waitForLoadState();
    }

    @Test
    @Order(2)
    void a_quotation_takes_name_and_office_of_the_day_from_the_directory() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext window = program.window()) {
            Page page = page(window, complaints);
            page.navigate("/speakers/new");
            page.locator("main form button").click();
            assertThat(page.locator("[role=alert]")).isVisible();
            page.fill("[id='name.en']", "Ilena Merić");
            page.fill("[id='from.0']", "2020-01-01");
            page.fill("[id='until.0']", "2024-12-31");
            page.fill("[id='title.0.en']", "Ambassador to Arvenne");
            page.locator("main form button").click();
            page.locator("[data-line]", new Page.LocatorOptions().setHasText("Ilena Merić"))
                    .click();
            page.fill("[id='from.1']", "2025-01-01");
            page.fill("[id='title.1.en']", "Minister of Foreign Affairs");
            page.locator("main form button").click();
            assertThat(page.locator("main")).containsText("Minister of Foreign Affairs");
            begin(page);
            page.focus(".body");
            page.keyboard().type("We are glad.");
            page.keyboard().press("Control+Alt+q");
            page.locator(".tools button", new Page.LocatorOptions().setHasText("Speaker …"))
                    .click();
            page.fill("#asked", "Ilena Merić");
            page.locator("dialog button[value=done]").click();
            assertThat(page.locator(".body .speaker")).hasText("Ilena Merić");
            assertThat(page.locator(".body .role")).hasText("Minister of Foreign Affairs");
            page.fill("#date", "2024-05-05");
            page.fill("#headline", "Ilena Meric speaks");
            saved(page);
            Locator findings = page.locator("#findings");
            assertThat(findings).containsText("Ambassador to Arvenne");
            assertThat(findings).containsText("the directory writes Ilena Merić");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(3)
    void a_section_takes_the_text_of_the_office_and_is_told_of_a_newer_one() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext window = program.window()) {
            Page page = page(window, complaints);
            page.navigate("/texts?office=ministry&language=en");
            page.fill("textarea[aria-labelledby=about]", "The Ministry of Lomara.\n\nWrite to press@mfa.example.");
            page.locator("[aria-labelledby=about] button").click();
            String draft = begin(page);
            page.fill("#headline", "A text of the office");
            page.focus(".body");
            page.keyboard().type("Words.");
            page.locator(".tools button[aria-haspopup=menu]").click();
            page.locator("[role=menuitem]", new Page.LocatorOptions().setHasText("About"))
                    .click();
            assertThat(page.locator(".body section")).containsText("The Ministry of Lomara.");
            assertThat(page.locator(".body section a")).hasText("press@mfa.example");
            saved(page);
            Page other = page(window, complaints);
            other.navigate("/texts?office=ministry&language=en");
            other.fill("textarea[aria-labelledby=about]", "The new Ministry.");
            other.locator("[aria-labelledby=about] button").click();
            assertThat(other.locator("main")).containsText("One earlier version");
            page.navigate(draft);
            page.locator("#findings .take").click();
            assertThat(page.locator(".body section")).containsText("The new Ministry.");
            assertThat(page.locator(".body section")).not().containsText("Lomara");
            saved(page);
            assertThat(page.locator("#findings .take")).hasCount(0);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(4)
    void a_comment_waits_for_who_is_named_and_stands_against_publishing_until_it_is_settled() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext window = program.window()) {
            Page page = page(window, complaints);
            String draft = begin(page);
            page.fill("#headline", "A draft with a comment");
            page.focus(".body");
            page.keyboard().type("Is it so?");
            saved(page);
            page.locator("#comment-list select")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.locator("#comment-words").press("End");
            page.keyboard().type("who says that?");
            page.locator("#comment-list form button").click();
            assertThat(page.locator("#comment-list .comment")).containsText("who says that?");
            assertThat(page.locator("#comment-list .jump")).hasText("Is it so?");
            assertThat(page.locator("#findings")).containsText("A comment is open");
            assertThat(page.locator("button[data-needs-ready]").first()).isDisabled();
            Page home = page(window, complaints);
            home.navigate("/");
            assertThat(home.locator("[aria-labelledby=waiting]")).containsText("who says that?");
            home.locator("[aria-labelledby=waiting] a").click();
            home.locator("#comment-list .comment button.plain").click();
            assertThat(home.locator("#findings")).not().containsText("A comment is open");
            assertThat(home.locator("#comment-list details .comment")).hasCount(1);
            home.navigate("/");
            assertThat(home.locator("[aria-labelledby=waiting]")).hasCount(0);
            page.navigate(draft);
            page.locator("#comment-list summary").click();
            page.locator("#comment-list details button.plain").click();
            assertThat(page.locator("#comment-list > div > .comment")).hasCount(1);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(5)
    void a_release_is_begun_as_last_year() {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            begin(page);
            page.fill("#headline", "National day");
            page.focus(".body");
            page.keyboard().type("The office is closed.");
            saved(page);
            page.locator("details:has(#template) summary").click();
            page.fill("#template", "National day, closing");
            page.locator("form[action$='/template'] button").click();
            page.navigate("/new");
            page.locator("[aria-labelledby=models] button").click();
            assertThat(page.locator("#headline")).hasValue("National day");
            assertThat(page.locator(".body")).containsText("The office is closed.");
        }
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource({"LIGHT, en, 1440", "DARK, en, 834", "LIGHT, ar, 390", "DARK, ar, 1440", "LIGHT, fr, 1440"})
    void axe_finds_nothing_on_these_pages(ColorScheme scheme, String language, int width) {
        try (BrowserContext window = program.window(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 1000)
                .setBypassCSP(true))) {
            Page page = window.newPage();
            page.navigate("/");
            page.click(".tongues button[value=" + language + "]");
            Map<String, String> places = new java.util.LinkedHashMap<>();
            places.put("waiting", "/");
            places.put("begin", "/new");
            places.put("speakers", "/speakers");
            places.put("speaker-new", "/speakers/new");
            places.put("texts", "/texts?office=ministry&language=en");
            places.put("numbers", "/numbers");
            places.forEach((name, path) -> {
                page.navigate(path);
                look(page, name + "-" + scheme + "-" + language + "-" + width);
            });
            page.navigate("/speakers");
            page.locator("[data-line]").first().click();
            look(page, "speaker-" + scheme + "-" + language + "-" + width);
            page.navigate("/");
            page.locator("[aria-labelledby=waiting] a").first().click();
            page.waitForSelector("#comment-list .comment");
            look(page, "comments-" + scheme + "-" + language + "-" + width);
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
