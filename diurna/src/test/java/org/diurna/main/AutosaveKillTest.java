package org.diurna.main;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody types; the desk's program or the browser is killed at some moment; what was typed is there. */
@Tag("browser")
final class AutosaveKillTest {
    private static final Pattern SAVED = Pattern.compile("^Saved .*");
    private static final long LOST_AT_MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int TYPING_MAX_MS = 4000;
    private static final int BACK_MS = 60_000;

    @TempDir
    Path folder;

    /** A word, and when it had been typed. */
    private record Typed(String word, long nanos) {}

    private final List<Typed> typed = new ArrayList<>();
    private final long seed = Long.getLong("diurna.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @SuppressWarnings("NullAway.Init")
    private Process desk;

    private int port;
    private List<Cookie> cookies = List.of();

    @Test
    void a_kill_of_the_desk_and_one_of_the_browser_lose_two_seconds_of_typing_at_most() throws Exception {
        kill(2);
    }

    @Test
    @Tag("long")
    void twenty_kills_lose_two_seconds_of_typing_at_most() throws Exception {
        kill(20);
    }

    private void kill(int times) throws Exception {
        System.out.println("AutosaveKillTest: -Ddiurna.seed=" + seed);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String link = start();
        try (Playwright playwright = Chromium.driver()) {
            BrowserContext window = window(playwright);
            Page page = window.pages().getFirst();
            page.navigate(link);
            cookies = window.cookies();
            page.navigate("/new");
            page.click("main form button");
            page.waitForSelector(".body");
            String draft = URI.create(page.url()).getPath();
            for (int i = 0; i < times; i++) {
                type(page, random.nextInt(TYPING_MAX_MS));
                if (i % 2 == 0) {
                    desk.toHandle().destroyForcibly();
                    desk.waitFor();
                    type(page, random.nextInt(1000));
                    start();
                    all(page, 0);
                } else {
                    long killed = killBrowser(window);
                    window = window(playwright);
                    page = window.pages().getFirst();
                    page.navigate(draft);
                    all(page, killed - LOST_AT_MOST_NANOS);
                }
            }
            window.close();
        } finally {
            desk.destroyForcibly();
            desk.waitFor();
        }
    }

    /** Everything that had been typed by then is in the draft, at the desk, and nobody is asked to settle a conflict. */
    private void all(Page page, long until) {
        assertThat(page.locator("#saved")).hasText(SAVED, new LocatorAssertions.HasTextOptions().setTimeout(BACK_MS));
        assertThat(page.locator(".conflict")).hasCount(0);
        page.reload();
        page.waitForSelector(".body");
        List<String> there = List.of(page.locator(".body").innerText().strip().split("\\s+", -1));
        assertThat(there).as("no word twice").doesNotHaveDuplicates();
        assertThat(there)
                .containsAll(typed.stream()
                        .filter(word -> until == 0 || word.nanos() - until < 0)
                        .map(Typed::word)
                        .toList());
        typed.removeIf(word -> !there.contains(word.word()));
    }

    private void type(Page page, int forMs) {
        page.focus(".body");
        page.keyboard().press("Control+End");
        for (long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(forMs); System.nanoTime() - end < 0; ) {
            String word = "w" + Long.toString(random.nextLong(1L << 40), 36);
            page.keyboard().type(word + " ");
            typed.add(new Typed(word, System.nanoTime()));
            page.waitForTimeout(random.nextInt(200));
        }
    }

    private BrowserContext window(Playwright playwright) {
        BrowserContext window = playwright
                .chromium()
                .launchPersistentContext(
                        folder.resolve("browser"),
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Chromium.PROGRAM)
                                .setBaseURL("http://localhost:" + port)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        window.addCookies(cookies);
        return window;
    }

    /** Every process of this browser at once, and of no other that tests share; returns the moment before. */
    private long killBrowser(BrowserContext window) {
        String own = folder.resolve("browser").toString();
        List<ProcessHandle> browser = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("chromium") && line.contains(own) && !line.contains("cli.js"))
                        .isPresent())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
        assertThat(browser).as("the browser's processes").isNotEmpty();
        long moment = System.nanoTime();
        browser.forEach(ProcessHandle::destroyForcibly);
        browser.forEach(
                process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        try {
            window.close();
        } catch (PlaywrightException gone) {
            assertThat(gone).as("the driver sees a browser that is gone").hasMessageContaining("closed");
        }
        return moment;
    }

    /** Starts the desk's program and returns its console link. */
    private String start() throws IOException {
        desk = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djdk.virtualThreadScheduler.parallelism=16",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDesk.class.getName(),
                        folder.resolve("data").toString(),
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length());
            }
        }
        throw new IllegalStateException("The desk ended before it was ready.");
    }
}
