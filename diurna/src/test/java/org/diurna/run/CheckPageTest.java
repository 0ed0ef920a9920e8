package org.diurna.run;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.diurna.desk.Correct;
import org.diurna.edition.Happening;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger gets to know on the page where texts are checked, in a real browser against the real stand. */
@Tag("browser")
final class CheckPageTest {
    private static final String NOON =
            "The ferry between Port Halden and the islands sails again at noon, and children travel free of charge.";
    private static final String ONE =
            "The ferry between Port Halden and the islands sails again at one, and children travel free of charge.";
    private static final int SCRIPT_MAX_BYTES = 30_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static final FakeClock CLOCK = new FakeClock("2026-03-04T09:30:00Z");

    @SuppressWarnings("NullAway.Init")
    private static Installation house;

    @SuppressWarnings("NullAway.Init")
    private static Playwright playwright;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @SuppressWarnings("NullAway.Init")
    private static ReleaseId standing;

    @SuppressWarnings("NullAway.Init")
    private static ReleaseId corrected;

    @SuppressWarnings("NullAway.Init")
    private static ReleaseId kept;

    @SuppressWarnings("NullAway.Init")
    private static ReleaseId removed;

    @BeforeAll
    static void open() {
        house = Installation.found(folder, Installation.sqlite(folder), CLOCK, Installation.Public.SERVED);
        house.offices.put(Lomara.ministry(Lomara.HOST));
        house.renewal.fronts();
        Lomara lomara = new Lomara(house);
        standing = lomara.release(
                "The lighthouse of Halden is lit",
                "The new lighthouse of Halden was lit on Tuesday evening in front of two thousand guests.");
        corrected = lomara.release("The ferry sails again", NOON);
        kept = lomara.release(
                "A visit is planned",
                "The minister will visit the southern islands next week together with the harbour masters.");
        removed = lomara.release("A mistake", "This sentence should never have been read by anybody outside.");
        CLOCK.pass(Duration.ofHours(1));
        lomara.correct(corrected, Lomara.EN, Correct.Reason.CORRECTION, Lomara.wording("The ferry sails again", ONE));
        lomara.withdraw(kept, Lomara.EN, WithdrawnText.KEPT);
        house.pressRun.run();
        String driver = System.getProperty("playwright.driver", "");
        if (!driver.isEmpty()) {
            System.setProperty("playwright.cli.dir", driver);
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        house.close();
    }

    private static String origin() {
        return "http://" + Lomara.HOST + ":" + house.stand.orElseThrow().port();
    }

    private static BrowserContext window() {
        return browser.newContext(
                new Browser.NewContextOptions().setBaseURL(origin()).setViewportSize(1280, 900));
    }

    private static Page page(BrowserContext window) {
        Page page = window.newPage();
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
        page.navigate("/verify");
        return page;
    }

    private static void check(Page page, String given) {
        page.fill("#Given", given);
        page.click("#Check button");
    }

    private static void says(Page page, String title) {
        assertThat(page.locator("#Verdict h2")).hasText(title);
    }

    private static String code(ReleaseId id, int edition) {
        return house.database
                .sql("select code from leaf where release = :id and edition = :edition and content <> '-' order by idx")
                .param("id", id.value())
                .param("edition", edition)
                .query(String.class)
                .list()
                .getFirst();
    }

    @Test
    void a_code_in_any_spelling_and_an_address_of_a_standing_release_are_genuine_and_current() {
        try (BrowserContext window = window()) {
            Page page = page(window);
            check(page, code(standing, 1).toLowerCase(java.util.Locale.ROOT).replace("-", " "));
            says(page, "Genuine and current");
            assertThat(page.locator("#Verdict .headline")).hasText("The lighthouse of Halden is lit");
            check(page, origin() + "/en/" + standing);
            says(page, "Genuine and current");
            page.navigate("/en/" + standing);
            page.click(".genuine a");
            says(page, "Genuine and current");
            shot(page, "genuine");
        }
    }

    @Test
    void a_pasted_text_is_found_without_its_code_and_an_old_one_is_superseded() {
        try (BrowserContext window = window()) {
            Page page = page(window);
            check(page, "  " + ONE.replace(" ", "\n"));
            says(page, "Genuine and current");
            check(page, NOON);
            says(page, "Genuine, but superseded by edition 2");
            check(page, code(corrected, 1));
            says(page, "Genuine, but superseded by edition 2");
            check(page, house.text(Lomara.HOST + "/en/" + corrected + "/release.txt"));
            says(page, "Genuine and current");
            shot(page, "current");
        }
    }

    @Test
    void one_changed_word_is_shown_beside_the_genuine_one() {
        try (BrowserContext window = window()) {
            Page page = page(window);
            check(page, ONE.replace("free of charge", "at half price"));
            says(page, "Differs from the genuine text");
            assertThat(page.locator("#Verdict ins").first()).containsText("at half price");
            assertThat(page.locator("#Verdict del").first()).containsText("free of charge");
            check(page, ONE + " The fare doubles in May.");
            says(page, "Differs from the genuine text");
            assertThat(page.locator("#Verdict ins")).containsText("The fare doubles in May");
            shot(page, "differs");
        }
    }

    @Test
    void a_withdrawn_release_says_so_with_and_without_its_text() {
        try (BrowserContext window = window()) {
            Page page = page(window);
            check(page, code(kept, 1));
            says(page, "Withdrawn on 4 March 2026");
            check(page, origin() + "/en/" + kept);
            says(page, "Withdrawn on 4 March 2026");
            new Lomara(house).withdraw(removed, Lomara.EN, WithdrawnText.REMOVED);
            house.pressRun.run();
            check(page, code(removed, 1));
            says(page, "Withdrawn on 4 March 2026");
            assertThat(page.locator("#Verdict")).not().containsText("mistake");
            check(page, origin() + "/en/" + removed);
            says(page, "Withdrawn on 4 March 2026");
            shot(page, "withdrawn");
        }
    }

    @Test
    void what_is_not_ours_is_not_called_a_fake() {
        try (BrowserContext window = window()) {
            Page page = page(window);
            check(page, "The republic has sold all of its lighthouses to a company from abroad, it says.");
            says(page, "Not found among our releases");
            assertThat(page.locator("#Verdict")).containsText("is not proved false by that");
            assertThat(page.locator("#Verdict")).containsText("Compared with");
            check(page, "7Q3K9D2M4XYZ-1");
            says(page, "Not found among our releases");
            check(page, "https://mfa-lomara.example.net/en/01KAP5Q7W3");
            says(page, "Not found among our releases");
            assertThat(page.locator("#Verdict")).containsText("only addresses at which");
            shot(page, "unknown");
        }
    }

    @Test
    void a_file_is_checked_byte_for_byte() {
        try (BrowserContext window = window()) {
            Page page = page(window);
            String root = Lomara.HOST + "/en/" + standing + "/editions/1/";
            byte[] json = house.bytes(root + "edition.json");
            file(page, "edition.json", json);
            says(page, "Genuine and current");
            file(page, "edition.tlog-proof", house.bytes(root + "edition.tlog-proof"));
            says(page, "Genuine and current");
            String forged = new String(json, StandardCharsets.UTF_8).replace("two thousand", "ten thousand");
            file(page, "edition.json", forged.getBytes(StandardCharsets.UTF_8));
            says(page, "Differs from the genuine text");
            assertThat(page.locator("#Verdict ins")).containsText("ten");
            String saved = house.text(Lomara.HOST + "/en/" + standing + "/the-lighthouse-of-halden-is-lit");
            file(page, "page.html", saved.getBytes(StandardCharsets.UTF_8));
            says(page, "Genuine and current");
            file(page, "page.html", saved.replace("Tuesday", "Friday").getBytes(StandardCharsets.UTF_8));
            says(page, "Differs from the genuine text");
            file(page, "picture.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
            says(page, "Not found among our releases");
        }
    }

    @Test
    void a_pdf_file_is_known_by_the_edition_inside_and_its_pages_are_not_vouched_for() {
        house.happenings.of(standing).stream().map(Happening::id).forEach(house.paperRun::after);
        byte[] paper = house.bytes(Lomara.HOST + "/en/" + standing + "/editions/1/release.pdf");
        try (BrowserContext window = window()) {
            Page page = page(window);
            file(page, "release.pdf", paper);
            says(
                    page,
                    "This PDF file holds a genuine edition; what its pages show was not compared with it."
                            + " Read the text at the link.");
            assertThat(page.locator("#Verdict .headline")).hasText("The lighthouse of Halden is lit");
            file(page, "other.pdf", "%PDF-1.7 with nothing inside".getBytes(StandardCharsets.UTF_8));
            says(page, "Not found among our releases");
        }
    }

    private static void file(Page page, String name, byte[] bytes) {
        page.setInputFiles("#File", new FilePayload(name, "application/octet-stream", bytes));
    }

    @Test
    void a_browser_that_cannot_check_signatures_says_so() {
        try (BrowserContext window = window()) {
            window.addInitScript(
                    "crypto.subtle.importKey = () => Promise.reject(new DOMException('none', 'NotSupportedError'))");
            Page page = page(window);
            check(page, code(standing, 1));
            says(page, "The check could not be made");
            assertThat(page.locator("#Verdict")).containsText("Ed25519");
        }
    }

    @Test
    void a_tampered_ledger_proves_nothing() {
        try (BrowserContext window = window()) {
            Page page = page(window);
            page.route("**/checkpoint", route -> {
                String honest = route.fetch().text();
                route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                        .setBody(honest.replaceFirst("\n[0-9]+\n", "\n1\n")));
            });
            check(page, code(standing, 1));
            says(page, "The check could not be made");
            assertThat(page.locator("#Verdict")).containsText("nothing is proven");
            page.unroute("**/checkpoint");
            page.route("**/tile/**", route -> route.abort());
            check(page, code(standing, 1));
            assertThat(page.locator("#Verdict")).containsText("could not be fetched");
        }
    }

    @Test
    void without_a_script_the_page_says_how_to_check_by_hand() {
        try (BrowserContext window = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(origin()).setJavaScriptEnabled(false))) {
            Page page = window.newPage();
            page.navigate("/verify");
            assertThat(page.locator("#Check")).isHidden();
            assertThat(page.locator(".check .notice")).containsText("check by hand");
            page.click(".ways a");
            assertThat(page).hasURL(Pattern.compile(".*/en/genuine"));
        }
    }

