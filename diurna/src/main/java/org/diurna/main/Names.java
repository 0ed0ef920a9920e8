package org.diurna.main;

import java.util.List;
import org.diurna.desk.Objection;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;
import org.diurna.staff.Doer;
import picocli.CommandLine.Model.CommandSpec;

/** Reads what the caller of a command named, and says what was refused. */
final class Names {
    /** Who decides when the command line does. */
    static final Doer COMMAND_LINE = new Doer.Operator("command line");

    private static final Language ENGLISH = Language.of("en");

    private Names() {}

    static Release release(House house, String id) {
        try {
            return house.releases()
                    .find(new ReleaseId(id))
                    .orElseThrow(() -> new Unusable(
                            ExitCodes.INPUT,
                            "There is no release " + id + " in "
                                    + house.folder().root() + "."));
        } catch (IllegalArgumentException e) {
            throw new Unusable(ExitCodes.INPUT, e.getMessage() + " \"diurna import\" prints the id of each release.");
        }
    }

    static Language language(String tag) {
        try {
            return Language.of(tag);
        } catch (IllegalArgumentException e) {
            throw new Unusable(ExitCodes.INPUT, String.valueOf(e.getMessage()));
        }
    }

    static Draft draft(House house, Release release, Language language) {
        return house.releases().draft(release.id(), language).orElseThrow(() -> noVersion(release, language));
    }

    static Unusable noVersion(Release release, Language language) {
        return new Unusable(ExitCodes.INPUT, "The release " + release.id() + " has no version in " + language + ".");
    }

    static void refused(CommandSpec spec, String what, List<Objection> objections) {
        spec.commandLine().getErr().println(what + ":");
        objections.forEach(objection -> spec.commandLine().getErr().println("  - " + objection.in(ENGLISH)));
    }
}
