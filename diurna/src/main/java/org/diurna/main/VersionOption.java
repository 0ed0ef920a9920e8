package org.diurna.main;

import org.diurna.edition.Release;
import org.diurna.house.Language;
import picocli.CommandLine.Parameters;

/** The release and the language that a command decides about. */
final class VersionOption {
    @Parameters(index = "0", paramLabel = "RELEASE", description = "The id of the release.")
    @SuppressWarnings("NullAway.Init")
    private String release;

    @Parameters(index = "1", paramLabel = "LANGUAGE", description = "The language, such as en or sr-Cyrl.")
    @SuppressWarnings("NullAway.Init")
    private String language;

    Release release(House house) {
        return Names.release(house, release);
    }

    Language language() {
        return Names.language(language);
    }
}
