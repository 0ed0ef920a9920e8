package org.diurna.desk;

import java.util.List;
import org.diurna.house.Language;

/**
 * A language version in the desk's lists, in words for the reader.
 *
 * @param state    class of the state's mark: drafted, in-press, public, withdrawn
 * @param instant  of the last change, for machines
 * @param versions all languages of its release, this one too
 */
public record ReleaseLine(
        String path,
        Language language,
        String headline,
        String office,
        String type,
        String state,
        String stateName,
        String instant,
        String changed,
        String changer,
        List<Version> versions) {
    public ReleaseLine {
        versions = List.copyOf(versions);
    }

    /** One of the languages of a release. */
    public record Version(Language language, String name, String path, String state, String stateName) {}
}
