package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.main.DeskStory.faultless;
import static org.diurna.main.DeskStory.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator opens an office, changes it, moves it and closes it; the public sees each step within seconds. */
@Tag("browser")
final class OfficeStoryTest {
    private static final Duration LIVE = Duration.ofSeconds(2);

    /** A change prints many pages anew; on a machine with much else to do it takes its time. */
    private static final Duration FOLLOWS = Duration.ofSeconds(60);

    private final HttpClient web =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private HttpResponse<String> get(String address) {
        try {
            return web.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Duration until(String address, Predicate<HttpResponse<String>> right) {
        long began = System.nanoTime();
        while (true) {
            HttpResponse<String> answer = get(address);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (right.test(answer)) {
                return took;
            }
            if (took.compareTo(FOLLOWS) > 0) {
                throw new AssertionError(address + " still answers " + answer.statusCode() + ":\n" + answer.body());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Duration untilItSays(String address, String words) {
        return until(
                address, answer -> answer.statusCode() == 200 && answer.body().contains(words));
    }

    @Test
    void an_office_is_opened_and_is_live_is_moved_and_closed(@TempDir Path folder) {
        try (Program program = Program.start(folder.resolve("demo"));
                BrowserContext window = program.window()) {
            Page page = window.newPage();
            page.navigate("/offices");
            faultless(page);
            String ministry = page.locator("a[href*='mfa.localhost']").first().innerText();
            String port = ministry.replaceAll(".*:(\\d+)/", "$1");
            page.navigate("/offices/new");
            faultless(page);
            page.locator("#code").fill("Lisbon!");
            page.locator("#hosts").fill("https://lisbon.localhost/");
            press(page, "Open an office");
            assertThat(page.locator(".errors")).containsText("Write a short name");
            assertThat(page.locator(".errors")).containsText("An office needs at least one");
            assertThat(page.locator(".errors")).containsText("is no host name");
            faultless(page);
            page.locator("#code").fill("lisbon");
            page.locator("#hosts").fill("lisbon.localhost\nMFA.localhost");
            page.locator("[id='language.0']").selectOption("pt");
            page.locator("[id='name.0']").fill("Embaixada da República de Lomara em Lisboa");
            page.locator("[id='place.0']").fill("Lisboa");
            page.locator("[id='language.1']").selectOption("en");
            page.locator("[id='name.1']").fill("Embassy of the Republic of Lomara in Lisbon");
            page.locator("#zone").selectOption("Europe/Lisbon");
            page.locator("#ink").fill("#ffe9a0");
            press(page, "Open an office");
            assertThat(page.locator(".errors")).containsText("mfa.localhost belongs to another office");
            assertThat(page.locator(".errors")).containsText("too pale to be read");
            assertThat(page.locator("[id='name.0']")).hasValue("Embaixada da República de Lomara em Lisboa");
            faultless(page);
            String home = "http://lisbon.localhost:" + port + "/pt/";
            assertThat(get(home).statusCode()).isEqualTo(421);
            page.locator("#hosts").fill("lisbon.localhost");
            page.locator("#ink").fill("#7a1f2b");
            press(page, "Open an office");
            Duration live = untilItSays(home, "Embaixada da República");
            assertThat(live).as("until the new office is served").isLessThan(LIVE);
            assertThat(page.locator("main")).containsText("lisbon.localhost");
            untilItSays(ministry + "en/about", "lisbon.localhost");
            page.navigate("/new");
            assertThat(page.locator("#office")).containsText("Embassy of the Republic of Lomara in Lisbon");

            page.navigate("/offices/lisbon");
            page.locator("#hosts").fill("lisboa.localhost\nlisbon.localhost");
            press(page, "Save");
            String moved = "http://lisboa.localhost:" + port + "/pt/";
            untilItSays(moved, "Embaixada");
            until(home + "about?x=1", answer -> answer.statusCode() == 308);
            assertThat(get(home + "about?x=1").headers().firstValue("location")).contains(moved + "about?x=1");

            page.navigate("/offices/lisbon");
            page.locator("#closed").fill("2026-06-30");
            press(page, "Save");
            faultless(page);
            assertThat(page.locator("main")).containsText("Closed");
            untilItSays(moved + "about", "30 de junho de 2026");
            page.navigate("/new");
            assertThat(page.locator("#office")).not().containsText("Lisbon");
            page.navigate("/audit?act=change-office");
            assertThat(page.locator("tbody")).containsText("closed");
        }
    }
}
