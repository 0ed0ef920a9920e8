package org.diurna.main;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One program with the demo's organisation for all tests that begin drafts of their own in it: its start takes longer than
 * most of them.
 */
final class SharedProgram implements BeforeAllCallback {
    @SuppressWarnings("NullAway.Init")
    private Program program;

    @Override
    public void beforeAll(ExtensionContext context) {
        // the root's store closes it when all tests have run
        program = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedProgram.class))
                .computeIfAbsent(Program.class, _ -> Program.start(folder()), Program.class);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("diurna-program");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String desk() {
        return program.desk();
    }

    String office() {
        return program.office();
    }

    BrowserContext stranger(Browser.NewContextOptions options) {
        return program.stranger(options);
    }

    BrowserContext window(Browser.NewContextOptions options) {
        return program.window(options);
    }

    BrowserContext stranger(ColorScheme scheme, int width) {
        return program.stranger(scheme, width);
    }

    BrowserContext window() {
        return program.window();
    }
}
