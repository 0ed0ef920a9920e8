package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a press officer does in the writing room, in a real browser on the real program. */
@Tag("browser")
final class WritingRoomTest {
    private static final Pattern SAVED = Pattern.compile("^Saved .*");

    @RegisterExtension
    private static final SharedProgram program = new SharedProgram();

    /** A page of its own; what the browser complains of is kept. */
    private static Page page(BrowserContext window, List<String> complaints) {
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static String begin(Page page, String officeAndLanguage) {
        page.navigate("/new");
        page.selectOption("#office", officeAndLanguage);
        page.click("main form button");
        page.waitForSelector(".body");
        return URI.create(page.url()).getPath();
    }

    private static void saved(Page page) {
        assertThat(page.locator("#saved")).hasText(SAVED);
    }

    private static void type(Page page, String... keys) {
        for (String key : keys) {
            if (key.startsWith("<")) {
                page.keyboard().press(key.substring(1, key.length() - 1));
            } else {
                page.keyboard().type(key);
            }
        }
    }

    @Test
    void a_release_is_written_with_the_keyboard_only_and_is_there_after_a_reload() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext window = program.window()) {
            Page page = page(window, complaints);
            begin(page, "ministry/en");
            page.focus("#headline");
            type(page, "Lighthouse opens", "<Tab>", "A light for the bay");
            page.focus(".body");
            type(
                    page,
                    "She said \"yes\".",
                    "<Enter>",
                    "## Steps",
                    "<Enter>",
                    "- one",
                    "<Enter>",
                    "two",
                    "<Enter>",
                    "<Tab>");
            type(page, "inner", "<Enter>", "<Enter>", "<Enter>", "Before", "<Control+Alt+q>", "<Enter>", "<Enter>");
            type(page, "Ana Melk", "<Enter>", "Minister", "<Enter>", "The end", "<Control+Alt+f>", "A note.");
            saved(page);
            page.reload();
            assertThat(page.locator("#headline")).hasValue("Lighthouse opens");
            assertThat(page.locator(".body > p").first()).hasText("She said “yes”.");
            assertThat(page.locator(".body > h2")).hasText("Steps");
            assertThat(page.locator(".body > ul > li > ul > li")).hasText("inner");
            assertThat(page.locator(".body .quote > p").first()).hasText("Before");
            assertThat(page.locator(".body .speaker")).hasText("Ana Melk");
            assertThat(page.locator(".body .role")).hasText("Minister");
            assertThat(page.locator(".body .note")).hasText("A note.");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_toolbar_is_one_stop_of_the_tab_key_and_goes_by_arrows() {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            begin(page, "ministry/en");
            page.focus(".body");
            type(page, "word", "<Control+a>", "<Alt+F10>");
            assertThat(page.locator(".tools [tabindex='0']")).hasCount(1);
            type(page, "<ArrowRight>", "<Enter>");
            assertThat(page.locator(".body em")).hasText("word");
        }
    }

