package org.diurna.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page that the table of routes knows, in a real browser: whoever adds a route adds it to this test. */
@Tag("browser")
final class EveryPageTest {
    /** What no person looks at, or what another test opens: links that are used once, answers for scripts, files. */
    private static final Set<String> NO_PAGES = Set.of(
            "/audit.csv",
            "/audit.jsonl",
            "/calendar.ics",
            "/bundles/{bundle}",
            "/embargo/{secret}",
            "/embargo/{secret}/pictures/{picture}/{file}",
            "/expert/{secret}",
            "/expert/{secret}/pictures/{picture}/{file}",
            "/error",
            "/pictures/bundle",
            "/account/set-up",
            "/sign-in/demo/{token}",
            "/sign-in/unknown",
            "/welcome/{token}",
            "/assets/{digest}/{name}",
            "/requests.csv",
            "/requests/{request}",
            "/releases/{id}/{language}/comments",
            "/releases/{id}/{language}/pictures",
            "/releases/{id}/{language}/pictures/{picture}/{file}",
            "/releases/{id}/{language}/presence",
            "/releases/{id}/{language}/press",
            "/releases/{id}/story.csv",
            "/releases/{id}/story.json",
            "/releases/{id}/{language}/speakers",
            "/pictures/{picture}/looks/{file}");

    @RegisterExtension
    private static final SharedProgram program = new SharedProgram();

    /** What stands for the parts of an address; found where a person would find it. */
    private static Map<String, String> parts(Page page) {
        Map<String, String> parts = new LinkedHashMap<>();
        String draft = begun(page);
        parts.put("/releases/{id}/{language}", draft);
        parts.put("/releases/{id}", draft.substring(0, draft.lastIndexOf('/')));
        parts.put("/offices/{code}", linked(page, "/offices", "main a[data-line]"));
        parts.put("/staff/{id}", linked(page, "/staff", ".people a"));
        parts.put("/speakers/{speaker}", linked(page, "/speakers", "main a[data-line]"));
        parts.put("/pictures/{picture}", shown(page));
        parts.put("/{number}", "/1");
        return parts;
    }

    /** A draft with a finding. */
    private static String begun(Page page) {
        page.navigate("/new");
        page.selectOption("#office", "ministry/en");
        page.click("main form button");
        page.waitForSelector(".body");
        page.focus(".body");
        page.keyboard().type("Words XXX.");
        page.waitForSelector(".body > .found-severe");
        return URI.create(page.url()).getPath();
    }

    /** A picture that releases show, so that it can be taken back; other tests have taken pictures in that none shows. */
    private static String shown(Page page) {
        page.navigate("/pictures");
        return page.locator("main li a[href^='/pictures/']").all().stream()
                .map(link -> URI.create(link.getAttribute("href")).getPath())
                .filter(path -> page.request().get(path + "/recall").ok())
                .findFirst()
                .orElseThrow();
    }

    private static String linked(Page page, String list, String selector) {
        page.navigate(list);
        return URI.create(page.locator(selector).first().getAttribute("href")).getPath();
    }

    private static List<String> pages(Page page) throws IOException {
        Map<String, String> parts = parts(page);
        Set<String> pages = new TreeSet<>();
        for (String route : RouteTable.gets()) {
            if (route.startsWith("/desk/") || route.startsWith("/api/") || NO_PAGES.contains(route)) {
                continue;
            }
            String path = route;
            for (Map.Entry<String, String> part : parts.entrySet()) {
                path = path.replace(part.getKey(), part.getValue());
            }
            assertThat(path).as("this test has no example of " + route).doesNotContain("{");
            pages.add(path);
        }
        List<String> all = new ArrayList<>(pages);
        all.addAll(List.of("/releases?words=the", "/releases?words=zzzz", "/board?office=cairo", "/no-such-page"));
        page.navigate("/releases?stage=public&language=ar");
        all.add(page.locator("a[data-line]").first().getAttribute("href"));
        return all;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, 1440", "DARK, en, 834", "LIGHT, ar, 834", "DARK, ar, 1440"})
    void axe_finds_nothing_on_any_page_and_none_is_wider_than_the_screen(ColorScheme scheme, String language, int width)
            throws IOException {
        // axe puts its own script into the page, which the policy of the desk rightly forbids
        try (BrowserContext window = program.window(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 1000)
                .setBypassCSP(true))) {
            Page page = window.newPage();
            page.navigate("/");
            page.click(".tongues button[value=" + language + "]");
            List<String> faults = new ArrayList<>();
            for (String path : pages(page)) {
                Response answer = page.navigate(path);
                String name = path + " (" + answer.status() + ")";
                if (answer.status() != (path.equals("/no-such-page") ? 404 : 200)) {
                    faults.add(name);
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target",
                                "screens",
                                (scheme + "-" + language + "-" + width + path.replaceAll("[^a-zA-Z0-9]+", "-") + ".png")
                                        .toLowerCase(Locale.ROOT))));
                if (Boolean.TRUE.equals(
                        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))) {
                    faults.add(name + " is wider than the screen");
                }
                new AxeBuilder(page)
                        .analyze()
                        .getViolations()
                        .forEach(rule -> faults.add(name + " " + rule.getId() + ": "
                                + rule.getNodes().getFirst().getHtml()));
            }
            assertThat(faults).isEmpty();
        }
    }
}
