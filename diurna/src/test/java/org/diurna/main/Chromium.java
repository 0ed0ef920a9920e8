package org.diurna.main;

import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Debian's browser, and the driver that bin/check has fetched for it. */
final class Chromium {
    static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private Chromium() {}

    /** @throws IllegalStateException when either is missing */
    static Playwright driver() {
        String driver = System.getProperty("playwright.driver", "");
        if (!Files.exists(PROGRAM) || !Files.exists(Path.of(driver, "package", "cli.js"))) {
            throw new IllegalStateException(
                    "The browser tests need " + PROGRAM + " and -Dplaywright.driver; bin/check prepares both.");
        }
        System.setProperty("playwright.cli.dir", driver);
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }
}