    @Test
    void a_finding_leads_to_its_block() {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            begin(page, "ministry/en");
            page.focus(".body");
            type(page, "First.", "<Enter>", "Second XXX.", "<Enter>", "Third.");
            saved(page);
            page.locator(".jump", new Page.LocatorOptions().setHasText("XXX")).click();
            type(page, "Here ");
            assertThat(page.locator(".body > p").nth(1)).hasText("Here Second XXX.");
            assertThat(page.locator("[data-needs-ready]")).isDisabled();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "word         | h2, sup.call, ul ul li, ol li, th, .note, strong | pictures, comments, deleted words",
                "outlook      | em, a[href='https://mfa.example/programme'], ul li | pictures",
                "libreoffice  | h2, strong, span[lang=fr] em, ol ul li, th, sup.call, .note | fonts",
                "google-docs  | h3, strong, ul ul em, a[href='https://study.example/apply'] | fonts",
                "web          | h2, .quote, a[href='https://port.example/notice'] | scripts, pictures, hidden text, links"
            })
    void a_clipboard_keeps_its_structure_and_says_what_it_lost(String name, String kept, String lost)
            throws IOException {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext window = program.window()) {
            Page page = page(window, complaints);
            begin(page, "ministry/en");
            page.focus(".body");
            page.evaluate("""
                    html => {
                      const data = new DataTransfer();
                      data.setData("text/html", html);
                      document.querySelector(".body").dispatchEvent(
                          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                    }""", clipboard(name));
            for (String selector : kept.split(", ", -1)) {
                assertThat(page.locator(".body " + selector).first()).isAttached();
            }
            for (String kind : lost.split(", ", -1)) {
                assertThat(page.locator("#said")).containsText(kind);
            }
            assertThat(page.locator(
                            ".body [style], .body script, .body img:not(.ProseMirror-separator), .body [onclick]"))
                    .hasCount(0);
            saved(page);
        }
        assertThat(complaints).isEmpty();
    }

    private static String clipboard(String name) throws IOException {
        try (var in = WritingRoomTest.class.getResourceAsStream("/clipboards/" + name + ".html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void two_browsers_in_one_draft_lose_nothing_and_settle_their_conflict() {
        try (BrowserContext one = program.window();
                BrowserContext two = program.window()) {
            Page ana = one.newPage();
            String draft = begin(ana, "ministry/en");
            ana.focus(".body");
            type(ana, "First block.", "<Enter>", "Second block.");
            saved(ana);
            Page ben = two.newPage();
            ben.navigate(draft);
            two.setOffline(true);
            ben.click(".body > p:nth-of-type(1)");
            type(ben, "<End>", " Ben was here.");
            ben.click(".body > p:nth-of-type(2)");
            type(ben, "<End>", " Ben too.");
            assertThat(ben.locator("#saved")).containsText("Not connected");
            ana.click(".body > p:nth-of-type(1)");
            type(ana, "<End>", " Ana was here.");
            saved(ana);
            two.setOffline(false);
            ben.evaluate("dispatchEvent(new Event('online'))");
            assertThat(ben.locator(".conflict")).isVisible();
            assertThat(ben.locator(".body")).containsText("First block. Ana was here.");
            assertThat(ben.locator(".body")).containsText("First block. Ben was here.");
            assertThat(ben.locator(".body")).containsText("Second block. Ben too.");
            ben.locator(".conflict button").nth(1).click();
            assertThat(ben.locator(".conflict")).hasCount(0);
            saved(ben);
            ana.reload();
            assertThat(ana.locator(".body > p").first()).hasText("First block. Ben was here.");
            assertThat(ana.locator(".body > p")).hasCount(2);
        }
    }

    @Test
    void what_was_typed_without_a_connection_is_there_after_the_browser_was_closed() {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            String draft = begin(page, "ministry/en");
            window.setOffline(true);
            page.focus(".body");
            type(page, "Typed on the train.");
            assertThat(page.locator("#saved")).containsText("Not connected");
            page.close();
            window.setOffline(false);
            Page again = window.newPage();
            again.navigate(draft);
            assertThat(again.locator(".body")).containsText("Typed on the train.");
            saved(again);
        }
    }

    @Test
    void an_arabic_draft_runs_from_right_to_left_with_its_own_quotation_marks() {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            begin(page, "ministry/ar");
            assertThat(page.locator(".body")).hasAttribute("dir", "rtl");
            page.focus(".body");
            type(page, "قال: \"نعم\".");
            assertThat(page.locator(".body > p")).hasText("قال: «نعم».");
            saved(page);
        }
    }

    @Test
    void a_draft_is_thrown_away_and_brought_back_and_a_revision_too() {
        try (BrowserContext window = program.window()) {
            Page page = window.newPage();
            String draft = begin(page, "ministry/en");
            page.focus(".body");
            type(page, "Old words.");
            saved(page);
            page.focus(".body");
            type(page, "<Control+a>", "New words.");
            page.waitForTimeout(100);
            saved(page);
            page.navigate(draft + "/revisions/2");
            page.locator("main form button").click();
            assertThat(page.locator(".body")).containsText("Old words.");
            page.navigate(draft + "/discard");
            page.locator("main form button").click();
            assertThat(page.locator("main [role=status]")).isVisible();
            assertThat(page.request().get(draft).status()).isEqualTo(404);
            page.locator("main form button").click();
            assertThat(page.locator(".body")).containsText("Old words.");
        }
    }
}
