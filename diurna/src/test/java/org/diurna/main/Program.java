package org.diurna.main;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import picocli.CommandLine;

/** The whole program with the demo's organisation, and a browser in which somebody has signed in. */
final class Program implements AutoCloseable {
    private static final Duration STOPS = Duration.ofSeconds(30);

    private final Thread thread;
    private final Playwright playwright;
    private final Browser browser;
    private final String signedIn;
    private final String desk;
    private final String office;

    private Program(Thread thread, Playwright playwright, Browser browser, Said said, String signedIn) {
        this.thread = thread;
        this.playwright = playwright;
        this.browser = browser;
        this.desk = said.desk();
        this.office = said.office();
        this.signedIn = signedIn;
    }

    static Program start(Path data) {
        PipedReader printed = new PipedReader();
        PrintWriter out;
        try {
            out = new PrintWriter(new PipedWriter(printed), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("program")
                .start(() -> new CommandLine(new Diurna())
                        .setExecutionExceptionHandler(new Troubles())
                        .setOut(out)
                        .execute("demo", "--data", data.toString(), "--port", "0", "--desk-port", "0"));
        Said said = said(new Scanner(printed));
        Playwright playwright = Chromium.driver();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        try (BrowserContext first = browser.newContext()) {
            Page page = first.newPage();
            page.navigate(said.link());
            return new Program(thread, playwright, browser, said, first.storageState());
        }
    }

    /** What the program prints when it is open: the first office's address, and the link to the desk. */
    private record Said(String office, String link) {
        String desk() {
            return link.substring(0, link.indexOf("/sign-in"));
        }
    }

    private static Said said(Scanner lines) {
        String office = "";
        while (lines.hasNextLine()) {
            String line = lines.nextLine();
            if (office.isEmpty() && line.strip().startsWith("http://")) {
                office = line.strip().replaceFirst("/ .*", "");
            }
            int at = line.indexOf("http://localhost:");
            if (at >= 0 && line.contains("/sign-in/")) {
                return new Said(office, line.substring(at).strip());
            }
        }
        throw new IllegalStateException("The program ended without saying where its desk is.");
    }

    String desk() {
        return desk;
    }

    /** The public address of the first office, without a slash at its end. */
    String office() {
        return office;
    }

    /** A window of somebody who has nothing to do with the desk. */
    BrowserContext stranger(Browser.NewContextOptions options) {
        return browser.newContext(options.setBaseURL(office));
    }

    /** A browser window of its own in which somebody has signed in. */
    BrowserContext window(Browser.NewContextOptions options) {
        return browser.newContext(options.setStorageState(signedIn).setBaseURL(desk));
    }

    /** A browser window of its own in which nobody has signed in. */
    BrowserContext stranger(ColorScheme scheme, int width) {
        return browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 1000)
                .setBypassCSP(true)
                .setBaseURL(desk));
    }

    BrowserContext window() {
        return window(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        thread.interrupt();
        try {
            // its folder may be removed afterwards
            thread.join(STOPS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
