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
import java.util.List;
import java.util.Scanner;
import picocli.CommandLine;

/** The whole program with the demo's organisation, and a browser in which somebody has signed in. */
final class Program implements AutoCloseable {
    private final Thread thread;
    private final Playwright playwright;
    private final Browser browser;
    private final String signedIn;
    private final String desk;

    private Program(Thread thread, Playwright playwright, Browser browser, String desk, String signedIn) {
        this.thread = thread;
        this.playwright = playwright;
        this.browser = browser;
        this.desk = desk;
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
        String link = link(new Scanner(printed));
        Playwright playwright = Chromium.driver();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        try (BrowserContext first = browser.newContext()) {
            Page page = first.newPage();
            page.navigate(link);
            return new Program(
                    thread, playwright, browser, link.substring(0, link.indexOf("/sign-in")), first.storageState());
        }
    }

    private static String link(Scanner lines) {
        while (lines.hasNextLine()) {
            String line = lines.nextLine();
            int at = line.indexOf("http://localhost:");
            if (at >= 0 && line.contains("/sign-in/")) {
                return line.substring(at).strip();
            }
        }
        throw new IllegalStateException("The program ended without saying where its desk is.");
    }

    String desk() {
        return desk;
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
    }
}