    @Test
    void only_this_page_may_ask_the_ledger_and_its_script_is_small() {
        var answer = window().newPage().navigate(origin() + "/en/verify");
        assertThat(answer.headers().get("content-security-policy"))
                .contains("script-src 'self'", "connect-src 'self' http://localhost:", "form-action 'none'")
                .doesNotContain("unsafe");
        String script = house.state().keySet().stream()
                .filter(path -> path.endsWith("/verify.js"))
                .findFirst()
                .orElseThrow();
        assertThat(house.bytes(script).length).isLessThan(SCRIPT_MAX_BYTES);
    }

    @Test
    void the_pages_are_clean_for_axe_in_every_colour_scheme_and_direction() {
        for (String path : List.of(
                "/en/verify", "/ar/verify", "/en/" + corrected + "/history", "/en/changes/", "/ja/accessibility")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(origin())
                        .setColorScheme(scheme)
                        .setViewportSize(390, 800))) {
                    Page page = window.newPage();
                    page.navigate(path);
                    if (path.equals("/en/verify")) {
                        check(page, ONE.replace("free of charge", "at half price"));
                        says(page, "Differs from the genuine text");
                    }
                    List<String> found = new ArrayList<>();
                    new AxeBuilder(page)
                            .analyze()
                            .getViolations()
                            .forEach(rule -> found.add(path + " " + scheme + ": " + rule.getId() + " "
                                    + rule.getNodes().getFirst().getHtml()));
                    assertThat(found).isEmpty();
                    shot(page, path.replace('/', '_') + scheme);
                }
            }
        }
    }

    /** Kept where a person wants to look at them: {@code -Dpictures=FOLDER}. */
    private static void shot(Page page, String name) {
        String pictures = System.getProperty("pictures", "");
        if (!pictures.isEmpty()) {
            Path file = Path.of(pictures).resolve(name + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            assertThat(Files.exists(file)).isTrue();
        }
    }
}
